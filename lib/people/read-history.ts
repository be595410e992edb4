import { desc, eq } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Tx } from '../../db/client'
import { auditLog } from '../../db/schema/records'
import { users } from '../../db/schema/users'

/** One change of a person's records: who, when, what, and between which values. */
export type HistoryEntry = {
  id: number
  at: Date
  who: string | null
  table: string
  deed: string
  changes: { field: string; from: string | null; to: string | null }[]
}

const MOST = 60
// What the trigger writes: column → [from, to].
const changesSchema = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** The latest changes, newest first, as the audit recorded them. */
export async function readHistory(tx: Tx, personId: string): Promise<HistoryEntry[]> {
  const rows = await tx
    .select({
      id: auditLog.id,
      at: auditLog.at,
      who: users.name,
      table: auditLog.tableName,
      deed: auditLog.deed,
      changes: auditLog.changes,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(eq(auditLog.subjectId, personId))
    .orderBy(desc(auditLog.id))
    .limit(MOST)
  return rows.map(({ changes, ...row }) => ({
    ...row,
    changes: Object.entries(changesSchema.parse(changes)).map(([field, [from, to]]) => ({
      field,
      from: textOf(from),
      to: textOf(to),
    })),
  }))
}
