import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { decide, good, grantAt, statusOf, versionOf } from '../../../db/testing-grant'
import { makeWorld, openLine, type World } from '../../../db/testing-world'
import type { Actor } from '../../auth/actor'
import { newId } from '../../ids'
import { getMyWork } from '../../work'
import { cancelGrant, submitGrant } from '../application-commands'
import { getItem } from './item-query'
import { chooseLine } from './line-commands'
import { addItems, cancelMeeting, closeMeeting, conveneMeeting } from './meeting-commands'
import { getMeeting } from './meeting-queries'
import { forwardFromWaitingList, recordOutcome } from './outcome-commands'
import { resultOf } from './score'
import { declareConflict, scoreApplication } from './score-commands'
import { lookForRoom } from './waiting-commands'
import { moveUp } from './waiting-list'
import { listWaiting } from './waiting-query'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const points = (sum: number) => {
  const each = [0, 1, 2, 3, 4].map((index) => Math.min(5, Math.max(0, sum - index * 5)))
  return { viability: each[0], experience: each[1], jobs: each[2], risk: each[3], socialValue: each[4], remark: '' }
}

async function convene(
  caseIds: string[],
  members: Actor[] = [world.actor.supervisor, world.actor.manager, world.actor.managerB],
) {
  const { meetingId } = good(
    await conveneMeeting.execute(world.actor.supervisor, {
      teamId: world.team.falluja,
      heldOn: '2026-02-10',
      venue: 'Falluja',
      memberIds: members.map((one) => one.userId),
      chairId: members[0]?.userId,
      caseIds,
    }),
  )
  const agenda = (await getMeeting(world.actor.supervisor, meetingId))?.agenda ?? []
  return { meetingId, itemOf: (caseId: string) => agenda.find((one) => one.case_id === caseId)?.id ?? '' }
}

async function say(member: Actor, itemId: string, sum: number) {
  good(await declareConflict.execute(member, { itemId, conflict: 'no' }))
  return scoreApplication.execute(member, { itemId, ...points(sum) })
}

async function outcomeForm(
  caseId: string,
  itemId: string,
  outcome: string,
  budgetLineId: string | null = world.lineId,
) {
  const version = await versionOf(world.actor.supervisor, caseId)
  return { caseId, version, itemId, outcome, reason: 'The committee agreed.', budgetLineId: budgetLineId ?? '' }
}

/** A grant of this amount on the waiting list of a line, with this mean. */
async function waiting(lineId: string, amount: string, sum: number) {
  const { caseId } = await grantAt(world, 'committee_review', { amount })
  const { itemOf } = await convene([caseId])
  const { supervisor, manager, managerB } = world.actor
  for (const member of [supervisor, manager, managerB]) good(await say(member, itemOf(caseId), sum))
  good(await recordOutcome.execute(supervisor, await outcomeForm(caseId, itemOf(caseId), 'waitlisted', lineId)))
  return caseId
}

