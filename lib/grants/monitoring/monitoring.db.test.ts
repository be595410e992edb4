import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good, statusOf, versionOf } from '../../../db/testing-grant'
import { makeWorld, type World } from '../../../db/testing-world'
import { newId } from '../../ids'
import { getMyWork } from '../../work'
import { startMonitoring } from '../tranches/schedule-commands'
import { bring, payingGrant } from '../tranches/testing-payments'
import { completeGrant, handleSafety, recordVisit } from './commands'
import { getVisits, listDueVisits, listSafety } from './queries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const refused = (key: string) => ({ ok: false, code: 'refused', reasons: [{ key }] })

/** The first payment lies this far back, so that the visits of these months are due. */
async function paidGrant(monthsAgo: number) {
  const { caseId, tranches } = await payingGrant(world, { percents: [100] })
  await bring(world, { caseId, trancheId: tranches[0]?.trancheId ?? '' }, 'receipt_confirmed')
  await ownerSql()`update monitoring_visits set due_on = app_today() - make_interval(months => ${monthsAgo}) + make_interval(months => month)
    where case_id = ${caseId}`
  const rows = await ownerSql()`select id from monitoring_visits where case_id = ${caseId} order by month`
  return { caseId, visits: rows.map((row) => String(row.id)) }
}

const today = async () => String((await ownerSql()`select app_today()::text as day`)[0]?.day)

async function form(visitId: string | undefined, change: Record<string, string> = {}) {
  return {
    visitId,
    visitedOn: await today(),
    received: 'full',
    business: 'operating',
    currency: 'IQD',
    monthlyProfit: '٤٥٠٬٠٠٠',
    jobsWomenFull: '1',
    jobsWomenPart: '0',
    jobsMenFull: '1',
    jobsMenPart: '2',
    satisfaction: '5',
    remark: 'The shop is open, shelves are full.',
    safety: 'no',
    safetyBody: '',
    ...change,
  }
}

const tasksOf = (caseId: string) =>
  ownerSql()`select assignee_id, due_on - app_today() as days from tasks where case_id = ${caseId}`

