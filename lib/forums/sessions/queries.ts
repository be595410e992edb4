import { asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { forumActions } from '../../../db/schema/concerns'
import { forumMembers, forumSessions, forums, sessionAttendance, sessionInvites } from '../../../db/schema/forums'
import { users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import type { OwnerKind } from '../actions/domain'
import type { ActionStatus } from '../actions/machine'
import { type ConcernRow, concernRowOf, concernRows } from '../concerns/list-query'
import type { Constituency } from '../domain'
import { readEvents } from '../event-query'
import { readForum } from '../load'
import type { AttendanceBand } from './domain'
import type { SessionStatus } from './machine'

const readRow = (tx: Tx, sessionId: string) =>
  tx
    .select({
      id: forumSessions.id,
      forumId: forumSessions.forumId,
      // The database's own CHECK keeps the list.
      status: sql<SessionStatus>`${forumSessions.status}`,
      startsAt: forumSessions.startsAt,
      minutesLong: forumSessions.minutesLong,
      venue: forumSessions.venue,
      heldOn: forumSessions.heldOn,
      attended: forumSessions.attended,
      minutes: forumSessions.minutes,
      minutesById: forumSessions.minutesBy,
      minutesBy: users.name,
      approvedBy: sql<string | null>`(select name from users a where a.id = ${forumSessions.approvedBy})`,
      sharedWith: forumSessions.sharedWith,
      remark: forumSessions.remark,
      version: forumSessions.version,
      nameEn: forums.nameEn,
      nameAr: forums.nameAr,
    })
    .from(forumSessions)
    .innerJoin(forums, eq(forums.id, forumSessions.forumId))
    .leftJoin(users, eq(users.id, forumSessions.minutesBy))
    .where(eq(forumSessions.id, sessionId))

export type AgendaItem = {
  id: string
  case_id: string | null
  action_id: string | null
  /** What the point is called: the concern's line, the action, or the matter itself. */
  label: string
  /** A concern that only the team may see so far: it goes on no paper. */
  is_untriaged: boolean
}

async function readAgenda(tx: Tx, sessionId: string): Promise<AgendaItem[]> {
  const rows = await tx.execute<AgendaItem>(sql`
    select i.id, i.case_id, i.action_id, coalesce(t.summary, a.title, i.matter) as label, coalesce(c.status in ('raised', 'triage'), false) as is_untriaged
    from session_items i left join cases c on c.id = i.case_id left join concern_texts t on t.case_id = i.case_id left join forum_actions a on a.id = i.action_id
    where i.session_id = ${sessionId}::uuid order by i.position`)
  return [...rows]
}

const readInvites = (tx: Tx, sessionId: string) =>
  tx
    .select({
      id: sessionInvites.id,
      memberId: sessionInvites.memberId,
      name: sql<string>`coalesce(${forumMembers.name}, ${sessionInvites.guest})`,
      constituency: sql<Constituency>`${sessionInvites.constituency}`,
      hasCome: sessionInvites.hasCome,
    })
    .from(sessionInvites)
    .leftJoin(forumMembers, eq(forumMembers.id, sessionInvites.memberId))
    .where(eq(sessionInvites.sessionId, sessionId))
    .orderBy(asc(sql`coalesce(${forumMembers.name}, ${sessionInvites.guest})`))

const readCounts = (tx: Tx, sessionId: string) =>
  tx
    .select({
      sex: sql<'female' | 'male'>`${sessionAttendance.sex}`,
      ageBand: sql<AttendanceBand>`${sessionAttendance.ageBand}`,
      displacement: sessionAttendance.displacement,
      hasDisability: sessionAttendance.hasDisability,
      count: sessionAttendance.count,
    })
    .from(sessionAttendance)
    .where(eq(sessionAttendance.sessionId, sessionId))

const readAgreed = (tx: Tx, sessionId: string) =>
  tx
    .select({
      id: forumActions.id,
      title: forumActions.title,
      ownerKind: sql<OwnerKind>`${forumActions.ownerKind}`,
      ownerName: forumActions.ownerName,
      dueOn: forumActions.dueOn,
      status: sql<ActionStatus>`${forumActions.status}`,
    })
    .from(forumActions)
    .where(eq(forumActions.sessionId, sessionId))
    .orderBy(asc(forumActions.dueOn))
    .limit(100)

async function readRaised(tx: Tx, sessionId: string): Promise<ConcernRow[]> {
  const ids = sql`select case_id as id from concerns where session_id = ${sessionId}::uuid order by case_id limit 100`
  const rows = await tx.execute<Parameters<typeof concernRowOf>[0]>(sql`${concernRows(ids)} order by c.id`)
  return [...rows].map(concernRowOf)
}

/** Everything that a session's page shows; null when it does not exist for this actor. Names only for the forum's team. */
export function getSession(actor: Actor, forumId: string, sessionId: string) {
  return withActor(actor, async (tx) => {
    const [forum, [session], agenda, invites, counts, raised, agreed, events] = await Promise.all([
      readForum(tx, forumId),
      readRow(tx, sessionId),
      readAgenda(tx, sessionId),
      readInvites(tx, sessionId),
      readCounts(tx, sessionId),
      readRaised(tx, sessionId),
      readAgreed(tx, sessionId),
      readEvents<SessionStatus>(tx, sessionId),
    ])
    if (!forum || !session || session.forumId !== forum.id) return null
    return { forum, session, agenda, invites, counts, raised, agreed, events }
  })
}
export type SessionPage = NonNullable<Awaited<ReturnType<typeof getSession>>>

type Open = { id: string; label: string }

/** What an agenda can be built from, and who can be asked: open concerns and actions of the forum, and its members. */
export function getAgendaChoices(actor: Actor, forumId: string) {
  return withActor(actor, async (tx) => {
    const [concerns, actions, members] = await Promise.all([
      tx.execute<Open>(sql`
        select c.id, t.summary as label from concerns n join cases c on c.id = n.case_id join concern_texts t on t.case_id = c.id
        where n.forum_id = ${forumId}::uuid and c.closed_at is null and c.status not in ('raised', 'triage') order by c.id desc limit 40`),
      tx.execute<Open>(sql`
        select a.id, a.title as label from forum_actions a where a.forum_id = ${forumId}::uuid
        and a.status in ('open', 'in_progress', 'blocked', 'done') order by a.due_on limit 40`),
      tx
        .select({
          id: forumMembers.id,
          name: forumMembers.name,
          constituency: sql<Constituency>`${forumMembers.constituency}`,
        })
        .from(forumMembers)
        .where(sql`${forumMembers.forumId} = ${forumId}::uuid and ${forumMembers.toOn} is null`)
        .orderBy(asc(forumMembers.name))
        .limit(200),
    ])
    return { concerns: [...concerns], actions: [...actions], members }
  })
}

export type AgendaChoices = Awaited<ReturnType<typeof getAgendaChoices>>

/** The last place where the forum met, as the proposal for the next. */
export function getSessionForm(actor: Actor, forumId: string) {
  return withActor(actor, async (tx) => {
    const [forum, [last]] = await Promise.all([
      readForum(tx, forumId),
      tx
        .select({ venue: forumSessions.venue, minutesLong: forumSessions.minutesLong })
        .from(forumSessions)
        .where(eq(forumSessions.forumId, forumId))
        .orderBy(desc(forumSessions.startsAt))
        .limit(1),
    ])
    return forum && { forum, last: last ?? null }
  })
}
