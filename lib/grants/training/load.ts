import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { courseSessions, courses } from '../../../db/schema/training'
import { teams } from '../../../db/schema/users'
import { type Actor, reaches } from '../../auth/actor'
import type { Context, Permission } from '../../commands/command'
import { Conflict } from '../../commands/result'

/** A course as a command works on it. */
export type LoadedCourse = {
  id: string
  teamId: string
  districtPcode: string
  state: string
  version: number
  createdBy: string
  seats: number
  startsOn: string
  endsOn: string
}

const columns = {
  id: courses.id,
  teamId: courses.teamId,
  districtPcode: teams.districtPcode,
  state: courses.state,
  version: courses.version,
  createdBy: courses.createdBy,
  seats: courses.seats,
  startsOn: courses.startsOn,
  endsOn: courses.endsOn,
}

/** One course in the actor's scope, locked so that seats and marks are counted one after the other; null when there is none. */
export async function lockCourse(tx: Tx, courseId: string): Promise<LoadedCourse | null> {
  const [row] = await tx
    .select(columns)
    .from(courses)
    .innerJoin(teams, eq(teams.id, courses.teamId))
    .where(eq(courses.id, courseId))
    .for('update', { of: courses })
  return row ?? null
}

/** `load` of the commands that end or change a course: locks it and insists that it is still as the form saw it. */
export async function loadCourse(
  context: Context,
  input: { courseId: string; version?: number },
): Promise<LoadedCourse | null> {
  const course = await lockCourse(context.tx, input.courseId)
  if (course && input.version !== undefined && course.version !== input.version) throw new Conflict()
  return course
}

/** The course of a session, locked, with the session's own facts. */
export async function loadSession(context: Context, input: { sessionId: string }) {
  const [session] = await context.tx
    .select({ id: courseSessions.id, courseId: courseSessions.courseId, heldOn: courseSessions.heldOn })
    .from(courseSessions)
    .where(eq(courseSessions.id, input.sessionId))
  const course = session ? await lockCourse(context.tx, session.courseId) : null
  return session && course ? { session, course } : null
}

/** Whether the actor may run this course: the team's caseworkers and supervisors. */
export function mayRun(actor: Actor, course: { teamId: string; districtPcode: string; createdBy: string }): boolean {
  return reaches(actor, 'training.run', { ...course, caseworkerId: null, programme: 'livelihoods' })
}

/** `allow` of whatever changes a course: a course that is over stays as it is. */
export function canChange(actor: Actor, course: LoadedCourse): Permission {
  if (!mayRun(actor, course)) return false
  return course.state === 'planned' || [{ key: 'training.refused.course_over' }]
}
