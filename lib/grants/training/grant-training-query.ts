import { and, asc, eq, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import { courses, trainingWaivers } from '../../../db/schema/training'
import { users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { readGrant } from '../load'
import type { Mark } from './hours'

type SessionMark = {
  course_id: string
  code: string
  title_en: string
  title_ar: string
  state: string
  enrolment_id: string
  certificate: string | null
  session_id: string | null
  held_on: string | null
  topic: string | null
  minutes: number | null
  mark: Mark | null
}

/** Where an applicant stands with the training: their course with each session's mark, the waiver, and courses to join. */
export function getGrantTraining(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, rows, waivers, open] = await Promise.all([
      readGrant(tx, caseId),
      tx.execute<SessionMark>(sql`
        select o.id as course_id, o.code, o.title_en, o.title_ar, o.state, e.id as enrolment_id, e.certificate_number as certificate,
          s.id as session_id, s.held_on::text as held_on, s.topic, s.minutes, a.mark
        from course_enrolments e join courses o on o.id = e.course_id left join course_sessions s on s.course_id = o.id
        left join attendance a on a.session_id = s.id and a.enrolment_id = e.id
        where e.case_id = ${caseId} and e.left_at is null order by s.held_on, s.id`),
      tx
        .select({
          reason: trainingWaivers.reason,
          by: users.name,
          at: trainingWaivers.waivedAt,
          round: trainingWaivers.round,
        })
        .from(trainingWaivers)
        .innerJoin(users, eq(users.id, trainingWaivers.waivedBy))
        .where(eq(trainingWaivers.caseId, caseId)),
      tx
        .select({
          id: courses.id,
          code: courses.code,
          titleEn: courses.titleEn,
          titleAr: courses.titleAr,
          startsOn: courses.startsOn,
          free: sql<number>`courses.seats - (select count(*)::integer from course_enrolments e where e.course_id = courses.id and e.left_at is null)`,
        })
        .from(courses)
        .where(
          and(
            eq(courses.state, 'planned'),
            sql`${courses.teamId} = (select team_id from cases where id = ${caseId})`,
            sql`${courses.endsOn} >= app_today()`,
          ),
        )
        .orderBy(asc(courses.startsOn))
        .limit(50),
    ])
    if (!grant) return null
    const [first] = rows
    const sessions = rows.flatMap(({ session_id, held_on, topic, minutes, mark }) =>
      session_id && held_on && topic && minutes ? [{ id: session_id, heldOn: held_on, topic, minutes, mark }] : [],
    )
    const minutesOf = (list: typeof sessions) => list.reduce((sum, session) => sum + session.minutes, 0)
    return {
      grant,
      course: first ?? null,
      sessions,
      present: minutesOf(sessions.filter((session) => session.mark === 'present')),
      total: minutesOf(sessions),
      waiver: waivers.find((waiver) => waiver.round === grant.round) ?? null,
      open: open.filter((course) => course.free > 0),
    }
  })
}
