import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries'
import { serverEnvironment } from './cluster'
import { type Home, writeWhole } from './home'
import { isAlive } from './lock'

/** A running server. */
export type Postmaster = { pid: number; port: number }

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

type PidFile = Postmaster & { status: string }

/** The server writes its number, port and state into this file; see "postmaster.pid" in PostgreSQL's manual. */
function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/** Whether `pid` is the server of `data`, and not a stranger who got the number of a dead one. */
function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch {
    return false
  }
}

/** The server left running by a launcher that was killed, once it answers; undefined when there is none. */
export async function adopt(home: Home): Promise<Postmaster | undefined> {
  for (;;) {
    const found = readPidFile(home.data)
    if (!found) return undefined
    if (!isServerOf(found.pid, home.data)) {
      // Only after a crash. The server would refuse to start while a stranger has its old number.
      rmSync(join(home.data, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (found.status === 'ready') return { pid: found.pid, port: found.port }
    await pause(20) // Recovering, or shutting down.
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

async function choosePort(home: Home): Promise<number> {
  try {
    const last = Number(readFileSync(home.portFile, 'utf8'))
    if (last > 0 && (await isFree(last))) return last
  } catch {
    // The first start.
  }
  return freePort()
}

type Outcome = { ready: Postmaster } | { failed: string }

async function attempt(
  home: Home,
  binaries: Binaries,
  port: number,
  settings: Record<string, string>,
): Promise<Outcome> {
  const before = statSync(home.log, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(home.log, 'a', 0o600)
  const args = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  // In a group of its own: Ctrl-C in a terminal must reach the launcher alone, which stops things in order.
  const child = spawn(binaries.postgres, ['-D', home.data, ...args], {
    cwd: home.data,
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    windowsHide: true,
    ...home.user,
  })
  closeSync(log)
  child.unref()
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  for (;;) {
    const found = readPidFile(home.data)
    if (found && found.pid === child.pid && found.status === 'ready') return { ready: { pid: found.pid, port } }
    if (ended) return { failed: readFileSync(home.log).subarray(before).toString('utf8').trim() }
    await pause(15)
  }
}

/** Starts the server. `port` pins it (a restart under open pools); else the last one is kept while it is free. */
export async function boot(
  home: Home,
  binaries: Binaries,
  settings: Record<string, string>,
  port?: number,
): Promise<Postmaster> {
  const deadline = Date.now() + 20_000
  let chosen = port ?? (await choosePort(home))
  for (;;) {
    const outcome = await attempt(home, binaries, chosen, settings)
    if ('ready' in outcome) {
      writeWhole(home.portFile, String(chosen))
      return outcome.ready
    }
    const isPortTaken = /could not bind|could not create any TCP/.test(outcome.failed)
    // After kill -9 of the server its children live on for a moment and hold its memory.
    const isPassing = isPortTaken || /shared memory block|lock file/.test(outcome.failed)
    if (!isPassing || Date.now() > deadline) throw new Error(`The built-in database did not start:\n${outcome.failed}`)
    if (isPortTaken && !port) chosen = await freePort()
    else await pause(200)
  }
}

/** Stops the server: sessions are cut off, and what they had committed is on disk. */
export async function halt(pid: number, home: Home, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    spawn(binaries.ctl, ['stop', '-D', home.data, '-m', 'fast'], { stdio: 'ignore', windowsHide: true })
  } else if (isServerOf(pid, home.data)) process.kill(pid, 'SIGINT')
  const deadline = Date.now() + 30_000
  while (isServerOf(pid, home.data)) {
    if (Date.now() > deadline) {
      process.kill(pid, 'SIGQUIT')
      return
    }
    await pause(20)
  }
}

export { isServerOf }
