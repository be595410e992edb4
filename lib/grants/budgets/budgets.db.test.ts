import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { decide, decisionForm, good, grantAt, versionOf } from '../../../db/testing-grant'
import { makePerson, makeWorld, openLine, type World } from '../../../db/testing-world'
import { newId } from '../../ids'
import { withdrawGrant } from '../application-commands'
import { decideGrant } from '../decision-commands'
import { balancesOf, bring, payingGrant } from '../tranches/testing-payments'
import { decideChange, proposeAmount, proposeClosing, proposeLine, proposeSource, setRate } from './commands'
import { listBudgets } from './queries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const source = {
  code: 'EU-7',
  donorEn: 'European Union',
  donorAr: 'الاتحاد الأوروبي',
  amount: '١٠٬٠٠٠',
  currency: 'USD',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  districts: ['IQG01Q01'],
  reason: 'Agreement signed',
}
const unmet = (...keys: string[]) => ({ ok: false, code: 'refused', reasons: keys.map((key) => ({ key })) })
const refused = (key: string) => unmet(key)

async function pendingOf(id: string) {
  const [row] =
    await ownerSql()`select id from budget_changes where outcome is null and (source_id = ${id} or line_id = ${id}) order by id desc limit 1`
  return String(row?.id)
}

async function lineWith(minor: number) {
  const lineId = newId()
  await openLine(world.actor.finance, world.actor.manager, lineId, minor)
  return lineId
}

