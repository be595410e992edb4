import type { TestProject } from 'vitest/node'
import { startTestServer, sweep } from './server'
import { migratedTemplate } from './templates'

declare module 'vitest' {
  interface ProvidedContext {
    superUrl: string
    webUrl: string
    ownerUrl: string
    template: string
  }
}

/** Before the first database test: the server, and the template that each file gets a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  await sweep(server.superUrl)
  project.provide('template', await migratedTemplate(server))
  project.provide('superUrl', server.superUrl)
  project.provide('webUrl', server.webUrl)
  project.provide('ownerUrl', server.ownerUrl)
  return () => server.stop()
}
