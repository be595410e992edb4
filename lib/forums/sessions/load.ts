import { and, eq, type SQL, sql } from 'drizzle-orm'
import { forumSessions } from '../../../db/schema/forums'
import type { Placed } from '../../auth/actor'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import { recordForumEvent } from '../event'
import { type SessionDeed, type SessionStatus, sessionMachine } from './machine'

/** A session as a command works on it. */
export type LoadedSession = Placed & {
  id: string
  programme: 'policing'
  forumId: string
  status: string
  version: number
  startsAt: Date
  minutesBy: string | null
}

/** `load` of every command on a session: locks it and insists that it is still as the form saw it. */
export async function loadSession(
  { tx }: Context,
  input: { sessionId: string; version: number },
): Promise<LoadedSession | null> {
  const [session] = await tx
    .select({
      id: forumSessions.id,
      forumId: forumSessions.forumId,
      status: forumSessions.status,
      version: forumSessions.version,
      startsAt: forumSessions.startsAt,
      minutesBy: forumSessions.minutesBy,
      teamId: forumSessions.teamId,
      districtPcode: sql<string>`(select district_pcode from forums where forums.id = ${forumSessions.forumId})`,
      createdBy: forumSessions.createdBy,
    })
    .from(forumSessions)
    .where(eq(forumSessions.id, input.sessionId))
    .for('update')
  if (!session) return null
  if (session.version !== input.version) throw new Conflict()
  return { ...session, caseworkerId: null, programme: 'policing' }
}

type Row = typeof forumSessions.$inferInsert
type Facts = { [Name in keyof Row]?: Row[Name] | SQL }

/** Writes facts of a session that is still as it was read, and what happened. Throws Conflict when someone was faster. */
export async function changeSession(
  context: Context,
  session: LoadedSession,
  facts: Facts,
  data: Record<string, string | number>,
  to: string = session.status,
): Promise<{ forumId: string; sessionId: string }> {
  const rows = await context.tx
    .update(forumSessions)
    .set({ ...facts, status: to, version: sql`${forumSessions.version} + 1` })
    .where(and(eq(forumSessions.id, session.id), eq(forumSessions.version, session.version)))
    .returning({ id: forumSessions.id })
  if (rows.length === 0) throw new Conflict()
  const { forumId, id: subjectId, status: from } = session
  await recordForumEvent(context, { forumId, subject: 'session', subjectId, from, to, data })
  return { forumId, sessionId: session.id }
}

/** Takes one step of the machine. */
export function moveSession(
  context: Context,
  session: LoadedSession,
  deed: SessionDeed,
  to: SessionStatus,
  facts: Facts = {},
  data: Record<string, string | number> = {},
): Promise<{ forumId: string; sessionId: string }> {
  if (!canGo(sessionMachine, deed, session.status, to)) refuse('cases.refused.not_now')
  return changeSession(context, session, facts, { deed, ...data }, to)
}