describe('a visit', () => {
  it('is recorded once, whoever presses twice or comes at the same moment', async () => {
    const { caseworker, colleague } = world.actor
    const { caseId, visits } = await paidGrant(2)
    const input = await form(visits[0])
    const commandId = newId()
    const [first, again] = await Promise.all([
      recordVisit.execute(caseworker, input, { commandId }),
      recordVisit.execute(caseworker, input, { commandId }),
    ])
    expect([first, again]).toEqual([
      { ok: true, data: { caseId } },
      { ok: true, data: { caseId } },
    ])
    expect(await recordVisit.execute(colleague, input)).toEqual({ ok: false, code: 'conflict' })
    const found = (await getVisits(caseworker, caseId))?.visits[0]
    expect(found).toMatchObject({ monthlyProfitMinor: 450_000_000, jobsMenPart: 2, visitedBy: 'Test caseworker' })
    expect(await tasksOf(caseId)).toHaveLength(0)
  })

  it('opens a task for the caseworker when something is amiss, due in a week', async () => {
    for (const received of ['partial', 'none', 'with_issues']) {
      const { caseId, visits } = await paidGrant(2)
      good(await recordVisit.execute(world.actor.colleague, await form(visits[0], { received })))
      expect([...(await tasksOf(caseId))]).toEqual([{ assignee_id: world.actor.caseworker.userId, days: 7 }])
    }
  })

  it('is not made long before it is due, nor tomorrow, nor with a figure that is none', async () => {
    const { caseworker } = world.actor
    const { visits } = await paidGrant(2)
    expect(await recordVisit.execute(caseworker, await form(visits[1]))).toMatchObject({
      fields: { visitedOn: 'monitoring.errors.tooEarly' },
    })
    expect(await recordVisit.execute(caseworker, await form(visits[0], { visitedOn: '2099-01-01' }))).toMatchObject({
      fields: { visitedOn: 'errors.dateFuture' },
    })
    for (const [field, value] of [
      ['monthlyProfit', '-5'],
      ['monthlyProfit', '1e18'],
      ['satisfaction', '6'],
      ['jobsMenFull', '1.5'],
      ['received', 'perhaps'],
      ['safety', 'yes'],
    ] as const)
      expect(await recordVisit.execute(caseworker, await form(visits[0], { [field]: value }))).toMatchObject({
        code: 'invalid',
      })
  })

  it('does not exist for another team, and is not recorded by who decides, pays or counts', async () => {
    const { caseId, visits } = await paidGrant(2)
    const { caseworker2, manager, finance, analyst, admin } = world.actor
    const input = await form(visits[0])
    for (const actor of [caseworker2, finance, analyst, admin])
      expect(await recordVisit.execute(actor, input)).toEqual({ ok: false, code: 'not_found' })
    expect(await recordVisit.execute(manager, input)).toEqual({ ok: false, code: 'forbidden' })
    expect(await getVisits(caseworker2, caseId)).toBeNull()
  })

  it('is kept to its rules by the database as well', async () => {
    const { caseworker, colleague, manager } = world.actor
    const { visits } = await paidGrant(2)
    const [due, later] = visits
    const record = (userId: string, visitId: string | undefined, by: string, day: string) =>
      sqlAs(
        userId,
        (sql) => sql`update monitoring_visits set visited_on = ${day}, visited_by = ${by}, received = 'full',
        business = 'operating', has_safety_issue = false where id = ${visitId ?? ''}`,
      )
    const day = await today()
    await expect(record(manager.userId, due, manager.userId, day)).rejects.toThrow(/role that visits/)
    await expect(record(caseworker.userId, due, colleague.userId, day)).rejects.toThrow(/role that visits/)
    await expect(record(caseworker.userId, later, caseworker.userId, day)).rejects.toThrow(/too_early/)
    await expect(record(caseworker.userId, due, caseworker.userId, '2099-01-01')).rejects.toThrow(/in_future/)
    await record(caseworker.userId, due, caseworker.userId, day)
    const alter = (change: string) =>
      sqlAs(caseworker.userId, (sql) => sql.unsafe(`update monitoring_visits set ${change} where id = '${due}'`))
    await expect(alter(`received = 'none'`)).rejects.toThrow(/not changed/)
    await expect(alter(`remark = 'better now'`)).rejects.toThrow(/not changed/)
  })

  it('stands in the list of what is due: the oldest first, mine or all, of the team alone', async () => {
    const { caseworker, colleague, supervisor2 } = world.actor
    const { caseId } = await paidGrant(4)
    const { rows } = await listDueVisits(caseworker, { isMine: true, after: null })
    expect(rows.map((row) => row.dueOn)).toEqual(rows.map((row) => row.dueOn).sort())
    expect(rows.filter((row) => row.caseId === caseId).map((row) => row.month)).toEqual([1, 3])
    const first = rows[0]
    const rest = await listDueVisits(caseworker, {
      isMine: false,
      after: first ? { dueOn: first.dueOn, id: first.id } : null,
    })
    expect(rest.rows.map((row) => row.id)).not.toContain(first?.id)
    const third = await listDueVisits(caseworker, { isMine: false, month: 3, after: null })
    expect(third.rows.map((row) => row.caseId)).toContain(caseId)
    expect([...new Set(third.rows.map((row) => row.month))]).toEqual([3])
    expect((await getMyWork(caseworker)).monitoring.visits.map((row) => row.case_id)).toContain(caseId)
    expect((await getMyWork(colleague)).monitoring.visits).toEqual([])
    expect((await listDueVisits(colleague, { isMine: true, after: null })).rows).toEqual([])
    expect((await listDueVisits(supervisor2, { isMine: false, after: null })).rows).toEqual([])
  })
})

