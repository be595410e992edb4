import { beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '../../../db/client'
import { ownerSql, sqlAs } from '../../../db/testing'
import { makeForum, makeHeldSession } from '../../../db/testing-forum'
import { good } from '../../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { raiseConcern } from '../concerns/raise-commands'
import { triageConcern } from '../concerns/triage-commands'
import { planPaper } from '../papers/plan-paper'
import { saidPaper } from '../papers/said-paper'
import { getSaidSheet } from '../papers/said-query'
import { getForum } from '../queries'
import { readSessionWork } from '../session-work-query'
import { listForCalendar, listMonth } from '../sessions/calendar-queries'
import { addMeasure, adoptPlan, editPlan, removeMeasure, reviewMeasure, writePlan } from './commands'
import { getPlan } from './queries'

let world: World
let forumId: string
beforeAll(async () => {
  world = await makeWorld()
  ;({ forumId } = await makeForum(world))
})

const time = { startsOn: '2026-01-01', endsOn: '2026-12-31', situation: '' }
const measure = {
  priority: 'high',
  measure: 'Light the market street',
  responsible: 'Municipality',
  reviewOn: '2026-03-01',
}
const refOf = async (planId: string) => ({
  planId,
  version: (await ownerSql()`select version from safety_plans where id = ${planId}`)[0]?.version,
})
const begin = async () => good(await writePlan.execute(world.actor.officer, { forumId, ...time })).planId
const add = async (planId: string, change: object = {}) =>
  addMeasure.execute(world.actor.officer, { ...(await refOf(planId)), ...measure, ...change })
const measureOf = async (planId: string) =>
  (await ownerSql()`select id from safety_measures where plan_id = ${planId} order by position`)[0]?.id as string
async function adopted() {
  const planId = await begin()
  good(await add(planId))
  const input = { ...(await refOf(planId)), adoptedOn: '2026-01-20' }
  good(await adoptPlan.execute(world.actor.policingSupervisor, input))
  return planId
}

const said = {
  severity: 'high',
  source: 'box',
  raisedOn: '2026-01-05',
  locationPcode: 'IQG01Q01N03',
  summary: 'Dark market street',
}
async function concern(change: object = {}, isTriaged = true) {
  const input = { forumId, category: 'theft', ...said, ...change }
  const { caseId } = good(await raiseConcern.execute(world.actor.officer, input))
  if (caseId && isTriaged)
    good(await triageConcern.execute(world.actor.policingSupervisor, { caseId, version: 1, decision: 'accept' }))
  return caseId
}

describe('a safety plan', () => {
  it('is written, given measures, adopted by another, and then only reviewed', async () => {
    const { officer, policingSupervisor } = world.actor
    const planId = await begin()
    const ref = { ...(await refOf(planId)), adoptedOn: '2026-01-20' }
    expect(await adoptPlan.execute(policingSupervisor, ref)).toMatchObject({
      reasons: [{ key: 'safetyPlans.refused.empty' }],
    })
    good(await add(planId))
    good(await add(planId, { measure: 'Removed again' }))
    const last = (await ownerSql()`select id from safety_measures where measure = 'Removed again'`)[0]?.id
    good(await removeMeasure.execute(officer, { ...(await refOf(planId)), measureId: last }))
    expect(await adoptPlan.execute(officer, { ...(await refOf(planId)), adoptedOn: '2026-01-20' })).toMatchObject({
      code: 'forbidden',
    })
    good(await adoptPlan.execute(policingSupervisor, { ...(await refOf(planId)), adoptedOn: '2026-01-20' }))
    for (const answer of [
      await add(planId),
      await editPlan.execute(officer, { ...(await refOf(planId)), ...time, situation: 'Other' }),
      await removeMeasure.execute(officer, { ...(await refOf(planId)), measureId: await measureOf(planId) }),
    ])
      expect(answer).toMatchObject({ reasons: [{ key: 'safetyPlans.refused.adopted' }] })
    const measureId = await measureOf(planId)
    const found = { measureId, finding: 'Ten lamps stand, six burn.' }
    const again = { ...found, againOn: '2026-12-30' }
    good(await reviewMeasure.execute(officer, { ...(await refOf(planId)), ...again }))
    good(await reviewMeasure.execute(officer, { ...(await refOf(planId)), ...found, finding: 'All lamps burn.' }))
    const [row] =
      await ownerSql()`select review_on::text, reviewed_on::text, finding from safety_measures where id = ${measureId}`
    expect(row).toEqual({ review_on: '2026-12-30', reviewed_on: baghdadDay(new Date()), finding: 'All lamps burn.' })
    const events =
      await ownerSql()`select data ->> 'deed' as deed from forum_events where subject_id = ${planId} order by id`
    expect(events.map((event) => event.deed)).toEqual(
      'write add_measure add_measure remove_measure adopt review review'.split(' '),
    )
  })

  it('is not adopted by who wrote it, nor before its day, nor reviewed as a draft', async () => {
    const { officer, policingSupervisor } = world.actor
    const { planId } = good(await writePlan.execute(policingSupervisor, { forumId, ...time }))
    good(await add(planId))
    const ref = await refOf(planId)
    expect(await adoptPlan.execute(policingSupervisor, { ...ref, adoptedOn: '2026-01-20' })).toMatchObject({
      reasons: [{ key: 'safetyPlans.refused.own_plan' }],
    })
    await expect(
      sqlAs(
        policingSupervisor.userId,
        (
          sql,
        ) => sql`update safety_plans set adopted_on = '2026-01-20', adopted_by = ${policingSupervisor.userId}, version = version + 1
          where id = ${planId}`,
      ),
    ).rejects.toThrow('safetyPlans.refused.own_plan')
    const review = { ...ref, measureId: await measureOf(planId), finding: 'Too early to say' }
    expect(await reviewMeasure.execute(officer, review)).toMatchObject({
      reasons: [{ key: 'safetyPlans.refused.not_adopted' }],
    })
    const late = await begin()
    good(await add(late))
    expect(
      await adoptPlan.execute(policingSupervisor, { ...(await refOf(late)), adoptedOn: '2199-01-01' }),
    ).toMatchObject({ fields: { adoptedOn: 'errors.dateFuture' } })
  })

  it('says which days do not fit, and who was slower', async () => {
    const planId = await begin()
    expect(await add(planId, { reviewOn: '2027-01-01' })).toMatchObject({
      fields: { reviewOn: 'safetyPlans.errors.review' },
    })
    const wrong = { forumId, ...time, endsOn: '2026-01-01' }
    expect(await writePlan.execute(world.actor.officer, wrong)).toMatchObject({
      fields: { endsOn: 'safetyPlans.errors.ends' },
    })
    const old = await refOf(planId)
    good(await add(planId))
    expect(await addMeasure.execute(world.actor.officerB, { ...old, ...measure })).toMatchObject({ code: 'conflict' })
  })

  it('stays as it was adopted, whatever is sent to the database', async () => {
    const planId = await adopted()
    const measureId = await measureOf(planId)
    const tries = [
      `update safety_plans set situation = 'x', version = version + 1 where id = '${planId}'`,
      `update safety_plans set adopted_on = null, adopted_by = null, version = version + 1 where id = '${planId}'`,
      `update safety_measures set measure = 'x' where id = '${measureId}'`,
      `update safety_measures set case_id = '${newId()}' where id = '${measureId}'`,
      `delete from safety_measures where id = '${measureId}'`,
      `insert into safety_measures (id, plan_id, position, priority, measure, responsible, review_on)
        values ('${newId()}', '${planId}', 9, 'low', 'x', 'y', '2026-02-01')`,
    ]
    for (const one of tries)
      await expect(
        sqlAs(world.actor.officer.userId, (sql) => sql.unsafe(one)),
        one,
      ).rejects.toThrow('safetyPlans.refused.adopted')
  })

  it('exists for its team and the programme’s managers alone', async () => {
    const planId = await adopted()
    const reads = async (part: Part) => (await getPlan(world.actor[part], forumId, planId)) !== null
    for (const part of ['officer', 'officerB', 'policingSupervisor', 'policingManager'] as const)
      expect(await reads(part), part).toBe(true)
    const others = [
      'officer2',
      'policingSupervisor2',
      'policingAnalyst',
      'focal',
      'admin',
      'caseworker',
      'nurse',
    ] as const
    for (const part of others) {
      expect(await reads(part), part).toBe(false)
      const input = { ...(await refOf(planId)), ...time }
      expect(await editPlan.execute(world.actor[part], input), part).toMatchObject({ code: 'not_found' })
    }
    const input = { ...(await refOf(planId)), ...time }
    expect(await editPlan.execute(world.actor.policingManager, input)).toMatchObject({ code: 'not_found' })
  })

  it('takes open concerns of its forum, never one that is untriaged, restricted or elsewhere', async () => {
    const planId = await begin()
    const open = await concern()
    const untriaged = await concern({ summary: 'Not looked at yet' }, false)
    expect(await concern({ category: 'police_conduct', summary: 'Hit at the checkpoint' })).toBeNull()
    const { forumId: elsewhere } = await makeForum(world)
    const foreign = await concern({ forumId: elsewhere, summary: 'Of another forum' })
    const [restricted] = await ownerSql()`select id from cases where status = 'restricted' order by id desc limit 1`
    const offered = (await getPlan(world.actor.officer, forumId, planId))?.concerns.map((one) => one.id)
    expect(offered).toContain(open)
    for (const caseId of [untriaged, foreign, restricted?.id]) {
      expect(caseId).toBeTruthy()
      expect(offered).not.toContain(caseId)
      expect(await add(planId, { caseId })).toMatchObject({ reasons: [{ key: 'concerns.refused.not_open' }] })
    }
    good(await add(planId, { caseId: open }))
    const plans = (await getForum(world.actor.officer, forumId))?.plans
    expect(plans?.find((one) => one.id === planId)).toMatchObject({ measures: 1, late: 1 })
    const page = await getPlan(world.actor.officer, forumId, planId)
    expect(page?.measures[0]).toMatchObject({ case_id: open, summary: said.summary })
    expect(page && (await planPaper(page, new Date(), true)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('“You said, we did”', () => {
  it('tells what was triaged before a session, and nothing that is restricted, untriaged or another’s', async () => {
    const { forumId: own } = await makeForum(world)
    const sessionId = await makeHeldSession(world, own, '2026-02-10')
    await concern({ forumId: own, summary: 'Told in January' })
    await concern({ forumId: own, summary: 'After the session', raisedOn: '2026-02-11' })
    await concern({ forumId: own, summary: 'Not looked at' }, false)
    await concern({ forumId: own, summary: 'Of the police', category: 'police_conduct' })
    const sheet = (part: Part, session: string | null = null) => getSaidSheet(world.actor[part], own, session)
    const lines = (found: Awaited<ReturnType<typeof sheet>>) => found?.rows.map((row) => row.summary)
    expect(lines(await sheet('officer'))).toEqual(['After the session', 'Told in January'])
    expect(lines(await sheet('policingManager', sessionId))).toEqual(['Told in January'])
    expect(await sheet('officer', newId())).toBeNull()
    for (const part of ['officer2', 'policingAnalyst', 'focal', 'admin'] as const)
      expect(await sheet(part), part).toBeNull()
    const found = await sheet('officer')
    expect(found && (await saidPaper(found, new Date(), true)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('the calendar and the day', () => {
  it('hold sessions in scope alone, by the month of Baghdad', async () => {
    const { forumId: own } = await makeForum(world)
    const id = await makeHeldSession(world, own, '2026-04-30')
    // Half past midnight of the first of May in Baghdad is still April elsewhere.
    await ownerSql()`update forum_sessions set starts_at = '2026-04-30T21:30:00Z', version = version + 1 where id = ${id}`
    const has = async (part: Part, month: string, next: string) =>
      (await listMonth(world.actor[part], month, next)).some((one) => one.id === id)
    expect(await has('officer', '2026-05', '2026-06')).toBe(true)
    expect(await has('officer', '2026-04', '2026-05')).toBe(false)
    expect(await has('policingManager', '2026-05', '2026-06')).toBe(true)
    for (const part of ['officer2', 'focal', 'policingAnalyst', 'admin', 'caseworker'] as const) {
      expect(await has(part, '2026-05', '2026-06'), part).toBe(false)
      expect(await listForCalendar(world.actor[part]), part).toEqual([])
    }
  })

  it('show the team what waits, and minutes to a supervisor who did not write them', async () => {
    const { officer, policingSupervisor, policingSupervisor2, policingManager } = world.actor
    const { forumId: own } = await makeForum(world)
    const written = await makeHeldSession(world, own, '2026-03-03')
    const bare = await makeHeldSession(world, own, '2026-03-04')
    const planId = await adopted()
    const sql = ownerSql()
    await sql`alter table forum_sessions disable trigger user`
    await sql`update forum_sessions set status = 'minutes_draft', minutes = 'Long', minutes_by = ${officer.userId} where id = ${written}`
    await sql`alter table forum_sessions enable trigger user`
    const work = (part: Part) => withActor(world.actor[part], (tx) => readSessionWork(tx, world.actor[part]))
    const ids = (rows: { id: string }[]) => rows.map((row) => row.id)
    const mine = await work('officer')
    expect(ids(mine.unwritten)).toContain(bare)
    expect(ids(mine.reviews)).toContain(planId)
    expect(mine.toApprove).toEqual([])
    expect(ids((await work('policingSupervisor')).toApprove)).toContain(written)
    await sql`alter table forum_sessions disable trigger user`
    await sql`update forum_sessions set minutes_by = ${policingSupervisor.userId} where id = ${written}`
    await sql`alter table forum_sessions enable trigger user`
    await sql`alter table forums disable trigger user`
    await sql`update forums set status_at = now() - interval '200 days', last_held_on = app_today() - 91 where id = ${own}`
    await sql`alter table forums enable trigger user`
    const led = await work('policingSupervisor')
    expect(ids(led.toApprove)).not.toContain(written)
    expect(ids(led.asleep)).toEqual([own])
    expect(mine.asleep).toEqual([])
    for (const actor of [policingSupervisor2, policingManager]) {
      const theirs = await withActor(actor, (tx) => readSessionWork(tx, actor))
      expect(Object.values(theirs).flat()).toEqual([])
    }
  })
})
