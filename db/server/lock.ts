import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether a process lives, also one of another account. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

// Starting takes seconds. A lock this old is a dead holder's whose number went to another process.
const STALE_AFTER_MS = 180_000

// Locks of this very process; its number in a file that is not ours is a dead namesake's.
const held = new Set<string>()

function isStale(path: string): boolean {
  try {
    const holder = Number(readFileSync(path, 'utf8'))
    const age = Date.now() - statSync(path).mtimeMs
    if (age > STALE_AFTER_MS) return true
    return holder === 0 ? age > 2_000 : holder === process.pid ? !held.has(path) : !isAlive(holder)
  } catch {
    return false // Just released.
  }
}

/** Runs `work` while no other process holds `path`. A holder that died does not keep others out. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      held.add(path)
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (isStale(path)) rmSync(path, { force: true })
    else await pause(50)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
    held.delete(path)
  }
}

/** Notes that this process uses the server, so that another one's end does not stop it. */
export function enter(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, String(process.pid)), '')
}

/** Takes this process off the list; true when nobody living is left on it. */
export function leave(folder: string): boolean {
  rmSync(join(folder, String(process.pid)), { force: true })
  const others = readdirSync(folder).filter((name) => {
    if (isAlive(Number(name))) return true
    rmSync(join(folder, name), { force: true })
    return false
  })
  return others.length === 0
}
