import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { forumMembers, forumSessions, sessionInvites, sessionItems } from '../../../db/schema/forums'
import { type Actor, reaches } from '../../auth/actor'
import { command } from '../../commands/command'
import { refuse } from '../../commands/result'
import { newId } from '../../ids'
import { momentAt } from '../../time-of-day'
import { recordForumEvent } from '../event'
import { readForum } from '../load'
import { canKeep } from '../policy'
import { daysOf } from './domain'
import { changeSession, type LoadedSession, loadSession, moveSession } from './load'
import {
  agendaSchema,
  editSessionSchema,
  inviteGuestSchema,
  inviteSchema,
  planSessionsSchema,
  whySchema,
} from './schemas'

const mayKeep = (actor: Actor, session: LoadedSession) => reaches(actor, 'forums.write', session)
const unique = { forum_sessions_once: { field: 'at', key: 'forums.errors.sessionTwice' } }

/** Plans one session, or several in the same rhythm. */
export const planSessions = command({
  name: 'sessions.plan',
  input: planSessionsSchema,
  load: (context, input) => readForum(context.tx, input.forumId),
  allow: canKeep,
  unique,
  async run(context, { on, at, venue, minutesLong, repeat, times }, forum) {
    const { tx, actor, now } = context
    if (!['endorsed', 'active', 'dormant'].includes(forum.status)) refuse('forums.refused.no_sessions')
    const days = daysOf(on, repeat, times)
    const seriesId = days.length > 1 ? newId(now) : null
    const rows = days.map((day) => ({
      id: newId(now),
      forumId: forum.id,
      teamId: forum.teamId,
      seriesId,
      status: 'scheduled',
      startsAt: momentAt(day, at),
      venue,
      minutesLong,
      createdBy: actor.userId,
      createdAt: now,
    }))
    await tx.insert(forumSessions).values(rows)
    for (const { id } of rows)
      await recordForumEvent(context, {
        forumId: forum.id,
        subject: 'session',
        subjectId: id,
        from: null,
        to: 'scheduled',
      })
    return { forumId: forum.id, sessionId: rows[0]?.id ?? '' }
  },
})

/** Changes when and where a session that has not been held takes place; a postponed one is scheduled again with it. */
export const editSession = command({
  name: 'sessions.edit',
  input: editSessionSchema,
  load: loadSession,
  allow: mayKeep,
  unique,
  run(context, { on, at, venue, minutesLong }, session) {
    const facts = { startsAt: momentAt(on, at), venue, minutesLong }
    if (session.status === 'postponed')
      return moveSession(context, session, 'schedule', 'scheduled', { ...facts, remark: '' })
    if (session.status !== 'scheduled') return refuse('cases.refused.not_now')
    return changeSession(context, session, facts, { deed: 'edit' })
  },
})

export const postponeSession = command({
  name: 'sessions.postpone',
  input: whySchema,
  load: loadSession,
  allow: mayKeep,
  run: (context, { remark }, session) =>
    moveSession(context, session, 'postpone', 'postponed', { remark }, { reason: remark }),
})

export const cancelSession = command({
  name: 'sessions.cancel',
  input: whySchema,
  load: loadSession,
  allow: mayKeep,
  run: (context, { remark }, session) =>
    moveSession(context, session, 'cancel', 'cancelled', { remark }, { reason: remark }),
})

/** Sets the agenda: open concerns, open actions, then matters in words. */
export const setAgenda = command({
  name: 'sessions.agenda',
  input: agendaSchema,
  load: loadSession,
  allow: mayKeep,
  async run(context, { concerns, actions, matters }, session) {
    if (!['scheduled', 'postponed', 'held', 'minutes_draft'].includes(session.status))
      refuse('forums.refused.minutes_fixed')
    const { tx, now } = context
    await tx.delete(sessionItems).where(eq(sessionItems.sessionId, session.id))
    const points = [
      ...concerns.map((caseId) => ({ caseId })),
      ...actions.map((actionId) => ({ actionId })),
      ...matters.map((matter) => ({ matter })),
    ]
    if (points.length > 0)
      await tx
        .insert(sessionItems)
        .values(points.map((point, at) => ({ id: newId(now), sessionId: session.id, position: at + 1, ...point })))
    return changeSession(context, session, {}, { deed: 'agenda', count: points.length })
  },
})

/** Asks these members, and no others; guests stay as they are. */
export const inviteMembers = command({
  name: 'sessions.invite',
  input: inviteSchema,
  load: loadSession,
  allow: mayKeep,
  async run(context, { members }, session) {
    const { tx, now } = context
    const seated =
      members.length === 0
        ? []
        : await tx
            .select({ id: forumMembers.id, constituency: forumMembers.constituency })
            .from(forumMembers)
            .where(
              and(
                eq(forumMembers.forumId, session.forumId),
                inArray(forumMembers.id, members),
                isNull(forumMembers.toOn),
              ),
            )
    await tx
      .delete(sessionInvites)
      .where(and(eq(sessionInvites.sessionId, session.id), sql`${sessionInvites.memberId} is not null`))
    if (seated.length > 0)
      await tx
        .insert(sessionInvites)
        .values(
          seated.map(({ id, constituency }) => ({ id: newId(now), sessionId: session.id, memberId: id, constituency })),
        )
    return changeSession(context, session, {}, { deed: 'invite', count: seated.length })
  },
})

export const inviteGuest = command({
  name: 'sessions.invite_guest',
  input: inviteGuestSchema,
  load: loadSession,
  allow: mayKeep,
  async run(context, { guest, constituency }, session) {
    await context.tx
      .insert(sessionInvites)
      .values({ id: newId(context.now), sessionId: session.id, guest, constituency })
    return changeSession(context, session, {}, { deed: 'invite_guest' })
  },
})
