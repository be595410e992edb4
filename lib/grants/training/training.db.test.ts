import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good, grantAt, statusOf, versionOf } from '../../../db/testing-grant'
import { makePerson, makeWorld, type World } from '../../../db/testing-world'
import type { Actor } from '../../auth/actor'
import { newId } from '../../ids'
import { cancelCourse, completeCourse, createCourse, editCourse } from './course-commands'
import { getCourse, listCourses } from './course-queries'
import { enrol, leaveCourse } from './enrolment-commands'
import { isEnough, percentOf } from './hours'
import { addSession, markAttendance, removeSession } from './session-commands'
import { getCertificate, getSheet } from './sheet-queries'
import { completeTraining, waiveTraining } from './step-commands'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const plan = (teamId: string, seats = '20') => ({
  teamId,
  titleAr: 'تطوير الأعمال',
  titleEn: 'Business development',
  trainer: 'Ahmed',
  venue: 'Hall',
  locationPcode: 'IQG01Q01N03',
  startsOn: '2026-02-01',
  endsOn: '2026-02-28',
  seats,
})

/** A course of the Falluja team with sessions of these hours. */
async function course(hours: string[] = ['2', '2', '2', '2', '2'], seats = '20') {
  const { caseworker } = world.actor
  const { courseId } = good(await createCourse.execute(caseworker, plan(world.team.falluja, seats)))
  for (const [index, one] of hours.entries())
    good(
      await addSession.execute(caseworker, { courseId, heldOn: `2026-02-0${index + 1}`, topic: 'Topic', hours: one }),
    )
  return courseId
}

async function read(courseId: string, actor: Actor = world.actor.caseworker) {
  const page = await getCourse(actor, courseId)
  if (!page) throw new Error('no such course')
  return page
}

const ref = async (courseId: string) => ({ courseId, version: (await read(courseId)).course.version })

async function enrolled(courseId: string) {
  const { caseId } = await grantAt(world, 'training')
  good(await enrol.execute(world.actor.caseworker, { courseId, caseIds: caseId }))
  const enrolmentId = (await read(courseId)).people.find((one) => one.case_id === caseId)?.id ?? ''
  return { caseId, enrolmentId }
}

async function attend(courseId: string, enrolmentId: string, marks: readonly string[]) {
  const { sessions } = await read(courseId)
  for (const [index, mark] of marks.entries())
    good(
      await markAttendance.execute(world.actor.caseworker, {
        sessionId: sessions[index]?.id,
        marks: { [enrolmentId]: mark },
      }),
    )
}

const complete = async (caseId: string) =>
  completeTraining.execute(world.actor.caseworker, {
    caseId,
    version: await versionOf(world.actor.caseworker, caseId),
  })

