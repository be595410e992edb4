import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { closePool } from '@/db/client'
import { env, isDemo } from '@/lib/env'
import { createFirstAdmin } from './first-admin'
import { loadSettings } from './install.mjs'
import { Plain } from './terminal.mjs'

const isTerminal = process.stdin.isTTY

async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await prompt.question(question)
  } finally {
    prompt.close()
  }
}

/** Asks without showing what is typed. */
async function askHidden(question: string): Promise<string> {
  process.stdout.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await prompt.question('')
  } finally {
    prompt.close()
    process.stdout.write('\n')
  }
}

async function readPassword(): Promise<string> {
  if (!isTerminal) return (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
  const first = await askHidden('Password (at least 12 characters): ')
  if ((await askHidden('The same password again: ')) !== first) throw new Plain('The two passwords are not the same.')
  return first
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } })
  if (isDemo() || !process.env.DATABASE_URL) {
    throw new Plain(
      'DATABASE_URL is not set: the practice portal has its own admins, admin@demo.sanad and admin2@demo.sanad.',
    )
  }
  env()
  const email = values.email ?? (isTerminal ? await ask('Email: ') : '')
  const name = values.name ?? (isTerminal ? await ask('Name: ') : '')
  const outcome = await createFirstAdmin(email, name, await readPassword())
  if (!outcome.ok) throw new Plain(outcome.sentence)
  console.log(`${email} is an admin now and can sign in at ${env().APP_URL}/sign-in`)
  if (outcome.admins === 1) console.log('Make a second one the same way: giving a role that approves takes two admins.')
}

function fail(said: unknown): void {
  console.error(said)
  process.exitCode = 1
}

loadSettings()
main()
  .catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '22023' || code === '42P01')
      return fail('The database is not migrated yet: run `npm run db:migrate` first.')
    const isPlain = error instanceof Plain || (error instanceof Error && error.name === 'SettingsError')
    fail(isPlain ? error.message : error)
  })
  .finally(closePool)
