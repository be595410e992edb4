import { eq, sql } from 'drizzle-orm'
import { type Tx, withSystem } from '../../../db/client'
import { grants } from '../../../db/schema/grants'
import { holdersOf, notify } from '../../cases/notify'
import { transition } from '../../cases/transition'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'

/** Days in which a supervisor forwards what moved up; the programme's service standard. */
const daysToForward = 5
/** More than a line ever frees at once. */
const most = 500

type Waiting = { id: string; version: number; team_id: string; amount_minor: string }

const meanText = `(select i.mean_hundredths from committee_items i where i.case_id = g.case_id and i.round = g.round
  and i.outcome = 'waitlisted' order by i.id desc limit 1)`

/** The mean of the item that put a grant on the waiting list in its present round; what moved up is still held by it. */
export const waitingMean = sql.raw(meanText)

/** The household's newest vulnerability score. */
export const waitingScore = sql.raw(
  '(select s.score from grant_screenings s where s.case_id = g.case_id order by s.round desc limit 1)',
)

/** The order of the waiting list: what the committee said, then how vulnerable the household is, then who came first. */
const waitingOrder = sql`coalesce(${waitingMean}, 0) desc, coalesce(${waitingScore}, 0) desc, c.reference`

/** What is free on a line and not yet spoken for by what was recommended or moved up; nothing on a line that is not open. */
async function roomOn(tx: Tx, lineId: string): Promise<number> {
  const rows = await tx.execute<{ room: string }>(sql`
    select l.allocated_minor - l.committed_minor - coalesce((select sum(g.amount_minor) from grants g join cases c on c.id = g.case_id
      where g.budget_line_id = l.id and (c.status in ('pending_approval_1', 'pending_approval_2')
        or (c.status = 'committee_review' and ${waitingMean} is not null))), 0) as room
    from budget_lines l join funding_sources s on s.id = l.source_id
    where l.id = ${lineId} and l.state = 'active' and s.state = 'active' and app_today() between s.starts_on and s.ends_on`)
  return Number(rows[0]?.room ?? 0)
}

async function moveUpOn(tx: Tx, lineId: string, now: Date): Promise<number> {
  // One at a time for a line: whoever comes second counts what the first has moved.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`waiting list ${lineId}`}, 0))`)
  let room = await roomOn(tx, lineId)
  if (room <= 0) return 0
  const waiting = await tx.execute<Waiting>(sql`
    select c.id, c.version, c.team_id, g.amount_minor from grants g join cases c on c.id = g.case_id
    where g.budget_line_id = ${lineId} and c.status = 'waitlisted' order by ${waitingOrder} limit ${most} for update of c`)
  const context = { tx, actor: null, now, commandId: newId() }
  const dueOn = baghdadDay(new Date(now.getTime() + daysToForward * 86_400_000))
  let moved = 0
  for (const one of waiting) {
    const amount = Number(one.amount_minor)
    if (amount > room) continue
    const asRead = { id: one.id, programme: 'livelihoods', status: 'waitlisted', version: one.version }
    await transition(context, asRead, 'move_up', 'committee_review', { dueOn })
    await notify(
      context,
      await holdersOf(context, 'supervisor', { programme: 'livelihoods', teamId: one.team_id }),
      'grant_moved_up',
      one.id,
    )
    room -= amount
    moved += 1
  }
  return moved
}

/**
 * Moves up what waits for these lines, in the order of the list and as far as their room goes. To be called after a commit
 * that gave money back: a withdrawal, a cancelled or recovered tranche, a larger line. Answers with how many moved.
 */
export async function moveUp(lineIds: readonly (string | null)[], at?: Date): Promise<number> {
  // Always in the same order, so that two runs over the same lines wait for each other and never cross.
  const lines = [...new Set(lineIds)].filter((id): id is string => id !== null).sort()
  if (lines.length === 0) return 0
  return withSystem(
    'waiting list',
    async (tx) => {
      let moved = 0
      for (const lineId of lines) moved += await moveUpOn(tx, lineId, at ?? new Date())
      return moved
    },
    at ? { at } : undefined,
  )
}

/** As `moveUp`, for the line that a grant was to be paid from: it was withdrawn, cancelled, returned or rejected. */
export async function moveUpBehind(caseId: string, at?: Date): Promise<void> {
  const lineId = await withSystem('waiting list', async (tx) => {
    const rows = await tx.select({ lineId: grants.budgetLineId }).from(grants).where(eq(grants.caseId, caseId))
    return rows[0]?.lineId ?? null
  })
  await moveUp([lineId], at)
}
