import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Actor } from '../auth/actor'
import { may } from '../auth/roles'
import { arrayOf } from '../cases/scope'
import { fullNameSql } from '../people/name-sql'
import type { GrantStatus } from './machine'

/** One thing of the day: whose, what, by when. */
export type WorkRow = { id: string; reference: string; status: GrantStatus; name: string; dueOn: string | null }

/** The sections of the day that grants bring along; more than a handful of rows each is a list, not a day. */
export type GrantWork = Record<
  'mine' | 'toDecide' | 'toVerify' | 'toScreen' | 'toScore' | 'toConvene' | 'toTrain',
  WorkRow[]
>

const most = 8

type Raw = {
  section: keyof GrantWork
  id: string
  reference: string
  status: GrantStatus
  name: string
  due_on: string | null
}

/** The soonest due of some cases; each key walks its own partial index and stops. */
function soonest(section: keyof GrantWork, ids: SQL): SQL {
  return sql`select ${section}::text as section, c.id, c.reference, c.status, ${fullNameSql} as name, c.due_on::text as due_on
    from (${ids}) k join cases c on c.id = k.id join grants g on g.case_id = c.id join people p on p.id = g.person_id`
}

/** Ids of a team's cases in these states, the soonest due first; `others` leaves out what the actor prepared. */
function ofTeams(actor: Actor, statuses: readonly GrantStatus[], others: boolean): SQL {
  const notMine = others
    ? sql`and c.caseworker_id is distinct from ${actor.userId}::uuid and c.created_by <> ${actor.userId}::uuid`
    : sql``
  if (actor.scope === 'all') {
    return sql`select c.id, c.due_on from cases c where c.programme = 'livelihoods'
      and c.status = any (${arrayOf(statuses)}::text[]) ${notMine} order by c.id limit ${most}`
  }
  return sql`select k.id, k.due_on from unnest(${arrayOf(actor.teams)}::uuid[]) t(team_id)
    cross join unnest(${arrayOf(statuses)}::text[]) s(status) cross join lateral (
      select c.id, c.due_on from cases c where c.team_id = t.team_id and c.status = s.status ${notMine}
        and c.closed_at is null
      order by c.due_on limit ${most}) k order by k.due_on limit ${most}`
}

/** Applications before an open meeting that this member has neither scored nor stepped back from. */
function toScore(actor: Actor): SQL {
  return sql`select i.case_id as id from committee_members m join committee_meetings t on t.id = m.meeting_id and t.state = 'open'
    join committee_items i on i.meeting_id = m.meeting_id and i.outcome is null
    join cases c on c.id = i.case_id and c.status = 'committee_review'
    where m.user_id = ${actor.userId}::uuid
      and not exists (select from committee_scores s where s.item_id = i.id and s.user_id = m.user_id)
      and not exists (select from committee_declarations d where d.item_id = i.id and d.user_id = m.user_id and d.has_conflict)
    order by i.id limit ${most}`
}

/** A team's applications that wait for a meeting, or for a course: nobody has taken them up yet. */
function unheard(actor: Actor, status: 'committee_review' | 'training'): SQL {
  const taken =
    status === 'training'
      ? sql`select from course_enrolments e join courses o on o.id = e.course_id and o.state = 'planned'
          where e.case_id = c.id and e.left_at is null union all select from training_waivers w where w.case_id = c.id`
      : sql`select from committee_items i where i.case_id = c.id and i.outcome is null`
  return sql`select k.id from unnest(${arrayOf(actor.teams)}::uuid[]) t(team_id) cross join lateral (
    select c.id, c.due_on from cases c where c.team_id = t.team_id and c.status = ${status}
      and c.closed_at is null and not exists (${taken})
    order by c.due_on limit ${most}) k order by k.due_on limit ${most}`
}

/** What waits for this actor among the grants, in one statement. */
export async function readGrantWork(tx: Tx, actor: Actor): Promise<GrantWork> {
  const parts: SQL[] = []
  if (may(actor, 'grants.write')) {
    parts.push(
      soonest(
        'mine',
        sql`select c.id from cases c where c.caseworker_id = ${actor.userId}::uuid and c.programme = 'livelihoods'
          and c.closed_at is null order by c.due_on limit 40`,
      ),
    )
  }
  if (may(actor, 'grants.decide_first')) parts.push(soonest('toDecide', ofTeams(actor, ['pending_approval_1'], true)))
  if (may(actor, 'grants.decide_second')) parts.push(soonest('toDecide', ofTeams(actor, ['pending_approval_2'], true)))
  if (may(actor, 'grants.verify')) parts.push(soonest('toVerify', ofTeams(actor, ['verification'], true)))
  if (may(actor, 'grants.screen')) parts.push(soonest('toScreen', ofTeams(actor, ['submitted', 'screening'], false)))
  if (may(actor, 'committee.score')) parts.push(soonest('toScore', toScore(actor)))
  if (may(actor, 'committee.convene'))
    parts.push(soonest('toConvene', unheard(actor, 'committee_review')), soonest('toTrain', unheard(actor, 'training')))
  const work: GrantWork = {
    mine: [],
    toDecide: [],
    toVerify: [],
    toScreen: [],
    toScore: [],
    toConvene: [],
    toTrain: [],
  }
  if (parts.length === 0) return work
  const rows = await tx.execute<Raw>(sql`${sql.join(parts, sql` union all `)} order by due_on nulls last, id`)
  for (const { section, due_on, ...row } of rows) work[section].push({ ...row, dueOn: due_on })
  return work
}
