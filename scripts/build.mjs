import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { checkNode, ensureInstalled, ROOT } from './install.mjs'
import { Plain, run, step } from './terminal.mjs'

const STAMP = join(ROOT, '.next/sanad-build')

/** Everything that ends up in the built portal. */
const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'proxy.ts', 'instrumentation.ts'],
  ...['db/client.ts', 'db/schema', 'db/migrations/meta'],
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]

/** Next's command line, run by this Node. */
export const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')

/** Whether the production build is that of the present sources. */
export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint(ROOT, SOURCES)
}

/** Builds the portal for production when its sources changed. Needs no setting and no database. `report` tells of it. */
export async function ensureBuilt(report = step) {
  if (isBuilt()) return
  // Taken before: what is saved while the build runs must lead to another.
  const sources = fingerprint(ROOT, SOURCES)
  await report('Building the portal', async () => {
    rmSync(STAMP, { force: true })
    try {
      await run(process.execPath, [NEXT, 'build'], { cwd: ROOT, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
    } catch (error) {
      throw new Plain(`The portal could not be built:\n${error.message}`)
    }
    writeFileSync(STAMP, sources)
    return 'Portal built'
  })
}

if (process.argv[1] === import.meta.filename) {
  checkNode()
  try {
    await ensureInstalled()
    rmSync(STAMP, { force: true })
    await ensureBuilt()
  } catch (error) {
    console.error(error instanceof Plain ? error.message : error)
    process.exitCode = 1
  }
}
