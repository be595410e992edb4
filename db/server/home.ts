import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { canEnter, type ServerUser, serverUser } from './server-user'

/** Where the pieces of one built-in server lie. `home` is a folder that the server's account can reach. */
export type Home = {
  home: string
  data: string
  log: string
  users: string
  portFile: string
  secretsFile: string
  user: ServerUser | undefined
}

/** Passwords of the three logins; random, made once, in a file that only its owner reads. */
export type Secrets = { superuser: string; owner: string; web: string }

/** System folders to use when the clone lies where the server's account cannot go. Only root needs them. */
const SHELTERS = ['/var/lib/sanad', '/var/cache/sanad', '/opt/sanad', '/var/tmp/sanad']

function shelter(dataDir: string, user: ServerUser | undefined): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  for (const folder of SHELTERS) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      // /var/tmp is open to all: a folder somebody else prepared there is not ours to trust.
      const { uid, mode } = lstatSync(folder)
      if (uid !== 0 || (mode & 0o022) !== 0 || !lstatSync(folder).isDirectory()) continue
      // Left by a `.data` that was deleted: its passwords went with it. A server still there ends by itself.
      for (const old of readdirSync(folder)) {
        if (old.startsWith(name)) rmSync(join(folder, old), { recursive: true, force: true })
      }
      const home = join(folder, `${name}-${randomBytes(4).toString('hex')}`)
      mkdirSync(home, { recursive: true, mode: 0o755 })
      if (canEnter(home, user)) return home
    } catch {
      // Not writable here; the next folder may be.
    }
  }
  throw new Error(
    `The built-in database runs as "nobody", who can reach neither ${dataDir} nor ${SHELTERS.join(', ')}. Start as an ordinary user, or move the clone.`,
  )
}

/** Makes `dataDir` and names its lock, which must be held for everything else. Refuses a folder of another account. */
export function lockOf(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const me = process.getuid?.()
  const owner = statSync(dataDir).uid
  if (me === undefined || me === 0 || me === owner) return join(dataDir, 'lock')
  throw new Error(
    `${dataDir} was made by another account (number ${owner}): start as that account or as root, or move the folder away.`,
  )
}

/** Decides once where the data lies; a shelter is remembered in `dataDir`, so that a later chmod loses nothing. */
export function openHome(dataDir: string): Home {
  const pointer = join(dataDir, 'location')
  const sheltered = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
  const user = serverUser(join(sheltered ?? dataDir, 'data'))
  const home = sheltered ?? (canEnter(dataDir, user) ? dataDir : shelter(dataDir, user))
  if (home !== dataDir && !sheltered) writeWhole(pointer, `${home}\n`)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return {
    home,
    data: join(home, 'data'),
    log: join(dataDir, 'server.log'),
    users: join(dataDir, 'users'),
    portFile: join(dataDir, 'port'),
    secretsFile: join(dataDir, 'secrets.json'),
    user,
  }
}

/** Writes by rename: a crash leaves the old file or the new one, never half of it. Mode 0600. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, text, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, path)
}

/** The passwords, made at the first call. URL-safe characters only. */
export function readSecrets(path: string): Secrets {
  if (!existsSync(path)) {
    const word = () => randomBytes(24).toString('base64url')
    writeWhole(path, JSON.stringify({ superuser: word(), owner: word(), web: word() } satisfies Secrets))
  }
  const { superuser, owner, web }: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'))
  return { superuser: String(superuser), owner: String(owner), web: String(web) }
}