describe('scoring', () => {
  it('counts mean and spread in whole hundredths', () => {
    const of = (sum: number) => ({ viability: sum, experience: 0, jobs: 0, risk: 0, socialValue: 0 })
    expect(resultOf([of(1), of(2), of(2)])).toEqual({ meanHundredths: 167, spread: 1 })
    expect(resultOf([])).toBeNull()
  })

  it('comes after declaring, and both once', async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { itemOf } = await convene([caseId])
    const itemId = itemOf(caseId)
    const { manager } = world.actor
    expect(await scoreApplication.execute(manager, { itemId, ...points(15) })).toMatchObject({
      reasons: [{ key: 'committee.refused.not_declared' }],
    })
    const raw = sqlAs(
      manager.userId,
      (sql) => sql`insert into committee_scores (id, item_id, user_id, viability, experience, jobs, risk, social_value)
        values (${newId()}, ${itemId}, ${manager.userId}, 5, 5, 5, 5, 5)`,
    )
    await expect(raw).rejects.toThrow('not_declared')
    const twice = await Promise.all(
      ['no', 'yes'].map((conflict) =>
        declareConflict.execute(manager, { itemId, conflict, reason: 'A cousin of mine.' }),
      ),
    )
    expect(twice.filter((one) => one.ok)).toHaveLength(1)
    expect(await declareConflict.execute(manager, { itemId, conflict: 'no' })).toMatchObject({
      reasons: [{ key: 'committee.refused.declared' }],
    })
  })

  it('is not for whoever declared a conflict, had a hand in it, verified it, is kin, or is no member', async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { supervisor, supervisorB, manager, managerB, caseworker, colleague } = world.actor
    const { itemOf } = await convene([caseId], [supervisor, manager, managerB, caseworker, colleague])
    const itemId = itemOf(caseId)
    good(await declareConflict.execute(manager, { itemId, conflict: 'yes', reason: 'He is my neighbour.' }))
    expect(await scoreApplication.execute(manager, { itemId, ...points(20) })).toMatchObject({
      reasons: [{ key: 'committee.refused.declared_conflict' }],
    })
    expect(await say(caseworker, itemId, 20)).toMatchObject({ reasons: [{ key: 'committee.refused.is_owner' }] })
    expect(await say(colleague, itemId, 20)).toMatchObject({ reasons: [{ key: 'committee.refused.has_verified' }] })
    await ownerSql()`insert into staff_kin (id, user_id, person_id, relation, recorded_by)
      select ${newId()}, ${managerB.userId}, person_id, 'relative', ${caseworker.userId} from grants where case_id = ${caseId}`
    expect(await say(managerB, itemId, 20)).toMatchObject({ reasons: [{ key: 'committee.refused.is_kin' }] })
    expect(await scoreApplication.execute(supervisorB, { itemId, ...points(20) })).toMatchObject({
      reasons: [{ key: 'committee.refused.not_a_member' }],
    })
    for (const one of [caseworker, colleague, managerB]) {
      const raw = sqlAs(
        one.userId,
        (
          sql,
        ) => sql`insert into committee_scores (id, item_id, user_id, viability, experience, jobs, risk, social_value)
          values (${newId()}, ${itemId}, ${one.userId}, 5, 5, 5, 5, 5)`,
      )
      await expect(raw).rejects.toThrow('in_conflict')
    }
    expect(await getItem(world.actor.caseworker2, newId(), itemId)).toBeNull()
  })

  it("hides others' scores until one's own, also from raw SQL", async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { meetingId, itemOf } = await convene([caseId])
    const itemId = itemOf(caseId)
    const { supervisor, manager, managerB, caseworker, colleague } = world.actor
    good(await say(manager, itemId, 20))
    const seen = (actor: Actor) =>
      sqlAs(
        actor.userId,
        (sql) =>
          sql`select total from (select viability + experience as total from committee_scores where item_id = ${itemId}) t`,
      )
    for (const one of [supervisor, managerB, caseworker, colleague]) expect(await seen(one)).toHaveLength(0)
    expect((await getItem(supervisor, meetingId, itemId))?.scores).toEqual([])
    expect((await getMeeting(supervisor, meetingId))?.agenda[0]).toMatchObject({ scored: 1, declared: 1, mean: null })
    good(await say(supervisor, itemId, 10))
    expect(await seen(supervisor)).toHaveLength(2)
    expect(await seen(managerB)).toHaveLength(0)
    // What was said stays said.
    await expect(
      sqlAs(manager.userId, (sql) => sql`update committee_scores set jobs = 5 where item_id = ${itemId}`),
    ).rejects.toThrow()
  })
})

describe('a meeting', () => {
  it('takes three members, one of them in the chair, and only applications of its team that wait for it', async () => {
    const { supervisor, caseworker, manager, managerB } = world.actor
    const base = {
      teamId: world.team.falluja,
      heldOn: '2026-02-10',
      venue: 'Falluja',
      chairId: manager.userId,
      memberIds: [supervisor.userId, manager.userId, managerB.userId],
      caseIds: [],
    }
    const attempt = (change: object, actor = supervisor) => conveneMeeting.execute(actor, { ...base, ...change })
    expect(await attempt({ memberIds: [supervisor.userId, manager.userId] })).toMatchObject({ code: 'invalid' })
    expect(await attempt({ chairId: caseworker.userId })).toMatchObject({
      fields: { chairId: 'committee.errors.chairIsMember' },
    })
    expect(await attempt({}, caseworker)).toMatchObject({ code: 'forbidden' })
    expect(await attempt({}, world.actor.supervisor2)).toMatchObject({ code: 'forbidden' })
    const { caseId } = await grantAt(world, 'training')
    expect(await attempt({ caseIds: [caseId] })).toMatchObject({
      reasons: [{ key: 'committee.refused.not_in_committee' }],
    })
    const stranger = { memberIds: [...base.memberIds, world.actor.finance.userId] }
    expect(await attempt(stranger)).toMatchObject({ reasons: [{ key: 'committee.refused.cannot_score' }] })
    const { meetingId } = good(await attempt({}))
    const raw = sqlAs(
      caseworker.userId,
      (sql) =>
        sql`insert into committee_members (id, meeting_id, user_id) values (${newId()}, ${meetingId}, ${caseworker.userId})`,
    )
    await expect(raw).rejects.toThrow()
    good(await cancelMeeting.execute(supervisor, { meetingId, version: 1 }))
  })

  it('puts an application on one agenda at a time, and closes when all have an outcome', async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { meetingId, itemOf } = await convene([caseId])
    const { supervisor, manager, managerB } = world.actor
    const other = await convene([])
    const again = await addItems.execute(supervisor, { meetingId: other.meetingId, version: 1, caseIds: caseId })
    expect(again).toMatchObject({ reasons: [{ key: 'committee.refused.on_an_agenda' }] })
    expect(await closeMeeting.execute(supervisor, { meetingId, version: 1 })).toMatchObject({
      reasons: [{ key: 'committee.refused.items_open' }],
    })
    expect(await cancelMeeting.execute(supervisor, { meetingId, version: 1 })).toMatchObject({
      reasons: [{ key: 'committee.refused.not_empty' }],
    })
    for (const member of [supervisor, manager, managerB]) good(await say(member, itemOf(caseId), 18))
    good(await recordOutcome.execute(supervisor, await outcomeForm(caseId, itemOf(caseId), 'recommended')))
    good(await closeMeeting.execute(supervisor, { meetingId, version: 1 }))
    // Recording is not deciding.
    good(await decide(supervisor, caseId, 'approve'))
  })
})

