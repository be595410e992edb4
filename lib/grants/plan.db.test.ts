import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { decide, decisionForm, details, good, grantAt, plan, statusOf, versionOf } from '../../db/testing-grant'
import { makeWorld, type World } from '../../db/testing-world'
import { editGrant } from './application-commands'
import { decideGrant } from './decision-commands'
import { completePlan, savePlan } from './plan-commands'
import { getPlan } from './plan-query'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

type Plan = ReturnType<typeof plan>
const save = async (caseId: string, change: Partial<Record<keyof Plan, unknown>> = {}) =>
  savePlan.execute(world.actor.caseworker, {
    caseId,
    version: await versionOf(world.actor.caseworker, caseId),
    ...plan(),
    ...change,
  })
const complete = async (caseId: string) =>
  completePlan.execute(world.actor.caseworker, { caseId, version: await versionOf(world.actor.caseworker, caseId) })

describe('a business plan', () => {
  it('keeps its tables in order and leaves out what stands empty', async () => {
    const { caseId } = await grantAt(world, 'business_plan')
    const months = plan().months.map((month, index) => (index === 3 ? { income: '', cost: '' } : month))
    const milestones = [...plan().milestones, { title: '', evidence: '', dueMonth: '' }]
    good(await save(caseId, { months, milestones, lines: [{ item: '' }, ...plan().lines] }))
    good(await save(caseId, { months, milestones }))
    const kept = await getPlan(world.actor.caseworker, caseId)
    expect(kept?.months.map((one) => one.month)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(kept?.milestones.map((one) => one.position)).toEqual([1, 2])
    expect(kept?.lines).toMatchObject([{ item: 'Oven', supplier: 'Al-Furat Tools', unitPriceMinor: 2_000_000_000 }])
    expect(await complete(caseId)).toMatchObject({
      reasons: [{ key: 'plan.refused.no_cash_flow', params: { missing: 1 } }],
    })
  })

  it('points at the cell that is wrong', async () => {
    const { caseId } = await grantAt(world, 'business_plan')
    const wrong = async (change: Partial<Record<keyof Plan, unknown>>) => {
      const result = await save(caseId, change)
      return result.ok ? {} : 'fields' in result ? result.fields : { code: result.code }
    }
    expect(
      await wrong({
        months: [
          { income: '-1', cost: '0' },
          { income: '1e18', cost: 'abc' },
        ],
      }),
    ).toEqual({
      'months.0.income': 'errors.money',
      'months.1.income': 'errors.money',
      'months.1.cost': 'errors.money',
    })
    expect(
      await wrong({
        milestones: [
          { title: 'Open', evidence: '', dueMonth: '40' },
          { title: 'Sell', evidence: 'Visit', dueMonth: '5' },
          { title: 'Grow', evidence: 'Visit', dueMonth: '٣' },
        ],
      }),
    ).toEqual({
      'milestones.0.evidence': 'errors.required',
      'milestones.0.dueMonth': 'plan.errors.dueMonth',
      'milestones.2.dueMonth': 'plan.errors.earlierThanBefore',
    })
    expect(await wrong({ lines: [{ item: 'Oven', quantity: '0', unitPrice: '0' }] })).toEqual({
      'lines.0.quantity': 'errors.positive',
      'lines.0.unitPrice': 'errors.money',
    })
    expect(await wrong({ lines: [] })).toEqual({ lines: 'plan.errors.noLines' })
    expect(await wrong({ currency: 'USD' })).toEqual({ currency: 'plan.errors.currency' })
  })

  it('says all that it lacks at once, in kind also supplier and quote', async () => {
    const { caseId } = await grantAt(world, 'business_plan')
    await ownerSql()`update grants set form = 'in_kind' where case_id = ${caseId}`
    const lines = [{ item: 'Oven', quantity: '1', unitPrice: '1000' }]
    good(await save(caseId, { lines, months: [], milestones: [] }))
    const answer = await complete(caseId)
    expect(answer.ok === false && answer.code === 'refused' && answer.reasons.map((one) => one.key)).toEqual([
      'plan.refused.too_small',
      'plan.refused.no_quote',
      'plan.refused.no_cash_flow',
      'plan.refused.no_milestones',
    ])
    good(await save(caseId))
    good(await complete(caseId))
  })

  it('does not reach the committee unfinished by raw SQL either', async () => {
    const { caseworker } = world.actor
    const { caseId } = await grantAt(world, 'business_plan')
    good(await save(caseId, { milestones: [] }))
    await expect(
      sqlAs(caseworker.userId, async (sql) => {
        const [row] =
          await sql`update cases set status = 'committee_review', version = version + 1 where id = ${caseId} returning version`
        await sql`insert into case_events (id, case_id, kind, from_status, to_status, actor_id, version)
          values (app_id(), ${caseId}, 'moved', 'business_plan', 'committee_review', ${caseworker.userId}, ${row?.version})`
      }),
    ).rejects.toThrow(/not_whole/)
    expect(await statusOf(caseworker, caseId)).toBe('business_plan')
  })
})

describe('a plan edited while it is being decided', () => {
  it('is refused to its writer, by the form and by raw SQL', async () => {
    const { caseworker } = world.actor
    const { caseId } = await grantAt(world, 'pending_approval_1')
    expect(await save(caseId)).toMatchObject({ reasons: [{ key: 'grants.refused.not_editable' }] })
    for (const [table, change] of [
      ['business_plans', `description = 'Something else entirely.'`],
      ['business_plan_lines', 'unit_price_minor = 1'],
      ['business_plan_months', 'income_minor = 1'],
      ['business_plan_milestones', `title = 'Nothing'`],
    ] as const)
      await expect(
        sqlAs(caseworker.userId, (sql) => sql.unsafe(`update ${table} set ${change} where case_id = '${caseId}'`)),
      ).rejects.toThrow(/not_editable/)
    good(await decide(world.actor.supervisor, caseId, 'approve'))
  })

  it('makes a decision on what is no longer shown a conflict, whichever part changed', async () => {
    const { supervisor } = world.actor
    for (const change of [
      `update business_plan_months set cost_minor = cost_minor + 1000 where month = 12`,
      `update business_plan_milestones set due_month = 9 where position = 2`,
      `update business_plan_lines set supplier = 'A cousin' where position = 0`,
      `update business_plans set market = 'None' where true`,
    ]) {
      const { caseId } = await grantAt(world, 'pending_approval_1')
      const shown = await decisionForm(supervisor, caseId, 'approve')
      // Past all rules, as no colleague could: the hash still tells.
      await ownerSql().unsafe(`${change} and case_id = '${caseId}'`)
      expect(await decideGrant.execute(supervisor, shown)).toEqual({ ok: false, code: 'conflict' })
      good(await decide(supervisor, caseId, 'approve'))
    }
  })

  it('may be written anew in the next round, and not with two hands at once', async () => {
    const { caseworker, supervisor } = world.actor
    const { caseId, personId } = await grantAt(world, 'pending_approval_1')
    good(await decide(supervisor, caseId, 'return'))
    expect(await save(caseId)).toMatchObject({ reasons: [{ key: 'grants.refused.not_editable' }] })
    const version = await versionOf(caseworker, caseId)
    good(await editGrant.execute(caseworker, { ...details, personId, fundingRoundId: world.roundId, caseId, version }))
    const other = await grantAt(world, 'business_plan')
    const at = await versionOf(caseworker, other.caseId)
    const both = await Promise.all(
      ['One plan of the two.', 'The other plan of the two.'].map((description) =>
        savePlan.execute(caseworker, { caseId: other.caseId, version: at, ...plan(), description }),
      ),
    )
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect((await getPlan(caseworker, other.caseId))?.lines).toHaveLength(1)
  })
})
