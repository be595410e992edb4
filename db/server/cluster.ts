import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries'
import type { Home } from './home'

// pg_trgm is blind to Arabic and Kurdish under LC_CTYPE=C, without an error. Only Linux calls it C.UTF-8.
const CTYPE = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'

const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${CTYPE}`,
]

/** What the programs see of our environment: nothing that could change locale, port or password. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    TEMP: process.env.TEMP,
    LC_ALL: 'C',
    TZ: 'UTC',
  }
}

function run(program: string, args: string[], home: Home): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: serverEnvironment(), cwd: home.home, windowsHide: true, ...home.user })
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    child.stderr.on('data', (data) => {
      said += data
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The database could not be prepared:\n${said.trim()}`)),
    )
  })
}

/**
 * Makes the data folder when there is none. The new folder gets its name only when it is whole,
 * so that a crash in the middle starts over.
 */
export async function prepareCluster(
  home: Home,
  binaries: Binaries,
  password: string,
  isThrowaway: boolean,
): Promise<void> {
  const version = join(home.data, 'PG_VERSION')
  if (existsSync(version)) {
    const made = readFileSync(version, 'utf8').trim()
    if (made === binaries.version.split('.')[0]) return
    throw new Error(
      `${home.data} was made by PostgreSQL ${made}, and this is ${binaries.version}: move the folder away to start anew.`,
    )
  }
  const draft = join(home.home, 'data.new')
  const passwordFile = join(home.home, 'password.new')
  rmSync(draft, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' })
  if (home.user) for (const path of [draft, passwordFile]) chownSync(path, home.user.uid, home.user.gid)
  try {
    const args = [
      '-D',
      draft,
      '-U',
      'postgres',
      `--pwfile=${passwordFile}`,
      '-A',
      'scram-sha-256',
      '--no-instructions',
      ...LOCALE,
    ]
    await run(binaries.initdb, isThrowaway ? [...args, '--no-sync'] : args, home)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, home.data)
}
