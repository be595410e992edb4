import { spawn } from 'node:child_process'

const SIGNS = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const isTerminal = Boolean(process.stdout.isTTY) && !process.env.CI

/** How long something took or takes, for people: "0.4 s", "12 s", "2 min 5 s". */
export function seconds(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const whole = Math.round(ms / 1000)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/**
 * Runs `work` under a line that moves while it takes. `work` may return a better last line than `label`.
 * Where the output is a file, a word now and then shows that it goes on.
 */
export async function step(label, work) {
  const began = Date.now()
  const passed = () => seconds(Date.now() - began)
  let turn = 0
  const timer = isTerminal
    ? setInterval(() => process.stdout.write(`\r\x1b[2K${SIGNS[turn++ % SIGNS.length]} ${label}… ${passed()}`), 100)
    : setInterval(() => console.log(`  ${label}… ${passed()}`), 15_000)
  if (isTerminal) process.stdout.write(`${SIGNS[0]} ${label}…`)
  const close = (line) => {
    clearInterval(timer)
    console.log(isTerminal ? `\r\x1b[2K${line}` : line)
  }
  try {
    const said = await work()
    close(`✓ ${typeof said === 'string' ? said : label} (${passed()})`)
    return said
  } catch (error) {
    close(`✗ ${label}`)
    throw error
  }
}

/** A failure that is told in its own words, without a stack. */
export class Plain extends Error {}

const running = new Set()

/** Ends the programs that `run` has started and that still go on. */
export function endAll() {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a program to its end and answers what it said; fails with all of that when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options })
    running.add(child)
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    child.stderr.on('data', (data) => {
      said += data
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      if (code === 0) resolve(said)
      else reject(new Plain(`${said.trim()}\n(${command} ended with ${signal ?? code})`))
    })
  })
}
