import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, NEXT } from './build.mjs'
import { checkNode, ensureInstalled, ROOT } from './install.mjs'
import { endAll, Plain, run, seconds } from './terminal.mjs'

const bin = (path) => join(ROOT, 'node_modules', path)
const REPORTS = join(ROOT, '.data/test-reports')

// A developer's own settings must not reach the tests: they make their own.
const OWN =
  /^(DATABASE_|S3_|SMTP_|MAIL_|SANAD_|AUTH_SECRET$|APP_URL$|PORT$|HOST$|DOCUMENTS_DIR$|TRUSTED_PROXIES$|CONTACT_PHONE$|NODE_ENV$)/
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)))

function node(args, more = {}) {
  return run(process.execPath, args, { cwd: ROOT, env: { ...env, NEXT_TELEMETRY_DISABLED: '1', ...more } })
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/** Runs a test program and answers its counts out of its report; a program that fails without one counts as 1. */
async function counted(report, start, count) {
  const path = join(REPORTS, `${report}.json`)
  rmSync(path, { force: true })
  const failure = await start(path).then(
    () => undefined,
    (error) => error,
  )
  const found = readReport(path)
  const { passed, failed } = found ? count(found) : { passed: 0, failed: 0 }
  return { passed, failed: failure && failed === 0 ? 1 : failed, said: failure?.message }
}

function vitest(project) {
  return counted(
    project,
    (path) =>
      node([
        bin('vitest/vitest.mjs'),
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${path}`,
      ]),
    ({ numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that could not even be loaded has no test to count.
      failed:
        numFailedTests +
        testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
    }),
  )
}

function playwright() {
  return counted(
    'e2e',
    (path) =>
      node([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: path }),
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  )
}

/** A stage that passes or fails as a whole. */
async function check(work) {
  try {
    await work()
    return { passed: 1, failed: 0 }
  } catch (error) {
    return { passed: 0, failed: 1, said: error.message }
  }
}

let isBuildWhole = false

const STAGES = [
  ['format and lint', () => check(() => node([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']))],
  [
    'types',
    () =>
      check(async () => {
        await node([NEXT, 'typegen'])
        await node([bin('typescript/bin/tsc'), '--noEmit', '-p', '.'])
      }),
  ],
  ['dead code', () => check(() => node([bin('knip/bin/knip.js'), '--no-progress']))],
  ['unit', () => vitest('unit')],
]

const LONG_STAGES = [
  ['database', () => vitest('db')],
  [
    'build',
    async () => {
      const result = await check(() => ensureBuilt((_label, work) => work()))
      isBuildWhole = result.failed === 0
      return result
    },
  ],
  ['e2e', () => (isBuildWhole ? playwright() : { passed: 0, failed: 1, said: 'Not run: there is no build to test.' })],
]

async function main() {
  await ensureInstalled()
  mkdirSync(REPORTS, { recursive: true })
  const total = { passed: 0, failed: 0 }
  for (const [name, stage] of process.argv.includes('--quick') ? STAGES : [...STAGES, ...LONG_STAGES]) {
    const began = Date.now()
    const { passed, failed, said } = await stage()
    total.passed += passed
    total.failed += failed
    const count = passed + failed === 1 ? '' : `  ${passed} passed${failed ? `, ${failed} failed` : ''}`
    console.log(`${failed ? '✗' : '✓'} ${name.padEnd(16)}${seconds(Date.now() - began).padStart(12)}${count}`)
    if (failed) console.log(`\n${said ?? ''}\n`)
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  if (total.failed > 0) process.exitCode = 1
}

checkNode()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    endAll()
    process.exit(1)
  })
}
main().catch((error) => {
  console.error(error instanceof Plain ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
