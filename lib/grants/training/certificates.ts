import { asc, eq, sql } from 'drizzle-orm'
import { courseEnrolments } from '../../../db/schema/training'
import type { Context } from '../../commands/command'
import { refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { isEnough } from './hours'

type Attended = { id: string; present: number; total: number; unmarked: number }

/** What each one on the course attended, in minutes, and how many sessions have no mark yet. */
export async function readAttended({ tx }: Pick<Context, 'tx'>, courseId: string): Promise<Attended[]> {
  const rows = await tx
    .select({
      id: courseEnrolments.id,
      present: sql<number>`coalesce(sum(s.minutes) filter (where a.mark = 'present'), 0)::integer`,
      total: sql<number>`coalesce(sum(s.minutes), 0)::integer`,
      unmarked: sql<number>`count(*) filter (where s.id is not null and a.mark is null)::integer`,
    })
    .from(courseEnrolments)
    .leftJoin(sql`course_sessions s`, sql`s.course_id = ${courseEnrolments.courseId}`)
    .leftJoin(sql`attendance a`, sql`a.session_id = s.id and a.enrolment_id = ${courseEnrolments.id}`)
    .where(sql`${courseEnrolments.courseId} = ${courseId} and ${courseEnrolments.leftAt} is null`)
    .groupBy(courseEnrolments.id)
    .orderBy(asc(courseEnrolments.id))
  return rows
}

/** Numbers the certificates of a course that ends; refuses while someone's mark is missing. Answers with how many were given. */
export async function giveCertificates(context: Context, courseId: string): Promise<number> {
  const { tx, actor, now } = context
  const attended = await readAttended(context, courseId)
  if (attended.some((one) => one.unmarked > 0)) refuse('training.refused.marks_missing')
  const earned = attended.filter((one) => isEnough(one.present, one.total))
  const year = Number(baghdadDay(now).slice(0, 4))
  for (const { id } of earned) {
    const certificateNumber = sql<string>`next_reference('BDS', ${year}::integer)`
    await tx
      .update(courseEnrolments)
      .set({ certificateNumber, certifiedBy: actor.userId, certifiedAt: now })
      .where(eq(courseEnrolments.id, id))
  }
  return earned.length
}