describe('the hours', () => {
  it('are enough from four fifths on, not a hair below', () => {
    expect(isEnough(799, 1000)).toBe(false)
    expect(isEnough(800, 1000)).toBe(true)
    expect(percentOf(799, 1000)).toBe(79)
    expect(isEnough(0, 0)).toBe(false)
  })

  it('lead on with 80 %, and excused hours do not count', async () => {
    const courseId = await course()
    const { caseId, enrolmentId } = await enrolled(courseId)
    await attend(courseId, enrolmentId, ['present', 'present', 'present', 'absent', 'excused'])
    expect(await complete(caseId)).toMatchObject({
      code: 'refused',
      reasons: [{ key: 'training.refused.hours_missing' }],
    })
    await attend(courseId, enrolmentId, ['present', 'present', 'present', 'absent', 'present'])
    good(await complete(caseId))
    expect(await statusOf(world.actor.caseworker, caseId)).toBe('business_plan')
  })

  it('do not lead on with 79.9 %', async () => {
    // 11.75 h of 14.75 h is 79.66 %.
    const courseId = await course(['11.75', '3'])
    const { caseId, enrolmentId } = await enrolled(courseId)
    await attend(courseId, enrolmentId, ['present', 'absent'])
    expect(await complete(caseId)).toMatchObject({ reasons: [{ key: 'training.refused.hours_missing' }] })
  })

  it('are not waived by the hands of the case, nor by a caseworker', async () => {
    const { caseId } = await grantAt(world, 'training')
    const { supervisor, caseworker } = world.actor
    const input = { caseId, version: await versionOf(supervisor, caseId), reason: 'Ran a shop for twenty years.' }
    await ownerSql()`insert into case_assignments (id, case_id, caseworker_id, team_id, assigned_by, from_at, to_at)
      values (${newId()}, ${caseId}, ${supervisor.userId}, ${world.team.falluja}, ${supervisor.userId}, now(), now())`
    expect(await waiveTraining.execute(supervisor, input)).toMatchObject({
      reasons: [{ key: 'training.refused.own_case' }],
    })
    expect(await waiveTraining.execute(caseworker, input)).toMatchObject({ code: 'forbidden' })
    const raw = sqlAs(
      supervisor.userId,
      (sql) => sql`insert into training_waivers (id, case_id, round, reason, waived_by)
        values (${newId()}, ${caseId}, 1, 'By my own hand', ${supervisor.userId})`,
    )
    await expect(raw).rejects.toThrow('own_case')
  })
})

