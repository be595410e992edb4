import { eq, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import { courseSessions, courses } from '../../../db/schema/training'
import { teams } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { fullNameSql } from '../../people/name-sql'
import type { Mark } from './hours'

export type SheetRow = { id: string; reference: string; name: string; mark: Mark | null }

/** The attendance sheet of a session: who is on the course, and how they are marked; null when out of scope. */
export function getSheet(actor: Actor, courseId: string, sessionId: string) {
  return withActor(actor, async (tx) => {
    const [sessions, rows] = await Promise.all([
      tx
        .select({
          id: courseSessions.id,
          heldOn: courseSessions.heldOn,
          topic: courseSessions.topic,
          minutes: courseSessions.minutes,
          courseId: courses.id,
          code: courses.code,
          titleEn: courses.titleEn,
          titleAr: courses.titleAr,
          state: courses.state,
          teamId: courses.teamId,
          districtPcode: teams.districtPcode,
          createdBy: courses.createdBy,
        })
        .from(courseSessions)
        .innerJoin(courses, eq(courses.id, courseSessions.courseId))
        .innerJoin(teams, eq(teams.id, courses.teamId))
        .where(sql`${courseSessions.id} = ${sessionId} and ${courses.id} = ${courseId}`),
      tx.execute<SheetRow>(sql`
        select e.id, c.reference, ${fullNameSql} as name, a.mark
        from course_enrolments e join cases c on c.id = e.case_id join grants g on g.case_id = c.id join people p on p.id = g.person_id
        left join attendance a on a.enrolment_id = e.id and a.session_id = ${sessionId}
        where e.course_id = ${courseId} and e.left_at is null order by name, e.id`),
    ])
    const session = sessions[0]
    return session ? { session, rows: [...rows] } : null
  })
}

/** What a certificate says; null when there is none, or it is out of scope. */
export function getCertificate(actor: Actor, courseId: string, enrolmentId: string) {
  type Raw = {
    number: string
    name: string
    code: string
    title_en: string
    title_ar: string
    trainer: string
    venue: string
    starts_on: string
    ends_on: string
    certified_on: string
    certified_by: string
    present: number
    total: number
  }
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<Raw>(sql`
      select e.certificate_number as number, ${fullNameSql} as name, o.code, o.title_en, o.title_ar, o.trainer, o.venue,
        o.starts_on::text as starts_on, o.ends_on::text as ends_on, u.name as certified_by,
        to_char(e.certified_at at time zone 'Asia/Baghdad', 'YYYY-MM-DD') as certified_on,
        coalesce((select sum(s.minutes) from attendance a join course_sessions s on s.id = a.session_id
          where a.enrolment_id = e.id and a.mark = 'present'), 0)::integer as present,
        coalesce((select sum(s.minutes) from course_sessions s where s.course_id = o.id), 0)::integer as total
      from course_enrolments e join courses o on o.id = e.course_id join grants g on g.case_id = e.case_id
        join people p on p.id = g.person_id join users u on u.id = e.certified_by
      where e.id = ${enrolmentId} and e.course_id = ${courseId} and e.certificate_number is not null`)
    return rows[0] ?? null
  })
}

export type Certificate = NonNullable<Awaited<ReturnType<typeof getCertificate>>>
