import { readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { inArray } from 'drizzle-orm'
import { withSystem } from '../../db/client'
import { documents } from '../../db/schema/cases'
import { isId } from '../ids'
import { unfinished } from './folder-storage'

const day = 24 * 60 * 60 * 1000

/** Which of these documents have a row. */
async function known(ids: string[]): Promise<Set<string>> {
  const rows = await withSystem('sweep of documents', (tx) =>
    tx.select({ id: documents.id }).from(documents).where(inArray(documents.id, ids)),
  )
  return new Set(rows.map((row) => row.id))
}

/** The files of a folder that were last written before a moment; none when there is no such folder. */
async function olderThan(folder: string, before: number): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const old: string[] = []
  for (const name of names) {
    const facts = await stat(join(folder, name)).catch(() => null)
    if (facts?.isFile() && facts.mtimeMs < before) old.push(name)
  }
  return old
}

/**
 * Removes files of the documents folder that no row points to: what a crash left between file and row, or between row
 * and file. Touches nothing younger than a day, so that no upload under way is hit. Answers with how many it removed.
 */
export async function sweepFolder(root: string, now = Date.now()): Promise<number> {
  const base = resolve(root)
  let removed = 0
  for (const name of await olderThan(join(base, unfinished), now - day)) {
    await rm(join(base, unfinished, name), { force: true })
    removed += 1
  }
  for (const first of await readdir(base).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue
    for (const second of await readdir(join(base, first))) {
      const folder = join(base, first, second)
      const idOf = (name: string) => name.split('.')[1] ?? ''
      const old = (await olderThan(folder, now - day)).filter((name) => isId(idOf(name)))
      const rows = old.length > 0 ? await known(old.map(idOf)) : new Set()
      for (const name of old) {
        if (rows.has(idOf(name))) continue
        await rm(join(folder, name), { force: true })
        removed += 1
      }
    }
  }
  return removed
}

let lastSweep = 0

/** Sweeps the folder at most once a day in this process; a failure is told and tried again a day later. */
export async function sweepOnceADay(root: string): Promise<void> {
  if (Date.now() - lastSweep < day) return
  lastSweep = Date.now()
  await sweepFolder(root).catch((error) => console.error('sweep of documents failed:', error))
}