describe('the outcome', () => {
  it('needs three scores, whatever the form says', async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { itemOf } = await convene([caseId])
    const { supervisor, manager } = world.actor
    for (const member of [supervisor, manager]) good(await say(member, itemOf(caseId), 18))
    const form = await outcomeForm(caseId, itemOf(caseId), 'recommended')
    expect(await recordOutcome.execute(supervisor, form)).toMatchObject({
      reasons: [{ key: 'committee.refused.three_scores' }],
    })
    expect(await recordOutcome.execute(manager, form)).toMatchObject({ code: 'forbidden' })
    const raw = sqlAs(
      supervisor.userId,
      (sql) => sql`update committee_items set outcome = 'recommended', recorded_by = ${supervisor.userId}, scored_by = 9
        where id = ${itemOf(caseId)}`,
    )
    await expect(raw).rejects.toThrow('three_scores')
  })

  it('is recorded by one of two supervisors', async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { itemOf } = await convene([caseId])
    const { supervisor, supervisorB, manager, managerB } = world.actor
    for (const member of [supervisor, manager, managerB]) good(await say(member, itemOf(caseId), 18))
    const [a, b] = [
      await outcomeForm(caseId, itemOf(caseId), 'recommended'),
      await outcomeForm(caseId, itemOf(caseId), 'rejected'),
    ]
    const results = await Promise.all([recordOutcome.execute(supervisor, a), recordOutcome.execute(supervisorB, b)])
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    expect(results.find((one) => !one.ok)).toEqual({ ok: false, code: 'conflict' })
    const [item] =
      await ownerSql()`select mean_hundredths, spread, scored_by from committee_items where id = ${itemOf(caseId)}`
    expect(item).toMatchObject({ mean_hundredths: 1800, spread: 0, scored_by: 3 })
  })

  it('returned begins a new round, in which what was said no longer counts', async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { itemOf } = await convene([caseId])
    const { supervisor, manager, managerB, caseworker } = world.actor
    for (const member of [supervisor, manager, managerB]) good(await say(member, itemOf(caseId), 8))
    good(await recordOutcome.execute(supervisor, await outcomeForm(caseId, itemOf(caseId), 'returned', null)))
    good(await submitGrant.execute(caseworker, { caseId, version: await versionOf(caseworker, caseId) }))
    expect((await ownerSql()`select round from grants where case_id = ${caseId}`)[0]?.round).toBe(2)
  })

  it('recommended needs a line with room, in the currency', async () => {
    const { caseId } = await grantAt(world, 'committee_review')
    const { itemOf } = await convene([caseId])
    const { supervisor, manager, managerB, finance } = world.actor
    const [small, dollars] = [newId(), newId()]
    await openLine(finance, manager, small, 1_000_000_000)
    await openLine(finance, manager, dollars, 9_000_000, 'USD')
    for (const member of [supervisor, manager, managerB]) good(await say(member, itemOf(caseId), 18))
    const attempt = async (line: string | null) =>
      recordOutcome.execute(supervisor, await outcomeForm(caseId, itemOf(caseId), 'recommended', line))
    expect(await attempt(null)).toMatchObject({ fields: { budgetLineId: 'errors.choose' } })
    expect(await attempt(small)).toMatchObject({ reasons: [{ key: 'grants.refused.no_room' }] })
    expect(await attempt(dollars)).toMatchObject({ fields: { budgetLineId: 'errors.choose' } })
    good(await attempt(world.lineId))
  })
})