describe('a course', () => {
  it('gives numbered certificates to who attended, once every mark is there', async () => {
    const courseId = await course(['2', '2'])
    const a = await enrolled(courseId)
    const b = await enrolled(courseId)
    await attend(courseId, a.enrolmentId, ['present', 'present'])
    const { caseworker, caseworker2, supervisor } = world.actor
    expect(await completeCourse.execute(caseworker, await ref(courseId))).toMatchObject({
      reasons: [{ key: 'training.refused.marks_missing' }],
    })
    await attend(courseId, b.enrolmentId, ['present', 'absent'])
    expect(good(await completeCourse.execute(caseworker, await ref(courseId)))).toMatchObject({ given: 1 })
    const certificate = await getCertificate(supervisor, courseId, a.enrolmentId)
    expect(certificate?.number).toMatch(/^BDS-\d{4}-\d{5}$/)
    expect(await getCertificate(supervisor, courseId, b.enrolmentId)).toBeNull()
    expect(await getCertificate(caseworker2, courseId, a.enrolmentId)).toBeNull()
    const late = await markAttendance.execute(caseworker, {
      sessionId: (await read(courseId)).sessions[0]?.id,
      marks: { [b.enrolmentId]: 'present' },
    })
    expect(late).toMatchObject({ reasons: [{ key: 'training.refused.course_over' }] })
    const raw = sqlAs(
      caseworker.userId,
      (sql) => sql`update attendance set mark = 'present' where enrolment_id = ${b.enrolmentId}`,
    )
    await expect(raw).rejects.toThrow('course_over')
    // Who fell short begins anew on another course.
    const next = await course(['2'])
    good(await enrol.execute(caseworker, { courseId: next, caseIds: [b.caseId] }))
  })

  it('does not exist for another team', async () => {
    const courseId = await course(['2'])
    const { caseworker2 } = world.actor
    const sessionId = (await read(courseId)).sessions[0]?.id ?? ''
    expect(await getCourse(caseworker2, courseId)).toBeNull()
    expect(await getSheet(caseworker2, courseId, sessionId)).toBeNull()
    expect((await listCourses(caseworker2, {})).rows).toEqual([])
    expect(await enrol.execute(caseworker2, { courseId, caseIds: newId() })).toMatchObject({ code: 'not_found' })
    expect(await createCourse.execute(caseworker2, plan(world.team.falluja))).toMatchObject({ code: 'forbidden' })
    expect(await createCourse.execute(world.actor.manager, plan(world.team.falluja))).toMatchObject({
      code: 'forbidden',
    })
  })

  it('takes no mark for someone of another course, by form or by SQL', async () => {
    const [here, there] = [await course(['2']), await course(['2'])]
    const { enrolmentId } = await enrolled(there)
    const sessionId = (await read(here)).sessions[0]?.id ?? ''
    const { caseworker } = world.actor
    expect(await markAttendance.execute(caseworker, { sessionId, marks: { [enrolmentId]: 'present' } })).toMatchObject({
      code: 'not_found',
    })
    const raw = sqlAs(
      caseworker.userId,
      (sql) => sql`insert into attendance (session_id, enrolment_id, mark, marked_by)
        values (${sessionId}, ${enrolmentId}, 'present', ${caseworker.userId})`,
    )
    await expect(raw).rejects.toThrow('another course')
  })

  it('enrols someone once, however many ask at the same moment', async () => {
    const { caseId } = await grantAt(world, 'training')
    const ids = [await course(), await course()]
    const { caseworker, colleague } = world.actor
    const results = await Promise.all([
      enrol.execute(caseworker, { courseId: ids[0], caseIds: caseId }),
      enrol.execute(colleague, { courseId: ids[0], caseIds: caseId }),
      enrol.execute(colleague, { courseId: ids[1], caseIds: caseId }),
    ])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({
      code: 'refused',
      reasons: [{ key: 'training.refused.on_a_course' }],
    })
  })

  it('gives the last seat to one of two', async () => {
    const courseId = await course(['2'], '1')
    const [a, b] = [await grantAt(world, 'training'), await grantAt(world, 'training')]
    const results = await Promise.all(
      [a, b].map(({ caseId }) => enrol.execute(world.actor.caseworker, { courseId, caseIds: caseId })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toMatchObject({ reasons: [{ key: 'training.refused.no_seats' }] })
  })

  it('keeps its sessions within its days, and what is marked', async () => {
    const courseId = await course(['2'])
    const { caseworker } = world.actor
    const outside = { courseId, heldOn: '2026-03-01', topic: 'Late', hours: '٢٫٥' }
    expect(await addSession.execute(caseworker, outside)).toMatchObject({
      fields: { heldOn: 'training.errors.outsideCourse' },
    })
    const sessionId = (await read(courseId)).sessions[0]?.id
    const { enrolmentId } = await enrolled(courseId)
    await attend(courseId, enrolmentId, ['absent'])
    expect(await removeSession.execute(caseworker, { sessionId })).toMatchObject({
      reasons: [{ key: 'training.refused.session_marked' }],
    })
    const { teamId: _team, ...details } = plan(world.team.falluja)
    expect(
      await editCourse.execute(caseworker, { ...(await ref(courseId)), ...details, startsOn: '2026-02-10' }),
    ).toMatchObject({ reasons: [{ key: 'training.refused.sessions_outside' }] })
  })

  it('frees whoever was on it when it is cancelled or left', async () => {
    const [first, second] = [await course(['2']), await course(['2'])]
    const { caseworker } = world.actor
    const { caseId } = await enrolled(first)
    good(await cancelCourse.execute(caseworker, await ref(first)))
    good(await enrol.execute(caseworker, { courseId: second, caseIds: caseId }))
    const enrolmentId = (await read(second)).people.find((one) => one.case_id === caseId)?.id
    good(await leaveCourse.execute(caseworker, { enrolmentId }))
    expect((await read(second)).people[0]?.left_on).not.toBeNull()
  })

  it('takes only applicants of its team who are in training', async () => {
    const courseId = await course(['2'])
    const { caseId } = await grantAt(world, 'verification')
    expect(await enrol.execute(world.actor.caseworker, { courseId, caseIds: caseId })).toMatchObject({
      reasons: [{ key: 'training.refused.not_in_training' }],
    })
    const person = await makePerson(world.actor.caseworker2)
    expect(person.personId).toBeTruthy()
    expect(await enrol.execute(world.actor.caseworker, { courseId, caseIds: newId() })).toMatchObject({
      code: 'not_found',
    })
  })
})
