import { asc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { committeeMeetings, committeeMembers } from '../../../db/schema/committee'
import { teams, users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { arrayOf, type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import { fullNameSql } from '../../people/name-sql'
import type { CommitteeOutcome } from './score'

export type MeetingState = 'open' | 'closed' | 'cancelled'
export type MeetingRow = {
  id: string
  held_on: string
  venue: string
  team_en: string
  team_ar: string
  state: MeetingState
  items: number
  done: number
  /** Applications that this actor, as a member, has neither scored nor stepped back from. */
  mine: number
}

/** One page of the meetings that the actor sees, newest first. */
export function listMeetings(actor: Actor, cursor: Cursor): Promise<Page<MeetingRow>> {
  const { after, before } = cursor
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<MeetingRow>(sql`
      select m.id, m.held_on::text as held_on, m.venue, t.name_en as team_en, t.name_ar as team_ar, m.state,
        count(i.id)::integer as items, count(i.outcome)::integer as done,
        count(i.id) filter (where i.outcome is null and m.state = 'open' and me.id is not null
          and not exists (select from committee_scores s where s.item_id = i.id and s.user_id = ${actor.userId})
          and not exists (select from committee_declarations d where d.item_id = i.id and d.user_id = ${actor.userId} and d.has_conflict))::integer as mine
      from (select * from committee_meetings x where true
        ${before ? sql`and x.id > ${before}::uuid` : after ? sql`and x.id < ${after}::uuid` : sql``}
        order by x.id ${before ? sql`asc` : sql`desc`} limit ${pageSize + 1}) m
      join teams t on t.id = m.team_id left join committee_items i on i.meeting_id = m.id
      left join committee_members me on me.meeting_id = m.id and me.user_id = ${actor.userId}
      group by m.id, m.held_on, m.venue, m.state, t.name_en, t.name_ar order by m.id ${before ? sql`asc` : sql`desc`}`)
    return pageOf([...rows], cursor)
  })
}

type Choosable = { id: string; reference: string; name: string; score: number | null; team_id: string }

/** Applications of these teams that wait for the committee and are on no open agenda. */
function readWaitingForMeeting(tx: Tx, teamIds: readonly string[]) {
  return tx.execute<Choosable>(sql`
    select c.id, c.reference, c.team_id, ${fullNameSql} as name,
      (select s.score from grant_screenings s where s.case_id = c.id order by s.round desc limit 1) as score
    from cases c join grants g on g.case_id = c.id join people p on p.id = g.person_id
    where c.programme = 'livelihoods' and c.status = 'committee_review' and c.team_id = any (${arrayOf(teamIds)}::uuid[])
      and not exists (select from committee_items i where i.case_id = c.id and i.outcome is null)
    order by c.status_at, c.id limit 200`)
}

/** What convening offers: the actor's teams, who may score there, and what waits for a committee. */
export function getConvening(actor: Actor) {
  return withActor(actor, async (tx) => {
    const mine = arrayOf(actor.teams)
    const [teamRows, members, waiting] = await Promise.all([
      tx
        .select({ id: teams.id, en: teams.nameEn, ar: teams.nameAr })
        .from(teams)
        .where(sql`${teams.isActive} and ${teams.id} = any (${mine}::uuid[])`)
        .orderBy(asc(teams.nameEn)),
      tx.execute<{
        id: string
        name: string
        role: 'caseworker' | 'supervisor' | 'programme_manager'
        team_id: string | null
      }>(sql`
        select distinct u.id, u.name, r.role, case when r.role = 'programme_manager' then null else m.team_id end as team_id
        from users u join user_roles r on r.user_id = u.id and r.approved_at is not null and r.ended_at is null
        join user_programmes g on g.user_id = u.id and g.programme = 'livelihoods' and g.ended_at is null
        left join team_members m on m.user_id = u.id and m.from_on <= app_today() and coalesce(m.to_on, app_today()) >= app_today()
        where u.is_active and (r.role = 'programme_manager' or (r.role in ('caseworker', 'supervisor') and m.team_id = any (${mine}::uuid[])))
        order by u.name`),
      readWaitingForMeeting(tx, actor.teams),
    ])
    return { teams: teamRows, members: [...members], waiting: [...waiting] }
  })
}

export type AgendaRow = {
  id: string
  case_id: string
  reference: string
  name: string
  status: string
  amount_minor: string
  currency: 'IQD' | 'USD'
  outcome: CommitteeOutcome | null
  mean: number | null
  spread: number | null
  declared: number
  in_conflict: number
  scored: number
  i_conflict: boolean | null
  i_scored: boolean
}

/** A meeting with its members and its agenda: how many have spoken, never what they said; null when out of scope. */
export function getMeeting(actor: Actor, meetingId: string) {
  return withActor(actor, async (tx) => {
    const [meetings, members, agenda, waiting] = await Promise.all([
      tx
        .select({
          id: committeeMeetings.id,
          heldOn: committeeMeetings.heldOn,
          venue: committeeMeetings.venue,
          state: sql<MeetingState>`${committeeMeetings.state}`,
          version: committeeMeetings.version,
          convenedBy: committeeMeetings.convenedBy,
          teamId: committeeMeetings.teamId,
          teamEn: teams.nameEn,
          teamAr: teams.nameAr,
          districtPcode: teams.districtPcode,
        })
        .from(committeeMeetings)
        .innerJoin(teams, eq(teams.id, committeeMeetings.teamId))
        .where(eq(committeeMeetings.id, meetingId)),
      tx
        .select({ id: users.id, name: users.name, isChair: committeeMembers.isChair })
        .from(committeeMembers)
        .innerJoin(users, eq(users.id, committeeMembers.userId))
        .where(eq(committeeMembers.meetingId, meetingId))
        .orderBy(sql`not ${committeeMembers.isChair}`, asc(users.name)),
      tx.execute<AgendaRow>(sql`
        select i.id, c.id as case_id, c.reference, c.status, ${fullNameSql} as name, g.amount_minor, g.currency, i.outcome,
          i.mean_hundredths as mean, i.spread, coalesce(x.declared, 0) as declared, coalesce(x.in_conflict, 0) as in_conflict,
          coalesce(x.scored, 0) as scored,
          (select d.has_conflict from committee_declarations d where d.item_id = i.id and d.user_id = ${actor.userId}) as i_conflict,
          exists (select from committee_scores s where s.item_id = i.id and s.user_id = ${actor.userId}) as i_scored
        from committee_items i join cases c on c.id = i.case_id join grants g on g.case_id = c.id join people p on p.id = g.person_id
        left join committee_progress(${meetingId}) x on x.item_id = i.id
        where i.meeting_id = ${meetingId} order by i.id`),
      readWaitingForMeeting(tx, actor.teams),
    ])
    const meeting = meetings[0]
    if (!meeting) return null
    const isMember = members.some((one) => one.id === actor.userId)
    return {
      meeting,
      members,
      isMember,
      agenda: [...agenda],
      waiting: [...waiting].filter((one) => one.team_id === meeting.teamId),
    }
  })
}