describe('the waiting list', () => {
  it('moves up by itself, in order and as far as the room goes, when two give back at once', async () => {
    const lineId = newId()
    const { supervisor, supervisorB, manager, finance } = world.actor
    await openLine(finance, manager, lineId, 4_000_000_000)
    const [a, b] = [
      await grantAt(world, 'approved', { amount: '2,000,000', lineId }),
      await grantAt(world, 'approved', { amount: '2,000,000', lineId }),
    ]
    const low = await waiting(lineId, '1,000,000', 10)
    const high = await waiting(lineId, '2,000,000', 20)
    const middle = await waiting(lineId, '1,500,000', 15)
    const order = (await listWaiting(supervisor, {})).rows.map((row) => row.id)
    expect(order.filter((id) => [low, high, middle].includes(id))).toEqual([high, middle, low])
    expect(await moveUp([lineId])).toBe(0)
    const cancel = async (actor: Actor, caseId: string) =>
      cancelGrant.execute(actor, { caseId, version: await versionOf(actor, caseId), reason: 'The shop was sold.' })
    for (const result of await Promise.all([cancel(supervisor, a.caseId), cancel(supervisorB, b.caseId)])) good(result)
    // 4 million: 2 and 1.5 move up, the last million does not fit into the half that is left.
    expect(await Promise.all([high, middle, low].map((id) => statusOf(supervisor, id)))).toEqual([
      'committee_review',
      'committee_review',
      'waitlisted',
    ])
    const moves = await ownerSql()`select case_id, actor_id from case_events where data ->> 'deed' = 'move_up'`
    expect(moves).toHaveLength(2)
    expect(moves.every((event) => event.actor_id === null)).toBe(true)
    const told =
      await ownerSql()`select count(*)::integer as count from notifications where kind = 'grant_moved_up' and case_id = ${high}`
    expect(told[0]?.count).toBe(2)
    good(await lookForRoom.execute(supervisor, {}))
    expect(await statusOf(supervisor, low)).toBe('waitlisted')
  })

  it('forwards what moved up without a new meeting, and only that', async () => {
    const lineId = newId()
    const { supervisor, manager, finance } = world.actor
    await openLine(finance, manager, lineId, 2_000_000_000)
    const taken = await grantAt(world, 'approved', { lineId })
    const caseId = await waiting(lineId, '2,000,000', 12)
    good(
      await cancelGrant.execute(supervisor, {
        caseId: taken.caseId,
        version: await versionOf(supervisor, taken.caseId),
        reason: 'The shop was sold.',
      }),
    )
    const form = async (id: string) => ({
      caseId: id,
      version: await versionOf(supervisor, id),
      budgetLineId: lineId,
    })
    const fresh = await grantAt(world, 'committee_review')
    expect(await forwardFromWaitingList.execute(supervisor, await form(fresh.caseId))).toMatchObject({
      reasons: [{ key: 'committee.refused.not_recommended' }],
    })
    good(await forwardFromWaitingList.execute(supervisor, await form(caseId)))
    expect(await statusOf(supervisor, caseId)).toBe('pending_approval_1')
    good(await decide(supervisor, caseId, 'approve'))
  })

  it('lets a supervisor or manager choose another line, and moves up if it has room', async () => {
    const [full, free] = [newId(), newId()]
    const { supervisor, caseworker, manager, finance } = world.actor
    await openLine(finance, manager, full, 1_000_000)
    await openLine(finance, manager, free, 5_000_000_000)
    const caseId = await waiting(full, '2,000,000', 12)
    const input = { caseId, version: await versionOf(supervisor, caseId), budgetLineId: free }
    expect(await chooseLine.execute(caseworker, input)).toMatchObject({ code: 'forbidden' })
    good(await chooseLine.execute(supervisor, input))
    expect(await statusOf(supervisor, caseId)).toBe('committee_review')
  })
})

describe('the day of work', () => {
  it('tells a member what to score, and a supervisor what nobody has taken up', async () => {
    const { supervisor, manager, supervisor2 } = world.actor
    const heard = await grantAt(world, 'committee_review')
    const unheard = await grantAt(world, 'committee_review')
    const untrained = await grantAt(world, 'training')
    const { itemOf } = await convene([heard.caseId])
    const idsOf = async (actor: Actor) => {
      const { grants } = await getMyWork(actor)
      const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id)
      return { score: ids(grants.toScore), convene: ids(grants.toConvene), train: ids(grants.toTrain) }
    }
    expect((await idsOf(manager)).score).toContain(heard.caseId)
    const team = await idsOf(supervisor)
    expect(team.convene).toContain(unheard.caseId)
    expect(team.convene).not.toContain(heard.caseId)
    expect(team.train).toContain(untrained.caseId)
    good(await say(manager, itemOf(heard.caseId), 12))
    expect((await idsOf(manager)).score).not.toContain(heard.caseId)
    expect(await idsOf(supervisor2)).toEqual({ score: [], convene: [], train: [] })
  })
})
