import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { closeTestConnections } from '../testing'
import { cloneDatabase, copyName, dropDatabase } from './server'
import { testSettings } from './templates'

// Before anything of the product is imported: a database and a folder that belong to this test file alone.
const database = copyName('test')
const documents = mkdtempSync(join(tmpdir(), 'sanad-test-'))
const superUrl = inject('superUrl')
await cloneDatabase(superUrl, inject('template'), database)
Object.assign(
  process.env,
  testSettings({ webUrl: inject('webUrl'), ownerUrl: inject('ownerUrl') }, database, documents),
)

afterAll(async () => {
  const { closePool } = await import('../client')
  await closePool()
  await closeTestConnections()
  await dropDatabase(superUrl, database)
  rmSync(documents, { recursive: true, force: true })
})
