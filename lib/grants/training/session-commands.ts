import { eq, inArray, sql } from 'drizzle-orm'
import { attendance, courseEnrolments, courseSessions } from '../../../db/schema/training'
import { command } from '../../commands/command'
import { InvalidField, NotFound, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { canChange, loadCourse, loadSession } from './load'
import { addSessionSchema, attendanceSchema, sessionRefSchema } from './schemas'

/** Adds a session to a planned course, within its days. */
export const addSession = command({
  name: 'training.add_session',
  input: addSessionSchema,
  load: loadCourse,
  allow: canChange,
  async run({ tx, now }, { courseId, heldOn, topic, hours }, course) {
    if (heldOn < course.startsOn || heldOn > course.endsOn)
      throw new InvalidField({ heldOn: 'training.errors.outsideCourse' })
    await tx.insert(courseSessions).values({ id: newId(now), courseId, heldOn, topic, minutes: hours })
    return { courseId }
  },
  unique: { course_sessions_one: { field: 'topic', key: 'training.errors.sessionTwice' } },
})

/** Takes a session out again, as long as nobody was marked in it. */
export const removeSession = command({
  name: 'training.remove_session',
  input: sessionRefSchema,
  load: loadSession,
  allow: (actor, { course }) => canChange(actor, course),
  async run({ tx }, { sessionId }, { course }) {
    const [marked] = await tx
      .select({ mark: attendance.mark })
      .from(attendance)
      .where(eq(attendance.sessionId, sessionId))
      .limit(1)
    if (marked) refuse('training.refused.session_marked')
    await tx.delete(courseSessions).where(eq(courseSessions.id, sessionId))
    return { courseId: course.id }
  },
})

/**
 * Saves the sheet of a session: who was there, who was not, who was excused. Sending it again changes what is different and
 * nothing else; marks can be put right until the course is completed.
 */
export const markAttendance = command({
  name: 'training.mark_attendance',
  input: attendanceSchema,
  load: loadSession,
  allow: (actor, { course }) => canChange(actor, course),
  async run({ tx, actor, now }, input, { session, course }) {
    if (session.heldOn > baghdadDay(now)) refuse('training.refused.session_ahead')
    const given = Object.entries(input.marks)
    if (given.length === 0) refuse('training.refused.nobody_marked')
    const known = await tx
      .select({ id: courseEnrolments.id, courseId: courseEnrolments.courseId, leftAt: courseEnrolments.leftAt })
      .from(courseEnrolments)
      .where(
        inArray(
          courseEnrolments.id,
          given.map(([enrolmentId]) => enrolmentId),
        ),
      )
    // An id of another course is no one on this sheet; who left meanwhile keeps the marks they had.
    const onCourse = new Map(known.filter((one) => one.courseId === course.id).map((one) => [one.id, one.leftAt]))
    if (given.some(([enrolmentId]) => !onCourse.has(enrolmentId))) throw new NotFound()
    const rows = given
      .filter(([enrolmentId]) => onCourse.get(enrolmentId) === null)
      .map(([enrolmentId, mark]) => ({
        sessionId: session.id,
        enrolmentId,
        mark,
        markedBy: actor.userId,
        markedAt: now,
      }))
    if (rows.length > 0) {
      await tx
        .insert(attendance)
        .values(rows)
        .onConflictDoUpdate({
          target: [attendance.sessionId, attendance.enrolmentId],
          set: { mark: sql`excluded.mark`, markedBy: actor.userId, markedAt: now },
          setWhere: sql`attendance.mark <> excluded.mark`,
        })
    }
    return { courseId: course.id, saved: rows.length }
  },
})
