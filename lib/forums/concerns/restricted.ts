import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { cases } from '../../../db/schema/cases'
import { concerns, restrictedConcerns, restrictedNotes } from '../../../db/schema/concerns'
import { locations } from '../../../db/schema/places'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import { type Page, pageOf, pageSize } from '../../cases/scope'
import { type Context, command } from '../../commands/command'
import { Conflict } from '../../commands/result'
import { newId } from '../../ids'
import type { HandlingState } from './domain'
import { handleRestrictedSchema, restrictedNoteSchema } from './schemas'

const columns = {
  id: cases.id,
  reference: cases.reference,
  openedAt: cases.openedAt,
  raisedOn: concerns.raisedOn,
  category: concerns.category,
  severity: concerns.severity,
  // The database's own CHECK keeps the list.
  state: sql<HandlingState>`${restrictedConcerns.state}`,
  passedTo: restrictedConcerns.passedTo,
  version: restrictedConcerns.version,
  placeEn: locations.nameEn,
  placeAr: locations.nameAr,
}

const selectRestricted = (tx: Tx) =>
  tx
    .select(columns)
    .from(restrictedConcerns)
    .innerJoin(concerns, eq(concerns.caseId, restrictedConcerns.caseId))
    .innerJoin(cases, eq(cases.id, concerns.caseId))
    .innerJoin(locations, eq(locations.pcode, cases.locationPcode))

export type RestrictedRow = Awaited<ReturnType<typeof selectRestricted>>[number]

/** One page of restricted concerns, newest first. For anyone but a focal point there are none. */
export function listRestricted(actor: Actor, after?: string): Promise<Page<RestrictedRow>> {
  return withActor(actor, async (tx) => {
    const rows = await selectRestricted(tx)
      .where(after ? lt(restrictedConcerns.caseId, after) : undefined)
      .orderBy(desc(restrictedConcerns.caseId))
      .limit(pageSize + 1)
    return pageOf(rows, { after })
  })
}

export type RestrictedNote = { id: string; body: string; author: string | null; at: string }
type Said = { summary: string; body: string; notes: RestrictedNote[] }

/** One restricted concern. What was said only when asked for (`withText`): each reading is noted. */
export function getRestricted(actor: Actor, caseId: string, withText: boolean) {
  return withActor(actor, async (tx) => {
    const [[row], said] = await Promise.all([
      selectRestricted(tx).where(eq(restrictedConcerns.caseId, caseId)),
      withText ? tx.execute<Said>(sql`select * from read_restricted(${caseId}::uuid)`) : [],
    ])
    return row ? { ...row, said: said[0] ?? null } : null
  })
}

async function lockRestricted({ tx }: Context, { caseId }: { caseId: string }) {
  const [row] = await tx
    .select({ caseId: restrictedConcerns.caseId, version: restrictedConcerns.version })
    .from(restrictedConcerns)
    .where(eq(restrictedConcerns.caseId, caseId))
    .for('update')
  return row ?? null
}

const allow = (actor: Actor) => may(actor, 'restricted.handle')

/** Says how far the focal point has come. */
export const handleRestricted = command({
  name: 'restricted.handle',
  input: handleRestrictedSchema,
  load: lockRestricted,
  allow,
  async run({ tx, actor, now }, { state, passedTo, version }, { caseId }) {
    const rows = await tx
      .update(restrictedConcerns)
      .set({
        state,
        passedTo,
        updatedBy: actor.userId,
        updatedAt: now,
        version: sql`${restrictedConcerns.version} + 1`,
      })
      .where(and(eq(restrictedConcerns.caseId, caseId), eq(restrictedConcerns.version, version)))
      .returning({ caseId: restrictedConcerns.caseId })
    if (rows.length === 0) throw new Conflict()
    return { caseId }
  },
})

export const addRestrictedNote = command({
  name: 'restricted.note',
  input: restrictedNoteSchema,
  load: lockRestricted,
  allow,
  async run({ tx, actor, now }, { body }, { caseId }) {
    await tx.insert(restrictedNotes).values({ id: newId(now), caseId, body, authorId: actor.userId, at: now })
    return { caseId }
  },
})
