import { and, eq, sql } from 'drizzle-orm'
import { caseAssignments, cases } from '../../db/schema/cases'
import type { Context, Hand } from '../commands/command'
import { Conflict, refuse } from '../commands/result'
import { newId } from '../ids'
import { casesOf } from '../programmes'
import { recordEvent } from './events'
import { canGo, isClosed } from './machine'

/** What a status change needs to know of the case as it was read. */
export type CaseAsRead = { id: string; programme: string; status: string; version: number }

/**
 * The only way a status changes: asks the machine, updates the row that is still as it was read, counts the version and
 * writes the event from before and after. Throws Conflict when someone was faster, Refused when the machine says no.
 */
export async function transition(
  context: Hand,
  asRead: CaseAsRead,
  deed: string,
  to: string,
  change: { reason?: string; outcome?: string; source?: string; dueOn?: string | null } = {},
): Promise<CaseAsRead> {
  const { machine } = casesOf(asRead.programme)
  if (!canGo(machine, deed, asRead.status, to)) refuse('cases.refused.not_now', { status: asRead.status })
  const { dueOn, ...said } = change
  const rows = await context.tx
    .update(cases)
    .set({
      status: to,
      version: sql`${cases.version} + 1`,
      statusAt: context.now,
      closedAt: isClosed(machine, to) ? context.now : null,
      ...(dueOn === undefined ? {} : { dueOn }),
    })
    .where(and(eq(cases.id, asRead.id), eq(cases.version, asRead.version), eq(cases.status, asRead.status)))
    .returning({ version: cases.version })
  const row = rows[0]
  if (!row) throw new Conflict()
  const moved = { ...asRead, status: to, version: row.version }
  await recordEvent(context, moved, 'moved', { deed, ...said }, { from: asRead.status })
  return moved
}

/** Counts a change of the case's own facts that leaves its status; throws Conflict when someone was faster. */
export async function touch(
  context: Context,
  asRead: CaseAsRead,
  change: { dueOn?: string | null; priority?: string } = {},
): Promise<CaseAsRead> {
  const rows = await context.tx
    .update(cases)
    .set({ version: sql`${cases.version} + 1`, ...change })
    .where(and(eq(cases.id, asRead.id), eq(cases.version, asRead.version)))
    .returning({ version: cases.version })
  const row = rows[0]
  if (!row) throw new Conflict()
  return { ...asRead, version: row.version }
}

/**
 * Opens a case in its machine's first state, assigned to the actor, with its reference and its first event.
 * `isUncounted`: the reference is of no series, for a case that others must not find missing.
 */
export async function openCase(
  context: Context,
  facts: {
    programme: string
    teamId: string
    districtPcode: string
    locationPcode: string
    dueOn?: string
    priority?: string
  },
  { isUncounted = false } = {},
): Promise<CaseAsRead & { reference: string }> {
  const { machine, prefix } = casesOf(facts.programme)
  const { tx, actor, now } = context
  const id = newId(now)
  // The year as people here count it.
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Baghdad', year: 'numeric' }).format(now))
  const rows = await tx
    .insert(cases)
    .values({
      id,
      reference: isUncounted
        ? `${prefix}-${year}-${id.slice(-8).toUpperCase()}`
        : sql`next_reference(${prefix}, ${year}::integer)`,
      status: machine.initial,
      caseworkerId: actor.userId,
      createdBy: actor.userId,
      openedAt: now,
      statusAt: now,
      ...facts,
    })
    .returning({ reference: cases.reference })
  const opened = { id, programme: facts.programme, status: machine.initial, version: 1 }
  await recordEvent(context, opened, 'created', {}, { from: null })
  await tx.insert(caseAssignments).values({
    id: newId(now),
    caseId: id,
    caseworkerId: actor.userId,
    teamId: facts.teamId,
    assignedBy: actor.userId,
    fromAt: now,
  })
  return { ...opened, reference: rows[0]?.reference ?? '' }
}
