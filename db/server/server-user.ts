import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The account that the server runs as, where that is not the account of this process. */
export type ServerUser = { uid: number; gid: number }

/** PostgreSQL refuses to run as root, so root lends it to `nobody`, an account that exists everywhere. */
function nobody(): ServerUser {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  return { uid: Number(line?.[1] ?? 65_534), gid: Number(line?.[2] ?? 65_534) }
}

/**
 * Who runs the server: this process's own account (undefined), or, for root, whoever owns the data
 * already, so that one start with sudo does not take a developer's data away; `nobody` for new data.
 */
export function serverUser(data: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(data, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody()
}

/** Whether `user` may pass through every folder down to `folder`; a clone in a home of mode 0700 is closed. */
export function canEnter(folder: string, user: ServerUser | undefined): boolean {
  if (!user) return true
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  const parent = dirname(folder)
  return parent === folder || canEnter(parent, user)
}
