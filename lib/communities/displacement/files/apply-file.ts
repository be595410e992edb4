import { eq, sql } from 'drizzle-orm'
import { displacementImports } from '../../../../db/schema/displacement'
import type { Actor } from '../../../auth/actor'
import { type Call, command } from '../../../commands/command'
import { drive } from '../../../commands/drive'
import { canEnter } from '../policy'
import { takeRows } from './judge'
import { allowIn, importRef, lockForDriver, lockImport } from './load'

/** So many rows are taken in one transaction: what is taken stays, whatever happens to the rest. */
const CHUNK = 500

/** Lets the taking begin; a driver does it (`driveApply`). Rows that found their place later are taken by beginning again. */
export const startImport = command({
  name: 'displacement.start_import',
  input: importRef,
  load: lockImport,
  allow: (actor, found) =>
    allowIn(actor, found, found.state === 'checked' || found.state === 'done', { key: 'displacement.refused.begun' }),
  async run({ tx }, { importId }) {
    await tx.update(displacementImports).set({ state: 'running' }).where(eq(displacementImports.id, importId))
    return { importId }
  },
})

/** Ends it where it is. What was taken stays in the round. */
export const cancelImport = command({
  name: 'displacement.cancel_import',
  input: importRef,
  load: lockImport,
  allow: (actor, found) =>
    allowIn(actor, found, !['done', 'cancelled'].includes(found.state), { key: 'displacement.refused.import_over' }),
  async run({ tx, now }, { importId }) {
    await tx
      .update(displacementImports)
      .set({ state: 'cancelled', finishedAt: sql`coalesce(finished_at, ${now.toISOString()}::timestamptz)` })
      .where(eq(displacementImports.id, importId))
    return { importId }
  },
})

const applyChunk = command({
  name: 'displacement.apply_file',
  input: importRef,
  load: lockForDriver,
  allow: (actor, found) => found === 'busy' || canEnter(actor, found),
  async run({ tx, actor, now }, { importId }, found): Promise<{ state: string }> {
    if (found === 'busy') return { state: 'busy' }
    if (found.state !== 'running') return { state: found.state }
    const taken = await takeRows(tx, importId, actor.userId, now, CHUNK)
    if (taken === CHUNK) return { state: 'running' }
    await tx
      .update(displacementImports)
      .set({ state: 'done', finishedAt: sql`coalesce(finished_at, ${now.toISOString()}::timestamptz)` })
      .where(eq(displacementImports.id, importId))
    return { state: 'done' }
  },
})

/** Takes the rows of an import chunk by chunk until it is done, cancelled, or someone else is at it. Answers with how it ended. */
export function driveApply(actor: Actor, importId: string, call: Call = {}): Promise<string> {
  return drive('displacement figures of a file', 'running', () => applyChunk.execute(actor, { importId }, call))
}
