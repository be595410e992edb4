import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Actor } from '../auth/actor'
import { may } from '../auth/roles'
import { longestOverdue } from './actions/queries'
import { type ConcernRow, concernRowOf, concernRows } from './concerns/list-query'
import { readSessionWork, type SessionWork } from './session-work-query'

const most = 8

type DueAction = { id: string; title: string; owner_name: string; due_on: string; reference: string }
type Restricted = { id: string; reference: string; opened_at: string }
export type ForumWork = {
  triage: ConcernRow[]
  mine: ConcernRow[]
  actions: DueAction[]
  restricted: Restricted[]
} & SessionWork

type Raw = Parameters<typeof concernRowOf>[0]

/** What nobody has decided about in the supervisor's teams, the soonest due first. */
async function readTriage(tx: Tx, actor: Actor): Promise<ConcernRow[]> {
  if (!may(actor, 'concerns.triage') || actor.scope !== 'team') return []
  const ids = sql`select k.id from unnest(app_teams()) t(team_id) cross join (values ('raised'), ('triage')) s(status) cross join lateral (
      select c.id, c.due_on from cases c where c.team_id = t.team_id and c.status = s.status and c.closed_at is null
        and c.programme = 'policing' order by c.due_on limit ${most}) k order by k.due_on limit ${most}`
  const rows = await tx.execute<Raw>(sql`${concernRows(ids)} order by c.due_on, c.id`)
  return [...rows].map(concernRowOf)
}

/** The actor's own open concerns, the soonest due first. */
async function readMine(tx: Tx, actor: Actor): Promise<ConcernRow[]> {
  if (!may(actor, 'concerns.write')) return []
  const ids = sql`select c.id from cases c where c.caseworker_id = ${actor.userId}::uuid and c.programme = 'policing'
    and c.closed_at is null order by c.due_on limit 20`
  const rows = await tx.execute<Raw>(sql`${concernRows(ids)} order by c.due_on nulls last, c.id`)
  return [...rows].map(concernRowOf)
}

/** Actions of the team's forums that are overdue, the longest first. */
async function readActions(tx: Tx, actor: Actor): Promise<DueAction[]> {
  if (!may(actor, 'forums.write') || actor.scope !== 'team') return []
  const rows = await tx.execute<DueAction>(sql`
    select a.id, a.title, a.owner_name, a.due_on::text, f.reference from (${longestOverdue(most)}) k
    join forum_actions a on a.id = k.id join forums f on f.id = a.forum_id order by a.due_on, a.id`)
  return [...rows]
}

async function readRestricted(tx: Tx, actor: Actor): Promise<Restricted[]> {
  if (!may(actor, 'restricted.handle')) return []
  const rows = await tx.execute<Restricted>(sql`
    select c.id, c.reference, c.opened_at from restricted_concerns r join cases c on c.id = r.case_id
    where r.state = 'received' order by c.id limit ${most}`)
  return [...rows]
}

/** What forums bring into the actor's day. */
export async function readForumWork(tx: Tx, actor: Actor): Promise<ForumWork> {
  const [triage, mine, actions, restricted, sessions] = await Promise.all([
    readTriage(tx, actor),
    readMine(tx, actor),
    readActions(tx, actor),
    readRestricted(tx, actor),
    readSessionWork(tx, actor),
  ])
  return { triage, mine, actions, restricted, ...sessions }
}
