import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Plain, run, step } from './terminal.mjs'

/** The root of the checkout. */
export const ROOT = join(import.meta.dirname, '..')

const LOCK = join(ROOT, 'package-lock.json')
const STAMP = join(ROOT, 'node_modules/.sanad-installed')
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json')

/** The oldest Node that the portal's packages run on. */
const OLDEST = [20, 19]

/** Says plainly that this Node is too old; everything else would fail in words nobody understands. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(
    `Sanad needs Node ${OLDEST.join('.')} or later; this is ${process.versions.node}. Get it from https://nodejs.org/`,
  )
  process.exit(1)
}

/** Reads `.env.local` and `.env` where they exist; what the environment sets already stays. */
export function loadSettings() {
  for (const name of ['.env.local', '.env']) {
    if (existsSync(join(ROOT, name))) process.loadEnvFile(join(ROOT, name))
  }
}

/** Whether what npm wrote down as installed is what the lockfile asks for; packages of other platforms may lack. */
function isAsLocked() {
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages
  const present = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages
  const differs = (path) =>
    wanted[path]?.version !== present[path].version || wanted[path]?.integrity !== present[path].integrity
  if (Object.keys(present).some(differs)) return false
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || path in present || entry.optional || entry.devOptional,
  )
}

/** Installs the packages of the lockfile when they are not there: a no-op of some milliseconds otherwise. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  if (!existsSync(INSTALLED) || !isAsLocked()) {
    await step('Installing packages', async () => {
      const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
      const npm = process.env.npm_execpath
      try {
        if (npm?.endsWith('.js')) await run(process.execPath, [npm, ...args], { cwd: ROOT })
        else await run('npm', args, { cwd: ROOT, shell: process.platform === 'win32' })
      } catch (error) {
        throw new Plain(`The packages could not be installed:\n${error.message}`)
      }
      return 'Packages installed'
    })
  }
  writeFileSync(STAMP, wanted)
}
