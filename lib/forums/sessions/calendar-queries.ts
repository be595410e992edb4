import { and, asc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { forumSessions, forums } from '../../../db/schema/forums'
import type { Actor } from '../../auth/actor'
import type { SessionStatus } from './machine'
import type { Month } from './month'

const selectSessions = (tx: Tx, where: SQL | undefined, most: number) =>
  tx
    .select({
      id: forumSessions.id,
      forumId: forumSessions.forumId,
      // The database's own CHECK keeps the list.
      status: sql<SessionStatus>`${forumSessions.status}`,
      startsAt: forumSessions.startsAt,
      heldOn: forumSessions.heldOn,
      minutesLong: forumSessions.minutesLong,
      venue: forumSessions.venue,
      version: forumSessions.version,
      nameEn: forums.nameEn,
      nameAr: forums.nameAr,
    })
    .from(forumSessions)
    .innerJoin(forums, eq(forums.id, forumSessions.forumId))
    .where(where)
    .orderBy(asc(forumSessions.startsAt), asc(forumSessions.id))
    .limit(most)
export type CalendarSession = Awaited<ReturnType<typeof selectSessions>>[number]

/** Iraq keeps no summer time: three hours ahead all year. */
const startOf = (month: Month) => new Date(`${month}-01T00:00:00+03:00`)

/** The sessions in scope that begin in a month. */
export function listMonth(actor: Actor, month: Month, next: Month): Promise<CalendarSession[]> {
  const { startsAt } = forumSessions
  return withActor(actor, (tx) =>
    selectSessions(tx, and(gte(startsAt, startOf(month)), lt(startsAt, startOf(next))), 500),
  )
}

/** What a calendar subscribes to: the sessions in scope from ninety days back on. */
export function listForCalendar(actor: Actor): Promise<CalendarSession[]> {
  return withActor(actor, (tx) =>
    selectSessions(tx, sql`${forumSessions.startsAt} >= app_now() - interval '90 days'`, 2000),
  )
}

/** One session of a forum; null when it does not exist for this actor. */
export function getCalendarSession(actor: Actor, forumId: string, sessionId: string): Promise<CalendarSession | null> {
  return withActor(actor, async (tx) => {
    const [row] = await selectSessions(tx, and(eq(forumSessions.id, sessionId), eq(forumSessions.forumId, forumId)), 1)
    return row ?? null
  })
}
