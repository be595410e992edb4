import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { courseSessions, courses } from '../../../db/schema/training'
import { teams } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import { fullNameSql } from '../../people/name-sql'
import { readPlaces } from '../../people/read-places'

export const courseStates = ['planned', 'completed', 'cancelled'] as const
export type CourseState = (typeof courseStates)[number]

export type CourseRow = {
  id: string
  code: string
  title_en: string
  title_ar: string
  team_en: string
  team_ar: string
  starts_on: string
  ends_on: string
  state: CourseState
  seats: number
  enrolled: number
}

export type CourseFilter = Cursor & { teamId?: string | undefined; state?: CourseState | undefined }

/** Teams that the actor can plan a course for, or look for courses of. */
function readTeams(tx: Tx, actor: Actor) {
  const own = actor.scope === 'all' ? undefined : inArray(teams.id, actor.teams)
  return tx
    .select({ id: teams.id, en: teams.nameEn, ar: teams.nameAr })
    .from(teams)
    .where(and(eq(teams.isActive, true), own))
    .orderBy(asc(teams.nameEn))
}

/** One page of the courses in scope, newest first, and the teams to filter by, in one round trip. */
export function listCourses(
  actor: Actor,
  filter: CourseFilter,
): Promise<Page<CourseRow> & { teams: { id: string; en: string; ar: string }[] }> {
  const { after, before, teamId, state } = filter
  return withActor(actor, async (tx) => {
    const [found, teamRows] = await Promise.all([
      tx.execute<CourseRow>(sql`
        select c.id, c.code, c.title_en, c.title_ar, t.name_en as team_en, t.name_ar as team_ar, c.starts_on::text as starts_on,
          c.ends_on::text as ends_on, c.state, c.seats,
          (select count(*)::integer from course_enrolments e where e.course_id = c.id and e.left_at is null) as enrolled
        from courses c join teams t on t.id = c.team_id
        where true ${teamId ? sql`and c.team_id = ${teamId}::uuid` : sql``} ${state ? sql`and c.state = ${state}` : sql``}
          ${before ? sql`and c.id > ${before}::uuid` : after ? sql`and c.id < ${after}::uuid` : sql``}
        order by c.id ${before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`),
      readTeams(tx, actor),
    ])
    return { ...pageOf([...found], filter), teams: teamRows }
  })
}

/** What the form of a course offers: the actor's teams and the places. */
export function getCourseForm(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [teamRows, places] = await Promise.all([readTeams(tx, actor), readPlaces(tx, 3)])
    return { teams: teamRows, places }
  })
}

/** A course as its page and its form read it; null when it does not exist for this actor. */
async function readCourse(tx: Tx, courseId: string) {
  const rows = await tx
    .select({
      id: courses.id,
      code: courses.code,
      titleEn: courses.titleEn,
      titleAr: courses.titleAr,
      trainer: courses.trainer,
      venue: courses.venue,
      locationPcode: courses.locationPcode,
      placeEn: sql<string>`(select l.name_en from locations l where l.pcode = ${courses.locationPcode})`,
      placeAr: sql<string>`(select l.name_ar from locations l where l.pcode = ${courses.locationPcode})`,
      teamId: courses.teamId,
      teamEn: teams.nameEn,
      teamAr: teams.nameAr,
      districtPcode: teams.districtPcode,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      seats: courses.seats,
      // Only these three by its check.
      state: sql<CourseState>`${courses.state}`,
      version: courses.version,
      createdBy: courses.createdBy,
    })
    .from(courses)
    .innerJoin(teams, eq(teams.id, courses.teamId))
    .where(eq(courses.id, courseId))
  return rows[0] ?? null
}

/** The course and the places to choose from, for the form that edits it. */
export function getCourseToEdit(actor: Actor, courseId: string) {
  return withActor(actor, async (tx) => {
    const [course, places] = await Promise.all([readCourse(tx, courseId), readPlaces(tx, 3)])
    return course ? { course, places } : null
  })
}

export type CoursePerson = {
  id: string
  case_id: string
  reference: string
  name: string
  present: number
  left_on: string | null
  certificate: string | null
}

/** Who is, or was, on a course, with the minutes they were present. */
function readPeople(tx: Tx, courseId: string) {
  return tx.execute<CoursePerson>(sql`
    select e.id, e.case_id, c.reference, ${fullNameSql} as name,
      coalesce((select sum(s.minutes) from attendance a join course_sessions s on s.id = a.session_id
        where a.enrolment_id = e.id and a.mark = 'present'), 0)::integer as present,
      to_char(e.left_at at time zone 'Asia/Baghdad', 'YYYY-MM-DD') as left_on, e.certificate_number as certificate
    from course_enrolments e join cases c on c.id = e.case_id join grants g on g.case_id = c.id join people p on p.id = g.person_id
    where e.course_id = ${courseId} order by e.left_at is not null, name, e.id`)
}

/** Applicants of the course's team in training who are on no course that still runs, longest waiting first. */
function readCandidates(tx: Tx, courseId: string) {
  return tx.execute<{ id: string; reference: string; name: string }>(sql`
    select c.id, c.reference, ${fullNameSql} as name from cases c join grants g on g.case_id = c.id join people p on p.id = g.person_id
    where c.team_id = (select team_id from courses where id = ${courseId}) and c.status = 'training' and c.programme = 'livelihoods'
      and not exists (select from course_enrolments e join courses o on o.id = e.course_id
        where e.case_id = c.id and e.left_at is null and (o.state = 'planned' or o.id = ${courseId}))
      and not exists (select from training_waivers w where w.case_id = c.id and w.round = g.round)
    order by c.status_at, c.id limit 200`)
}

/** Everything the page of a course shows; null when it does not exist for this actor. */
export function getCourse(actor: Actor, courseId: string) {
  return withActor(actor, async (tx) => {
    const [course, sessions, people, candidates] = await Promise.all([
      readCourse(tx, courseId),
      tx
        .select({
          id: courseSessions.id,
          heldOn: courseSessions.heldOn,
          topic: courseSessions.topic,
          minutes: courseSessions.minutes,
          marked: sql<number>`(select count(*)::integer from attendance a where a.session_id = course_sessions.id)`,
          present: sql<number>`(select count(*)::integer from attendance a where a.session_id = course_sessions.id and a.mark = 'present')`,
        })
        .from(courseSessions)
        .where(eq(courseSessions.courseId, courseId))
        .orderBy(asc(courseSessions.heldOn), asc(courseSessions.id)),
      readPeople(tx, courseId),
      readCandidates(tx, courseId),
    ])
    if (!course) return null
    const totalMinutes = sessions.reduce((sum, session) => sum + session.minutes, 0)
    return { course, sessions, totalMinutes, people: [...people], candidates: [...candidates] }
  })
}

export type CoursePage = NonNullable<Awaited<ReturnType<typeof getCourse>>>
