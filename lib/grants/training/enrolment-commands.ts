import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { cases } from '../../../db/schema/cases'
import { courseEnrolments, courses } from '../../../db/schema/training'
import { type Context, command } from '../../commands/command'
import { NotFound, refuse } from '../../commands/result'
import { newId } from '../../ids'
import { enrolledOn } from './course-commands'
import { canChange, loadCourse, lockCourse } from './load'
import { enrolSchema, leaveSchema } from './schemas'

/** Puts applicants of the team, whose grants are in training, on a course; as many at once as were ticked. */
export const enrol = command({
  name: 'training.enrol',
  input: enrolSchema,
  load: loadCourse,
  allow: canChange,
  unique: { course_enrolments_one: { key: 'training.refused.on_a_course' } },
  async run(context, { courseId, caseIds }, course) {
    const { tx, actor, now } = context
    const found = await tx
      .select({ id: cases.id, status: cases.status, teamId: cases.teamId })
      .from(cases)
      .where(and(inArray(cases.id, caseIds), eq(cases.programme, 'livelihoods')))
    if (found.length !== caseIds.length || found.some((one) => one.teamId !== course.teamId)) throw new NotFound()
    if (found.some((one) => one.status !== 'training')) refuse('training.refused.not_in_training')
    if ((await enrolledOn(context, courseId)) + caseIds.length > course.seats) refuse('training.refused.no_seats')
    await leaveFormer(context, caseIds, courseId)
    await tx.insert(courseEnrolments).values(
      caseIds.map((caseId) => ({
        id: newId(now),
        courseId,
        caseId,
        enrolledBy: actor.userId,
        enrolledAt: now,
      })),
    )
    return { courseId, enrolled: caseIds.length }
  },
})

/** Who did not reach the hours on a course that is over begins anew on another one: the former no longer counts. */
async function leaveFormer(context: Context, caseIds: readonly string[], courseId: string): Promise<void> {
  const { tx, now } = context
  const over = tx
    .select({ id: courses.id })
    .from(courses)
    .where(and(ne(courses.state, 'planned'), ne(courses.id, courseId)))
  await tx
    .update(courseEnrolments)
    .set({ leftAt: now })
    .where(
      and(
        inArray(courseEnrolments.caseId, [...caseIds]),
        isNull(courseEnrolments.leftAt),
        inArray(courseEnrolments.courseId, over),
      ),
    )
}

/** Someone leaves a planned course; the row stays, and with it what they attended. */
export const leaveCourse = command({
  name: 'training.leave',
  input: leaveSchema,
  async load({ tx }, { enrolmentId }) {
    const [enrolment] = await tx
      .select({ id: courseEnrolments.id, courseId: courseEnrolments.courseId, leftAt: courseEnrolments.leftAt })
      .from(courseEnrolments)
      .where(eq(courseEnrolments.id, enrolmentId))
    const course = enrolment ? await lockCourse(tx, enrolment.courseId) : null
    return enrolment && course ? { enrolment, course } : null
  },
  allow: (actor, { course }) => canChange(actor, course),
  async run({ tx, now }, { enrolmentId }, { course }) {
    await tx
      .update(courseEnrolments)
      .set({ leftAt: sql`coalesce(${courseEnrolments.leftAt}, ${now.toISOString()}::timestamptz)` })
      .where(eq(courseEnrolments.id, enrolmentId))
    return { courseId: course.id }
  },
})
