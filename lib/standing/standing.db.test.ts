import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { withSystem } from '../../db/client'
import { ownerSql, sqlAs, testDatabase } from '../../db/testing'
import { decide, good, grantAt, statusOf } from '../../db/testing-grant'
import { makeWorld, type World } from '../../db/testing-world'
import type { Actor } from '../auth/actor'
import { actorOf } from '../auth/actor-of'
import { baghdadDay } from '../format'
import { endKin, recordKin } from '../people/kin-commands'
import { arrangeStandIn, endStandIn } from './commands'
import { getStandIns } from './queries'

testDatabase()
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const today = baghdadDay(new Date())
const again = (actor: Actor) => actorOf(actor.userId, 'test')
const leave = (from: Actor, to: Actor, permission: string, change = {}) =>
  arrangeStandIn.execute(from, {
    toUserId: to.userId,
    permission,
    fromOn: today,
    toOn: today,
    reason: 'On leave',
    ...change,
  })

describe('standing in', () => {
  it('gives a supervisor of another team the decision for those days, and takes it back', async () => {
    const { supervisor, supervisor2 } = world.actor
    const { caseId } = await grantAt(world, 'pending_approval_1', { amount: '1,000,000' })
    expect(await statusOf(supervisor2, caseId)).toBeUndefined()
    good(await leave(supervisor, supervisor2, 'grants.decide_first'))
    const standIn = await again(supervisor2)
    expect(standIn.standsIn).toEqual(['grants.decide_first'])
    good(await decide(standIn, caseId, 'approve'))
    const { given } = await getStandIns(supervisor)
    good(await endStandIn.execute(supervisor, { delegationId: given[0]?.id }))
    expect(await statusOf(await again(supervisor2), caseId)).toBeUndefined()
  })

  it('gives a supervisor the second decision, but never of what they decided at the first', async () => {
    const { manager, supervisor, supervisorB } = world.actor
    const { caseId } = await grantAt(world, 'pending_approval_1', { amount: '4,000,000' })
    good(await decide(supervisor, caseId, 'approve'))
    expect(await statusOf(manager, caseId)).toBe('pending_approval_2')
    expect(await decide(supervisorB, caseId, 'approve')).toMatchObject({ code: 'refused' })
    good(await leave(manager, supervisor, 'grants.decide_second'))
    good(await leave(manager, supervisorB, 'grants.decide_second'))
    expect(await decide(await again(supervisor), caseId, 'approve')).toMatchObject({
      code: 'refused',
      reasons: [{ key: 'grants.refused.decided_other_stage' }],
    })
    good(await decide(await again(supervisorB), caseId, 'approve'))
    expect(await statusOf(manager, caseId)).toBe('approved')
  })

  it.each([
    ['a right that is not theirs', 'caseworker', 'supervisor', {}, { code: 'refused' }],
    ['someone who decides nothing', 'supervisor', 'caseworker', {}, { code: 'refused' }],
    ['themselves', 'supervisor', 'supervisor', {}, { fields: { toUserId: 'standing.errors.yourself' } }],
    [
      'days gone by',
      'supervisor',
      'supervisorB',
      { fromOn: '2020-01-01' },
      { fields: { fromOn: 'standing.errors.past' } },
    ],
    [
      'an end before the beginning',
      'supervisor',
      'supervisorB',
      { toOn: '2020-01-01' },
      { fields: { toOn: 'standing.errors.order' } },
    ],
    [
      'a whole year',
      'supervisor',
      'supervisorB',
      { toOn: '2099-01-01' },
      { fields: { toOn: 'standing.errors.tooLong' } },
    ],
  ] as const)('is refused to %s', async (_what, from, to, change, answer) => {
    expect(await leave(world.actor[from], world.actor[to], 'grants.decide_first', change)).toMatchObject(answer)
  })

  it('is not taken by raw SQL in someone else’s name, nor made longer', async () => {
    const { supervisor, supervisorB } = world.actor
    await expect(
      sqlAs(
        supervisorB.userId,
        (sql) => sql`insert into delegations (id, from_user_id, to_user_id, permission, from_on, to_on, reason)
          values (gen_random_uuid(), ${supervisor.userId}, ${supervisorB.userId}, 'grants.decide_first', ${today}, ${today}, 'x')`,
      ),
    ).rejects.toThrow(/row-level/)
    good(await leave(supervisor, supervisorB, 'grants.decide_first'))
    await expect(
      sqlAs(supervisor.userId, (sql) => sql`update delegations set to_on = '2099-01-01' where ended_at is null`),
    ).rejects.toThrow(/row-level|history/)
  })
})

describe('a colleague of the household', () => {
  it('neither decides nor, by raw SQL, gets past the database', async () => {
    const { caseworker, supervisor, supervisorB } = world.actor
    const { caseId, personId } = await grantAt(world, 'pending_approval_1', { amount: '1,000,000' })
    good(await recordKin.execute(caseworker, { personId, userId: supervisor.userId, relation: 'household' }))
    expect(await decide(supervisor, caseId, 'approve')).toMatchObject({
      code: 'refused',
      reasons: [{ key: 'grants.refused.decider_is_kin' }],
    })
    await expect(
      sqlAs(
        supervisor.userId,
        (
          sql,
        ) => sql`insert into grant_decisions (id, case_id, round, stage, outcome, reason, shown_hash, shown, decided_by)
          values (gen_random_uuid(), ${caseId}, 1, 1, 'approve', 'x', 'x', '{}', ${supervisor.userId})`,
      ),
    ).rejects.toThrow(/decider_is_kin/)
    const [kin] = await ownerSql()`select id from staff_kin where person_id = ${personId}`
    // Not ended by the one whom it concerns.
    expect(await endKin.execute(supervisor, { personId, kinId: kin?.id })).toMatchObject({ code: 'not_found' })
    expect(
      await recordKin.execute(caseworker, { personId, userId: supervisor.userId, relation: 'self' }),
    ).toMatchObject({
      fields: { userId: 'people.errors.kinKnown' },
    })
    good(await endKin.execute(supervisorB, { personId, kinId: kin?.id }))
    good(await decide(supervisor, caseId, 'approve'))
  })

  it('is not recorded for a person out of reach', async () => {
    const { personId } = await grantAt(world, 'draft')
    const { caseworker2, supervisor2 } = world.actor
    expect(
      await recordKin.execute(caseworker2, { personId, userId: supervisor2.userId, relation: 'relative' }),
    ).toMatchObject({ code: 'not_found' })
    const rows = await withSystem('test', (tx) => tx.execute(sql`select from staff_kin where person_id = ${personId}`))
    expect(rows.length).toBe(0)
  })
})
