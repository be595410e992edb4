import { and, eq, isNull, sql } from 'drizzle-orm'
import { locations } from '../../../db/schema/places'
import { courseEnrolments, courseSessions, courses } from '../../../db/schema/training'
import { teams } from '../../../db/schema/users'
import { type Context, command } from '../../commands/command'
import { InvalidField, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { giveCertificates } from './certificates'
import { canChange, loadCourse, mayRun } from './load'
import { courseRefSchema, createCourseSchema, editCourseSchema } from './schemas'

async function insistOnPlace(context: Context, locationPcode: string): Promise<void> {
  const [place] = await context.tx
    .select({ pcode: locations.pcode })
    .from(locations)
    .where(and(eq(locations.pcode, locationPcode), eq(locations.isActive, true)))
  if (!place) throw new InvalidField({ locationPcode: 'errors.choose' })
}

/** Plans a course of a team; its sessions follow one by one. */
export const createCourse = command({
  name: 'training.create_course',
  input: createCourseSchema,
  load: async ({ tx, actor }, input) => {
    const [team] = await tx
      .select({ teamId: teams.id, districtPcode: teams.districtPcode })
      .from(teams)
      .where(and(eq(teams.id, input.teamId), eq(teams.isActive, true)))
    return team ? { ...team, createdBy: actor.userId } : null
  },
  allow: mayRun,
  async run(context, input) {
    const { tx, actor, now } = context
    await insistOnPlace(context, input.locationPcode)
    const courseId = newId(now)
    const year = Number(baghdadDay(now).slice(0, 4))
    const code = sql<string>`next_reference('CRS', ${year}::integer)`
    await tx.insert(courses).values({ id: courseId, ...input, code, createdBy: actor.userId })
    return { courseId }
  },
})

/** Changes what a planned course says of itself. */
export const editCourse = command({
  name: 'training.edit_course',
  input: editCourseSchema,
  load: loadCourse,
  allow: canChange,
  async run(context, { courseId, version, ...details }) {
    const { tx } = context
    await insistOnPlace(context, details.locationPcode)
    const [held, enrolled] = await Promise.all([
      tx.select({ on: courseSessions.heldOn }).from(courseSessions).where(eq(courseSessions.courseId, courseId)),
      enrolledOn(context, courseId),
    ])
    if (held.some(({ on }) => on < details.startsOn || on > details.endsOn)) refuse('training.refused.sessions_outside')
    if (enrolled > details.seats) throw new InvalidField({ seats: 'training.errors.seatsTaken' })
    await tx
      .update(courses)
      .set({ ...details, version: version + 1 })
      .where(eq(courses.id, courseId))
    return { courseId }
  },
})

/** How many are on the course now. */
export async function enrolledOn(context: Pick<Context, 'tx'>, courseId: string): Promise<number> {
  const [row] = await context.tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(courseEnrolments)
    .where(and(eq(courseEnrolments.courseId, courseId), isNull(courseEnrolments.leftAt)))
  return row?.count ?? 0
}

/** The course does not take place: whoever was on it is free for another. */
export const cancelCourse = command({
  name: 'training.cancel_course',
  input: courseRefSchema,
  load: loadCourse,
  allow: canChange,
  async run({ tx, now }, { courseId, version }) {
    await tx
      .update(courseEnrolments)
      .set({ leftAt: now })
      .where(and(eq(courseEnrolments.courseId, courseId), isNull(courseEnrolments.leftAt)))
    await tx
      .update(courses)
      .set({ state: 'cancelled', version: version + 1 })
      .where(eq(courses.id, courseId))
    return { courseId }
  },
})

/** The course is over: marks stay as they are, and who attended four fifths of the hours gets a certificate with a number. */
export const completeCourse = command({
  name: 'training.complete_course',
  input: courseRefSchema,
  load: loadCourse,
  allow: canChange,
  async run(context, { courseId, version }) {
    const { tx, now } = context
    const sessions = await tx
      .select({ on: courseSessions.heldOn })
      .from(courseSessions)
      .where(eq(courseSessions.courseId, courseId))
    if (sessions.length === 0) refuse('training.refused.no_sessions')
    if (sessions.some(({ on }) => on > baghdadDay(now))) refuse('training.refused.sessions_ahead')
    const given = await giveCertificates(context, courseId)
    await tx
      .update(courses)
      .set({ state: 'completed', version: version + 1 })
      .where(eq(courses.id, courseId))
    return { courseId, given }
  },
})
