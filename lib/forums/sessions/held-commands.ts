import { eq, inArray, sql } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { forumSessions, sessionAttendance, sessionInvites } from '../../../db/schema/forums'
import { type Actor, reaches } from '../../auth/actor'
import type { Permission } from '../../commands/command'
import { type Context, command } from '../../commands/command'
import { InvalidField, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { changeSession, type LoadedSession, loadSession, moveSession } from './load'
import { attendanceSchema, minutesSchema, sessionRefSchema, shareSchema } from './schemas'

const mayKeep = (actor: Actor, session: LoadedSession) => reaches(actor, 'forums.write', session)

/** Minutes are approved by a supervisor of the team who did not write them. */
function mayApprove(actor: Actor, session: LoadedSession): Permission {
  if (!reaches(actor, 'forums.approve', session) || !actor.teams.includes(session.teamId)) return false
  return session.minutesBy !== actor.userId || [{ key: 'forums.refused.own_minutes' }]
}

async function writeCounts(context: Context, input: z.infer<typeof attendanceSchema>): Promise<void> {
  const { tx } = context
  const { sessionId, counts, came } = input
  await tx.delete(sessionAttendance).where(eq(sessionAttendance.sessionId, sessionId))
  if (counts.length > 0) await tx.insert(sessionAttendance).values(counts.map((count) => ({ sessionId, ...count })))
  await tx
    .update(sessionInvites)
    .set({ hasCome: came.length > 0 ? sql`${inArray(sessionInvites.id, came)}` : null })
    .where(eq(sessionInvites.sessionId, sessionId))
}

/** The sheet of the day: who was there, as counts. A session that was held and not yet approved can be corrected. */
export const holdSession = command({
  name: 'sessions.hold',
  input: attendanceSchema,
  load: loadSession,
  allow: mayKeep,
  async run(context, input, session) {
    const { heldOn, attended } = input
    if (heldOn > baghdadDay(context.now)) throw new InvalidField({ heldOn: 'errors.dateFuture' })
    if (attended === 0) throw new InvalidField({ attended: 'forums.errors.nobody' })
    const facts = { heldOn, attended }
    const isWritten = session.status === 'held' || session.status === 'minutes_draft'
    await writeCounts(context, input)
    return isWritten
      ? changeSession(context, session, facts, { deed: 'count', count: attended })
      : moveSession(context, session, 'hold', 'held', facts, { count: attended })
  },
})

/** Writes or rewrites the minutes; two who do so at once are told. */
export const saveMinutes = command({
  name: 'sessions.minutes',
  input: minutesSchema,
  load: loadSession,
  allow: mayKeep,
  run(context, { minutes }, session) {
    // Who sends the words of another unchanged has not written them.
    const minutesBy = sql`case when ${forumSessions.minutes} = ${minutes} then ${forumSessions.minutesBy} else ${context.actor.userId}::uuid end`
    const facts = { minutes, minutesBy }
    if (session.status === 'held') return moveSession(context, session, 'draft_minutes', 'minutes_draft', facts)
    if (session.status !== 'minutes_draft') return refuse('forums.refused.minutes_fixed')
    return changeSession(context, session, facts, { deed: 'rewrite' })
  },
})

export const approveMinutes = command({
  name: 'sessions.approve',
  input: sessionRefSchema,
  load: loadSession,
  allow: mayApprove,
  run: (context, _input, session) =>
    moveSession(context, session, 'approve_minutes', 'minutes_approved', { approvedBy: context.actor.userId }),
})

/** Says with whom the minutes were shared. */
export const shareMinutes = command({
  name: 'sessions.share',
  input: shareSchema,
  load: loadSession,
  allow: mayKeep,
  run: (context, { sharedWith }, session) =>
    moveSession(context, session, 'share', 'shared', { sharedWith, sharedAt: context.now }, { with: sharedWith }),
})
