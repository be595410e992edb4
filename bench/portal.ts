import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../db/server/postmaster'
import { ROOT } from '../db/test-setup/server'
import { NEXT } from '../scripts/build.mjs'

export type BenchPortal = { url: string; pid: number; stop(): Promise<void> }

/** One process of the production build, with the flags that `npm start` gives it. */
export async function startBenchPortal(settings: Record<string, string>): Promise<BenchPortal> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const follow = join(ROOT, 'scripts/follow.mjs')
  const child = spawn(
    process.execPath,
    [
      '--import',
      follow,
      '--max-semi-space-size=32',
      '--max-old-space-size=320',
      NEXT,
      'start',
      '-H',
      '127.0.0.1',
      '-p',
      String(port),
    ],
    {
      cwd: ROOT,
      env: { ...process.env, ...settings, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', APP_URL: url },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (const deadline = Date.now() + 30_000; ; ) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer?.ok) break
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('the portal did not start')
    await pause(50)
  }
  const pid = child.pid ?? 0
  return {
    url,
    pid,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Memory of a process in MB: now, and at most so far. Linux only. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

/** Processor time that a process has used, ms, to the 10 ms that Linux counts. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
