import { spawn } from 'node:child_process'
import { freePort } from '../db/server/postmaster'
import { ROOT } from '../db/test-setup/server'

/** Starts the practice portal by `npm start`, waits for its greeting, stops it. Answers with the seconds until the greeting. */
function startOnce(port: number): Promise<number> {
  const began = Date.now()
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let seconds = 0
  let said = ''
  child.stdout?.on('data', (data) => {
    said += data
    if (seconds === 0 && said.includes('Sanad is open')) {
      seconds = (Date.now() - began) / 1000
      // The group: npm and the launcher that it started.
      if (child.pid) process.kill(-child.pid, 'SIGINT')
    }
  })
  return new Promise((resolve, reject) => {
    child.once('exit', () => (seconds > 0 ? resolve(seconds) : reject(new Error(`npm start failed:\n${said}`))))
  })
}

/** Seconds of a second `npm start`: everything is installed, built and seeded, and nothing runs. */
export async function measureSecondStart(): Promise<number> {
  await startOnce(await freePort())
  return startOnce(await freePort())
}
