import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuilt, NEXT } from './build.mjs'
import { checkNode, ensureInstalled, loadSettings, ROOT } from './install.mjs'
import { endAll, Plain, seconds, step } from './terminal.mjs'

const DEMO_ACCOUNTS = [
  ['caseworker', 'caseworker2'],
  ['supervisor', 'supervisor2'],
  ['manager', 'finance', 'finance2'],
  ['health', 'health2', 'health-manager'],
  ['health-supervisor', 'health-supervisor2'],
  ['policing', 'policing2', 'policing-manager'],
  ['policing-supervisor', 'policing-supervisor2'],
  ['focal', 'analyst'],
  ['admin', 'admin2'],
]
const DEMO_PASSWORD = 'practice-sanad-2026'

const began = Date.now()
const isDevelopment = process.argv.includes('--dev')
let opening
let portal
let isStopping = false

/** Stops everything that this start has started, the portal before its database. */
async function stopAll() {
  endAll()
  if (portal && portal.exitCode === null && portal.signalCode === null) {
    const gone = new Promise((resolve) => portal.once('exit', resolve))
    portal.kill('SIGTERM')
    const late = setTimeout(() => portal.kill('SIGKILL'), 8_000)
    await gone
    clearTimeout(late)
  }
  const database = await opening?.catch(() => undefined)
  await database?.stop()
}

async function onSignal() {
  if (isStopping) return
  isStopping = true
  console.log('\nStopping…')
  await stopAll()
  console.log('Stopped.')
  process.exit(0)
}

function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      const said =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program (is Sanad running already?). Stop it, or choose another: PORT=${port + 1} npm start`
          : `Cannot listen on ${host}:${port} (${error.code}). Set HOST and PORT to an address of this machine.`
      reject(new Plain(said))
    })
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()))
  })
}

/** Starts Next and waits until the portal answers that it is well. */
async function serve(settings, port, host) {
  const args = isDevelopment
    ? [NEXT, 'dev', '-H', host, '-p', String(port)]
    : ['--max-semi-space-size=32', '--max-old-space-size=320', NEXT, 'start', '-H', host, '-p', String(port)]
  const env = { ...process.env, ...settings, PORT: String(port), HOST: host, NEXT_TELEMETRY_DISABLED: '1' }
  const loaded = ['./follow.mjs', './own-word.mjs'].flatMap((file) => ['--import', new URL(file, import.meta.url).href])
  // While it starts, what it says is kept for the case that it fails; Next's own banner would only confuse.
  portal = spawn(process.execPath, [...loaded, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  let isReady = false
  for (const [stream, target] of [
    [portal.stdout, process.stdout],
    [portal.stderr, process.stderr],
  ]) {
    stream.on('data', (data) => {
      if (isReady) target.write(data)
      else said += data
    })
  }
  let ended
  portal.once('exit', (code, signal) => {
    ended = signal ?? code
    if (isReady && !isStopping) onDeath(ended)
  })
  const local = host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host
  const deadline = Date.now() + (isDevelopment ? 180_000 : 60_000)
  for (;;) {
    if (ended !== undefined) throw new Plain(`The portal did not start (it ended with ${ended}):\n${said.trim()}`)
    const answer = await fetch(`http://${local}:${port}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(
      () => undefined,
    )
    if (answer?.status === 200) break
    if (Date.now() > deadline)
      throw new Plain(
        `The portal does not become ready (/api/health answers ${answer?.status ?? 'nothing'}):\n${said.trim()}`,
      )
    await pause(50)
  }
  isReady = true
}

async function onDeath(how) {
  isStopping = true
  console.error(`The portal stopped unexpectedly (${how}). Stopping the database too.`)
  await stopAll()
  process.exit(1)
}

function greet(settings) {
  console.log(`\nSanad is open at ${settings.APP_URL}   (started in ${seconds(Date.now() - began)}; Ctrl-C stops it)`)
  if (settings.SANAD_DEMO !== '1') return
  console.log(`\nPractice portal. Password of every account: ${DEMO_PASSWORD}`)
  for (const names of DEMO_ACCOUNTS)
    console.log(
      `  ${names
        .map((name) => `${name}@demo.sanad`.padEnd(34))
        .join('')
        .trimEnd()}`,
    )
  console.log()
}

async function main() {
  loadSettings()
  const port = Number(process.env.PORT || 3000)
  const host = process.env.HOST || '127.0.0.1'
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Plain('PORT is not valid: set it to a whole number from 1 to 65535.')
  await checkPort(port, host)
  await ensureInstalled()
  const { register } = await import('tsx/esm/api')
  register()
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const given = { ...process.env }
  if (!given.DATABASE_URL) given.APP_URL ||= `http://${name}:${port}`
  const { checkSettings, openDatabase } = await import('./database.ts')
  checkSettings(given)
  if (!isDevelopment) await ensureBuilt()
  if (isStopping) return
  opening = openDatabase(given)
  const { settings } = await opening
  if (isStopping) return
  await step('Starting the portal', async () => {
    await serve(settings, port, host)
    return 'Portal ready'
  })
  greet(settings)
}

checkNode()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
main().catch(async (error) => {
  if (isStopping) return
  isStopping = true
  const isPlain = error instanceof Plain || ['MigrationError', 'SettingsError'].includes(error?.name)
  console.error(isPlain ? error.message : error)
  await stopAll()
  process.exit(1)
})