describe('a budget', () => {
  it('counts when a second person agrees, in the currency of its source', async () => {
    const { finance, financeB, manager, caseworker, supervisor } = world.actor
    for (const actor of [caseworker, supervisor])
      expect(await proposeSource.execute(actor, source)).toMatchObject({ ok: false, code: 'forbidden' })
    const { sourceId } = good(await proposeSource.execute(finance, source))
    const line = { sourceId, code: 'EU-7/1', nameEn: 'Grants', nameAr: 'منح', reason: 'First line' }
    expect(await proposeLine.execute(finance, { ...line, currency: 'IQD', amount: '5' })).toEqual(
      refused('budgets.refused.line_currency'),
    )
    const { lineId } = good(await proposeLine.execute(finance, { ...line, currency: 'USD', amount: '6,000.50' }))
    const [ofSource, ofLine] = [await pendingOf(sourceId), await pendingOf(lineId)]
    const say = (actor: typeof finance, changeId: string, outcome = 'approved') =>
      decideChange.execute(actor, { changeId, outcome })
    const [first] = await ownerSql()`select id from budget_changes where source_id = ${sourceId} and line_id is null`
    expect(await say(finance, String(first?.id))).toEqual(refused('budgets.refused.second_person'))
    expect(await say(manager, ofLine)).toEqual(refused('budgets.refused.source_not_active'))
    good(await say(manager, String(first?.id)))
    good(await say(financeB, ofLine))
    expect(ofSource).not.toBe('')
    expect((await balancesOf(lineId)).allocated).toBe(600_050)
    const more = { lineId, currency: 'USD', reason: 'More of the same' }
    good(await proposeAmount.execute(finance, { ...more, amount: '10000.01' }))
    expect(await proposeAmount.execute(manager, { ...more, amount: '7000' })).toEqual(
      refused('budgets.refused.change_pending'),
    )
    const tooMuch = await pendingOf(lineId)
    expect(await say(manager, tooMuch)).toEqual(refused('budgets.refused.source_exceeded'))
    good(await say(manager, tooMuch, 'declined'))
    const { sources } = await listBudgets(manager)
    expect(sources.find((one) => one.id === sourceId)).toMatchObject({ state: 'active', amountMinor: 1_000_000 })
  })

  it.each(['0', '-5', '1000000000000000000', '5.005', 'many'])('takes no amount such as %s', async (amount) => {
    expect(
      await proposeSource.execute(world.actor.finance, { ...source, code: newId().slice(-8), amount }),
    ).toMatchObject({ code: 'invalid' })
  })

  it('is agreed to by nobody twice: of ten at once, one', async () => {
    const lineId = await lineWith(1_000_000)
    good(
      await proposeAmount.execute(world.actor.finance, {
        lineId,
        currency: 'IQD',
        amount: '500',
        reason: 'Smaller now',
      }),
    )
    const changeId = await pendingOf(lineId)
    const results = await Promise.all(
      Array.from({ length: 10 }, () => decideChange.execute(world.actor.manager, { changeId, outcome: 'approved' })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await balancesOf(lineId)).toMatchObject({ allocated: 500_000, agrees: true })
  })

  it('has its balances and its ledger kept by the database alone', async () => {
    const lineId = await lineWith(1_000_000)
    for (const part of ['finance', 'manager'] as const) {
      const { userId } = world.actor[part]
      await expect(
        sqlAs(userId, (sql) => sql`update budget_lines set allocated_minor = 1 where id = ${lineId}`),
      ).rejects.toThrow(/permission denied/)
      await expect(
        sqlAs(
          userId,
          (sql) => sql`insert into ledger_entries (line_id, kind, allocated_minor) values (${lineId}, 'allocate', 5)`,
        ),
      ).rejects.toThrow(/permission denied/)
      await expect(
        sqlAs(
          userId,
          (sql) =>
            sql`update budget_changes set outcome = 'approved', decided_by = proposed_by where line_id = ${lineId}`,
        ),
      ).rejects.toThrow()
    }
  })

  it('has a rate set by finance, for a day that has come', async () => {
    expect(await setRate.execute(world.actor.manager, { rate: '1,310', day: '2026-01-01' })).toMatchObject({
      code: 'forbidden',
    })
    expect(await setRate.execute(world.actor.finance, { rate: '1', day: '2026-01-01' })).toMatchObject({
      code: 'invalid',
    })
    expect(await setRate.execute(world.actor.finance, { rate: '1310', day: '2199-01-01' })).toMatchObject({
      code: 'invalid',
    })
    good(await setRate.execute(world.actor.finance, { rate: '١٬٣١٠', day: '2026-01-01' }))
    expect((await listBudgets(world.actor.manager)).rate).toMatchObject({ filsPerDollar: 1_310_000, day: '2026-01-01' })
  })
})

describe('a line', () => {
  it('with room for 37 is promised 37 times by 200 at the same instant', { timeout: 240_000 }, async () => {
    const lineId = await lineWith(37 * 2_000_000_000 + 1_999_999_999)
    const ids: string[] = []
    for (let n = 0; n < 200; n++) ids.push((await grantAt(world, 'pending_approval_1', { lineId })).caseId)
    const { supervisor, supervisorB } = world.actor
    const forms = await Promise.all(ids.map((caseId) => decisionForm(supervisor, caseId, 'approve')))
    // The card shows the line, so that whoever decides late is told; whoever is told so looks again, as people do.
    const results = await Promise.all(
      forms.map(async (form, n) => {
        const actor = n % 2 ? supervisor : supervisorB
        let result = await decideGrant.execute(actor, form)
        for (let tries = 0; !result.ok && result.code !== 'refused' && tries < 60; tries++)
          result = await decideGrant.execute(actor, await decisionForm(actor, form.caseId, 'approve'))
        return result
      }),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(37)
    const [row] = await ownerSql()`select count(*)::int as n from cases c join grants g on g.case_id = c.id
      where g.budget_line_id = ${lineId} and c.status = 'approved'`
    expect(row?.n).toBe(37)
    expect(await balancesOf(lineId)).toMatchObject({ committed: 74_000_000_000, agrees: true })
  })

  it('that is closed while approvals wait promises nothing more', async () => {
    const lineId = await lineWith(90_000_000_000)
    const { caseId } = await grantAt(world, 'pending_approval_1', { lineId })
    good(await proposeClosing.execute(world.actor.finance, { kind: 'close_line', id: lineId, reason: 'Donor stopped' }))
    good(await decideChange.execute(world.actor.manager, { changeId: await pendingOf(lineId), outcome: 'approved' }))
    expect(await decide(world.actor.supervisor, caseId, 'approve')).toEqual(
      unmet('grants.unmet.lineOpen', 'grants.unmet.lineHasRoom'),
    )
    expect(await balancesOf(lineId)).toMatchObject({ allocated: 0, committed: 0, agrees: true })
  })

  it('that is closed at the same instant keeps what was promised before, and not a dinar more', async () => {
    const { finance, manager, supervisor } = world.actor
    const lineId = await lineWith(90_000_000_000)
    const ids: string[] = []
    for (let n = 0; n < 6; n++) ids.push((await grantAt(world, 'pending_approval_1', { lineId })).caseId)
    good(await proposeClosing.execute(finance, { kind: 'close_line', id: lineId, reason: 'Donor stopped' }))
    const changeId = await pendingOf(lineId)
    const [closed, ...decided] = await Promise.all([
      decideChange.execute(manager, { changeId, outcome: 'approved' }),
      ...ids.map((caseId) => decide(supervisor, caseId, 'approve')),
    ])
    good(closed)
    const promised = 2_000_000_000 * decided.filter((result) => result.ok).length
    for (const result of decided) expect(result.ok || ['refused', 'conflict'].includes(result.code)).toBe(true)
    expect(await balancesOf(lineId)).toMatchObject({ allocated: promised, committed: promised, agrees: true })
    for (const caseId of ids.filter((_id, n) => !decided[n]?.ok))
      expect(await decide(supervisor, caseId, 'approve')).toMatchObject({ ok: false, code: 'refused' })
    expect(await balancesOf(lineId)).toMatchObject({ allocated: promised, committed: promised, agrees: true })
  })

  it('in another currency pays no grant', async () => {
    const lineId = newId()
    await openLine(world.actor.finance, world.actor.manager, lineId, 900_000_000, 'USD')
    const { caseId } = await grantAt(world, 'pending_approval_1', { lineId })
    expect(await decide(world.actor.supervisor, caseId, 'approve')).toEqual(
      unmet('grants.unmet.lineOpen', 'grants.unmet.lineHasRoom'),
    )
    expect(await balancesOf(lineId)).toMatchObject({ committed: 0, agrees: true })
  })

  it('adds up after whatever happens to it', { timeout: 120_000 }, async () => {
    const lineId = await lineWith(9_000_000_000)
    const person = () => makePerson(world.actor.caseworker)
    const walk = fc.array(fc.constantFrom('approve', 'pay', 'receive', 'withdraw', 'shrink'), {
      minLength: 4,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(walk, async (deeds) => {
        const held: { caseId: string; trancheId: string }[] = []
        for (const deed of deeds) {
          if (deed === 'approve') {
            const made = await payingGrant(world, { lineId, percents: [50, 50] }).catch(() => null)
            if (made?.tranches[0]) held.push({ caseId: made.caseId, trancheId: made.tranches[0].trancheId })
          } else if (deed === 'shrink') {
            await proposeAmount.execute(world.actor.finance, {
              lineId,
              currency: 'IQD',
              amount: '8000000',
              reason: 'A walk',
            })
            await decideChange.execute(world.actor.manager, { changeId: await pendingOf(lineId), outcome: 'approved' })
          } else {
            const one = held.pop()
            if (!one) continue
            if (deed === 'withdraw') {
              const version = await versionOf(world.actor.supervisor, one.caseId)
              await withdrawGrant.execute(world.actor.supervisor, { caseId: one.caseId, version, reason: 'A walk' })
            } else await bring(world, one, deed === 'pay' ? 'paid' : 'receipt_confirmed')
          }
          expect(await balancesOf(lineId)).toMatchObject({ agrees: true })
        }
      }),
      { numRuns: 5 },
    )
    expect((await person()).personId).toBeTruthy()
  })
})
