import { dirname, resolve } from 'node:path'
import { prepareBinaries } from './server/binaries'
import { prepareCluster } from './server/cluster'
import { lockOf, openHome, readSecrets } from './server/home'
import { enter, leave, withLock } from './server/lock'
import { adopt, boot, halt, isServerOf } from './server/postmaster'
import { address, DATABASE, prepareServer } from './server/roles'

export type EmbeddedOptions = {
  /** The folder for data, passwords and log; made when missing. */
  dataDir: string
  /** PostgreSQL settings on top of the usual ones, such as `{ fsync: 'off' }`. A server found running keeps its own. */
  settings?: Record<string, string>
}

export type Embedded = {
  /** The superuser, in the maintenance database `postgres`. Never give it to the portal: it passes by row-level security. */
  superUrl: string
  /** Owns the database `sanad` and migrates it. */
  ownerUrl: string
  /** What the portal connects with. */
  webUrl: string
  version: string
  port: number
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

/** How often a server that died is noticed, ms. */
const WATCH_EVERY = 500

/**
 * Starts the built-in PostgreSQL of `dataDir`, or takes over one that runs there already. Listens on
 * 127.0.0.1 only. A server that dies is started again on the same port until `stop()`.
 * @throws with a sentence for the operator when the machine cannot run it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  const settings = options.settings ?? {}
  const lock = lockOf(dataDir)
  const { home, binaries, secrets, server } = await withLock(lock, async () => {
    const home = openHome(dataDir)
    const binaries = prepareBinaries(dirname(home.home), home.user)
    const secrets = readSecrets(home.secretsFile)
    await prepareCluster(home, binaries, secrets.superuser, settings.fsync === 'off')
    const server = (await adopt(home)) ?? (await boot(home, binaries, settings))
    await prepareServer(server.port, secrets)
    enter(home.users)
    return { home, binaries, secrets, server }
  })

  let pid = server.pid
  let isReviving = false
  let isStopped = false
  const watch = setInterval(async () => {
    if (isReviving || isServerOf(pid, home.data)) return
    isReviving = true
    try {
      pid = await withLock(lock, async () => {
        if (isStopped) return pid
        return ((await adopt(home)) ?? (await boot(home, binaries, settings, server.port))).pid
      })
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    } finally {
      isReviving = false
    }
  }, WATCH_EVERY).unref()

  return {
    superUrl: address('postgres', secrets.superuser, server.port, 'postgres'),
    ownerUrl: address('sanad_owner', secrets.owner, server.port, DATABASE),
    webUrl: address('sanad_web', secrets.web, server.port, DATABASE),
    version: binaries.version,
    port: server.port,
    async stop() {
      if (isStopped) return
      isStopped = true
      clearInterval(watch)
      await withLock(lock, async () => {
        if (leave(home.users)) await halt(pid, home, binaries)
      })
    },
  }
}