describe('a worry about safety', () => {
  it('reaches the supervisors of the team, and nobody who wrote it reads it back', async () => {
    const { caseworker, colleague, supervisor, supervisor2, manager } = world.actor
    const { caseId, visits } = await paidGrant(2)
    const body = 'Someone asks for a share of the takings.'
    good(await recordVisit.execute(caseworker, await form(visits[0], { safety: 'yes', safetyBody: body })))
    const seen = (await listSafety(supervisor)).find((one) => one.caseId === caseId)
    expect(seen).toMatchObject({ body, handledAt: null })
    for (const actor of [caseworker, colleague, supervisor2, manager]) {
      expect(await listSafety(actor)).toEqual([])
      expect(await sqlAs(actor.userId, (sql) => sql`select * from safety_concerns`)).toHaveLength(0)
    }
    const told =
      await ownerSql()`select user_id from notifications where kind = 'safety_raised' and case_id = ${caseId}`
    expect(told.map((row) => row.user_id).sort()).toEqual([supervisor.userId, world.actor.supervisorB.userId].sort())
    const audited = await ownerSql()`select changes::text from audit_log`
    expect(JSON.stringify(audited)).not.toContain(body)

    expect((await getMyWork(supervisor)).monitoring.safety.map((row) => row.id)).toContain(seen?.id)
    expect((await getMyWork(caseworker)).monitoring.safety).toEqual([])

    const input = { concernId: seen?.id, handling: 'Spoke with the owner and the elders of the market.' }
    expect(await handleSafety.execute(caseworker, input)).toEqual({ ok: false, code: 'not_found' })
    good(await handleSafety.execute(supervisor, input))
    expect(await handleSafety.execute(world.actor.supervisorB, input)).toEqual({ ok: false, code: 'conflict' })
  })
})

describe('the end of the year', () => {
  it('completes a grant once the visits are made, and the database holds to it', async () => {
    const { caseworker, supervisor } = world.actor
    const { caseId, visits } = await paidGrant(13)
    const ref = async () => ({ caseId, version: await versionOf(caseworker, caseId) })
    good(await startMonitoring.execute(supervisor, await ref()))
    for (const visitId of visits.slice(0, 3)) good(await recordVisit.execute(caseworker, await form(visitId)))
    expect(await completeGrant.execute(caseworker, await ref())).toMatchObject(
      refused('monitoring.refused.visits_open'),
    )
    await expect(
      sqlAs(caseworker.userId, async (sql) => {
        const [row] =
          await sql`update cases set status = 'completed', version = version + 1, closed_at = now() where id = ${caseId}
          returning version`
        await sql`insert into case_events (id, case_id, kind, from_status, to_status, actor_id, version)
          values (app_id(), ${caseId}, 'moved', 'monitoring', 'completed', ${caseworker.userId}, ${row?.version})`
      }),
    ).rejects.toThrow(/visits_open/)
    good(await recordVisit.execute(caseworker, await form(visits[3])))
    good(await completeGrant.execute(caseworker, await ref()))
    expect(await statusOf(caseworker, caseId)).toBe('completed')
  })

  it('waits for the year of a grant outside the sample', async () => {
    const { caseworker, supervisor } = world.actor
    const { caseId } = await paidGrant(2)
    await ownerSql()`update monitoring_visits set is_in_sample = false where case_id = ${caseId}`
    const ref = async () => ({ caseId, version: await versionOf(caseworker, caseId) })
    good(await startMonitoring.execute(supervisor, await ref()))
    expect(await completeGrant.execute(caseworker, await ref())).toMatchObject(
      refused('monitoring.refused.year_not_over'),
    )
    await ownerSql()`update monitoring_visits set due_on = app_today() - 1 where case_id = ${caseId}`
    good(await completeGrant.execute(caseworker, await ref()))
  })
})
