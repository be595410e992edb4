import { sql } from 'drizzle-orm'
import { type Tx, withSystem } from '../../db/client'
import { holdersOf, type NotificationKind, notify } from '../cases/notify'
import type { Hand } from '../commands/command'
import { baghdadDay } from '../format'
import { newId } from '../ids'

type Late = { id: string; case_id: string | null; team_id: string; reference: string }

/** Concerns that nobody has triaged in the time that their severity gives. */
const untriaged = (today: string) => sql`
  update concerns set late_told_at = app_now() where case_id in (
    select r.case_id from concerns r join cases c on c.id = r.case_id
    where c.programme = 'policing' and c.status in ('raised', 'triage') and c.closed_at is null and c.due_on < ${today}::date and r.late_told_at is null
    order by c.due_on limit 100 for update of r skip locked)
  returning case_id as id, case_id, (select team_id from cases where id = case_id) as team_id, '' as reference`

const overdue = (today: string) => sql`
  update forum_actions set late_told_at = app_now(), version = version + 1 where id in (
    select id from forum_actions where status in ('open', 'in_progress', 'blocked') and due_on < ${today}::date and late_told_at is null
    order by due_on limit 100 for update skip locked)
  returning id, case_id, team_id, (select reference from forums where forums.id = forum_id) as reference`

const unanswered = (today: string) => sql`
  update forum_actions set unanswered_told_at = app_now(), version = version + 1 where id in (
    select id from forum_actions where answer_due_on < ${today}::date and answer = '' and unanswered_told_at is null
      and status in ('open', 'in_progress', 'blocked')
    order by answer_due_on limit 100 for update skip locked)
  returning id, case_id, team_id, (select reference from forums where forums.id = forum_id) as reference`

async function tell(
  context: Hand,
  rows: Iterable<Late>,
  kind: NotificationKind,
  role: 'supervisor' | 'programme_manager',
) {
  for (const row of rows) {
    const scope = role === 'supervisor' ? { teamId: row.team_id } : {}
    const people = await holdersOf(context, role, { programme: 'policing', ...scope })
    await notify(context, people, kind, row.case_id, { reference: row.reference, actionId: row.id })
  }
}

const read = async (tx: Tx, query: ReturnType<typeof overdue>) => [...(await tx.execute<Late>(query))]

/**
 * Tells supervisors once of concerns that nobody triaged and actions that are overdue, and managers once of what a level above
 * did not answer in its time. Several processes at once take different rows. Answers how many were told of.
 */
export function escalateForumWork(now = new Date()): Promise<number> {
  return withSystem('overdue concerns and actions', async (tx) => {
    const context: Hand = { tx, actor: null, now, commandId: newId(now) }
    const today = baghdadDay(now)
    const concerns = await read(tx, untriaged(today))
    const late = await read(tx, overdue(today))
    const silent = await read(tx, unanswered(today))
    await tell(context, concerns, 'concern_overdue', 'supervisor')
    await tell(context, late, 'action_overdue', 'supervisor')
    await tell(context, silent, 'action_unanswered', 'programme_manager')
    return concerns.length + late.length + silent.length
  })
}
