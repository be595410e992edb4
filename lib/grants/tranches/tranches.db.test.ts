import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good, grantAt, versionOf } from '../../../db/testing-grant'
import { makeWorld, openLine, type World } from '../../../db/testing-world'
import { newId } from '../../ids'
import { withdrawGrant } from '../application-commands'
import { trancheMachine } from './machine'
import { resumeGrant, startMonitoring, suspendGrant } from './schedule-commands'
import {
  authoriseTranche,
  cancelTranche,
  confirmPaid,
  confirmReceipt,
  recoverTranche,
  releaseTranche,
  reportFailed,
  requestTranche,
  sendBackTranche,
  verifyMilestone,
  writeOffTranche,
} from './step-commands'
import { attachReceipt, balancesOf, bring, payee, payingGrant, refOf, statusOfTranche } from './testing-payments'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const refused = (key: string) => ({ ok: false, code: 'refused', reasons: [{ key }] })

async function line(minor = 900_000_000_000) {
  const lineId = newId()
  await openLine(world.actor.finance, world.actor.manager, lineId, minor)
  return lineId
}

async function one() {
  const { caseId, tranches } = await payingGrant(world, { percents: [100] })
  return { caseId, trancheId: tranches[0]?.trancheId ?? '' }
}

it('holds the same table of moves as the database', async () => {
  const rows = await ownerSql()`select from_status, to_status from tranche_moves`
  const inDatabase = rows.map((row) => `${row.from_status}>${row.to_status}`).sort()
  const inCode = Object.values(trancheMachine.deeds).flatMap(({ from, to }) =>
    from.flatMap((a) => to.map((b) => `${a}>${b}`)),
  )
  expect([...new Set(inCode)].sort()).toEqual(inDatabase)
})

describe('a tranche from the plan to the receipt', () => {
  it('moves the line with it, and the first request begins the payments', async () => {
    const lineId = await line()
    const { caseId, tranches } = await payingGrant(world, { lineId, percents: [60, 40] })
    const [first, second] = tranches.map(({ trancheId }) => ({ caseId, trancheId }))
    if (!first || !second) throw new Error('two tranches')
    expect(await balancesOf(lineId)).toMatchObject({ committed: 2_000_000_000, released: 0, spent: 0, agrees: true })
    await bring(world, first, 'requested')
    expect((await ownerSql()`select status from cases where id = ${caseId}`)[0]?.status).toBe('disbursing')
    // The second waits for the first.
    expect(
      await requestTranche.execute(world.actor.caseworker, { ...(await refOf(second.trancheId)), ...payee }),
    ).toEqual(refused('payments.refused.milestone_open'))
    good(await authoriseTranche.execute(world.actor.managerB, await refOf(first.trancheId)))
    good(await releaseTranche.execute(world.actor.finance, await refOf(first.trancheId)))
    expect(await balancesOf(lineId)).toMatchObject({ released: 1_200_000_000, spent: 0 })
    const paid = { paymentReference: 'B-1', paidOn: '٢٠٢٦-٠٣-٠٢' }
    good(await confirmPaid.execute(world.actor.finance, { ...(await refOf(first.trancheId)), ...paid }))
    const receipt = { receivedOn: '2026-03-03' }
    expect(
      await confirmReceipt.execute(world.actor.caseworker, { ...(await refOf(first.trancheId)), ...receipt }),
    ).toEqual(refused('payments.refused.no_receipt'))
    await attachReceipt(world.actor.caseworker, caseId, first.trancheId)
    good(await confirmReceipt.execute(world.actor.caseworker, { ...(await refOf(first.trancheId)), ...receipt }))
    expect(await balancesOf(lineId)).toMatchObject({ released: 1_200_000_000, spent: 1_200_000_000, agrees: true })
    expect((await ownerSql()`select count(*)::int as n from monitoring_visits where case_id = ${caseId}`)[0]?.n).toBe(4)
    const asCase = async () => ({ caseId, version: await versionOf(world.actor.caseworker, caseId) })
    expect(await startMonitoring.execute(world.actor.caseworker, await asCase())).toEqual(
      refused('payments.refused.payments_open'),
    )
    await bring(world, second, 'receipt_confirmed')
    good(await startMonitoring.execute(world.actor.caseworker, await asCase()))
  })

  it('can fail and be requested again, be recovered or written off', async () => {
    const lineId = await line()
    const { caseId, tranches } = await payingGrant(world, { lineId, percents: [50, 50] })
    const [first, second] = tranches.map(({ trancheId }) => ({ caseId, trancheId }))
    if (!first || !second) throw new Error('two tranches')
    await bring(world, first, 'released')
    const why = { reason: 'Account closed' }
    good(await reportFailed.execute(world.actor.financeB, { ...(await refOf(first.trancheId)), ...why }))
    expect(await balancesOf(lineId)).toMatchObject({ committed: 2_000_000_000, released: 0, agrees: true })
    await bring(world, first, 'paid')
    const back = { ...(await refOf(first.trancheId)), currency: 'IQD', reason: 'Returned by the payee' }
    const recover = (amount: string) => recoverTranche.execute(world.actor.finance, { ...back, amount })
    expect(await recover('0')).toMatchObject({ code: 'invalid', fields: { amount: 'errors.positive' } })
    expect(await recover('-5')).toMatchObject({ code: 'invalid', fields: { amount: 'errors.money' } })
    expect(await recover('1000000000000000000')).toMatchObject({ code: 'invalid' })
    expect(await recover('1,000,001')).toMatchObject({ code: 'invalid', fields: { amount: 'payments.errors.tooMuch' } })
    expect(await recoverTranche.execute(world.actor.finance, { ...back, currency: 'USD', amount: '5' })).toMatchObject({
      code: 'invalid',
    })
    good(await recover('٤٠٠٬٠٠٠'))
    expect(await balancesOf(lineId)).toMatchObject({ committed: 1_600_000_000, released: 600_000_000, agrees: true })
    good(await cancelTranche.execute(world.actor.supervisor, { ...(await refOf(second.trancheId)), ...why }))
    expect(await balancesOf(lineId)).toMatchObject({ committed: 600_000_000, released: 600_000_000, agrees: true })
    const lost = await one()
    await bring(world, lost, 'paid')
    const ref = { ...(await refOf(lost.trancheId)), ...why }
    expect(await writeOffTranche.execute(world.actor.finance, ref)).toMatchObject({ ok: false, code: 'forbidden' })
    good(await writeOffTranche.execute(world.actor.manager, ref))
  })

  it('gives back exactly what is not paid when the grant ends', async () => {
    const lineId = await line()
    const { caseId, tranches } = await payingGrant(world, { lineId, percents: [33, 33, 34] })
    const first = { caseId, trancheId: tranches[0]?.trancheId ?? '' }
    await bring(world, first, 'released')
    const end = async () => ({
      caseId,
      version: await versionOf(world.actor.supervisor, caseId),
      reason: 'Moved to Baghdad',
    })
    expect(await withdrawGrant.execute(world.actor.supervisor, await end())).toEqual(
      refused('payments.refused.payment_under_way'),
    )
    good(
      await confirmPaid.execute(world.actor.finance, {
        ...(await refOf(first.trancheId)),
        paymentReference: 'B-2',
        paidOn: '2026-03-02',
      }),
    )
    good(await withdrawGrant.execute(world.actor.supervisor, await end()))
    expect(await balancesOf(lineId)).toMatchObject({ committed: 660_000_000, released: 660_000_000, agrees: true })
  })

  it('stands still while the grant is suspended', async () => {
    const { caseId, trancheId } = await one()
    await bring(world, { caseId, trancheId }, 'requested')
    const asCase = async () => ({
      caseId,
      version: await versionOf(world.actor.supervisor, caseId),
      reason: 'Complaint is looked into',
    })
    good(await suspendGrant.execute(world.actor.supervisor, await asCase()))
    expect(await authoriseTranche.execute(world.actor.managerB, await refOf(trancheId))).toEqual(
      refused('payments.refused.case_not_paying'),
    )
    good(await resumeGrant.execute(world.actor.supervisor, await asCase()))
    good(await authoriseTranche.execute(world.actor.managerB, await refOf(trancheId)))
  })
})

describe('one tranche, many hands', () => {
  it('is released once, by double click and by two officers at once', async () => {
    const lineId = await line()
    const { caseId, tranches } = await payingGrant(world, { lineId, percents: [100] })
    const trancheId = tranches[0]?.trancheId ?? ''
    await bring(world, { caseId, trancheId }, 'authorised')
    const [ref, commandId] = [await refOf(trancheId), newId()]
    const { finance, financeB } = world.actor
    const results = await Promise.all([
      releaseTranche.execute(finance, ref, { commandId }),
      releaseTranche.execute(finance, ref, { commandId }),
      releaseTranche.execute(financeB, ref),
      releaseTranche.execute(financeB, ref),
    ])
    const byOne = results.slice(0, 2).filter((result) => result.ok).length
    const byOther = results.slice(2).filter((result) => result.ok).length
    expect([`${byOne},${byOther}`]).toEqual([byOne > 0 ? '2,0' : '0,1'])
    expect(
      (await ownerSql()`select count(*)::int as n from ledger_entries where tranche_id = ${trancheId}`)[0]?.n,
    ).toBe(1)
    expect(await balancesOf(lineId)).toMatchObject({ released: 2_000_000_000, agrees: true })
  })

  it('is not authorised and released by the same person, nor by whoever asked', async () => {
    const { caseId, trancheId } = await one()
    const { finance, financeB, caseworker, supervisor, manager } = world.actor
    await bring(world, { caseId, trancheId }, 'requested')
    for (const actor of [caseworker, supervisor])
      expect(await authoriseTranche.execute(actor, await refOf(trancheId))).toMatchObject({ code: 'forbidden' })
    good(await authoriseTranche.execute(finance, await refOf(trancheId)))
    expect(await releaseTranche.execute(finance, await refOf(trancheId))).toEqual(
      refused('payments.refused.second_person'),
    )
    expect(await releaseTranche.execute(manager, await refOf(trancheId))).toMatchObject({ code: 'forbidden' })
    const raw = (userId: string, by: string) =>
      sqlAs(
        userId,
        (sql) =>
          sql`update tranches set status = 'released', released_by = ${by}, version = version + 1 where id = ${trancheId} returning id`,
      )
    await expect(raw(finance.userId, finance.userId)).rejects.toThrow('payments.refused.second_person')
    await expect(raw(finance.userId, financeB.userId)).rejects.toThrow('not a role that releases')
    await expect(raw(manager.userId, manager.userId)).rejects.toThrow('not a role that releases')
    // Nor by rewriting who had authorised.
    await expect(
      sqlAs(
        finance.userId,
        (sql) =>
          sql`update tranches set authorised_by = ${financeB.userId}, version = version + 1 where id = ${trancheId}`,
      ),
    ).rejects.toThrow('history of tranches')
    expect(await statusOfTranche(trancheId)).toBe('authorised')
  })

  it('is not authorised by whoever approved the grant, in SQL either', async () => {
    const { caseId, tranches } = await payingGrant(world, { amount: '3,000,000', percents: [100] })
    const trancheId = tranches[0]?.trancheId ?? ''
    await bring(world, { caseId, trancheId }, 'requested')
    const { manager } = world.actor
    expect(await authoriseTranche.execute(manager, await refOf(trancheId))).toEqual(
      refused('payments.refused.had_a_part'),
    )
    await expect(
      sqlAs(
        manager.userId,
        (sql) =>
          sql`update tranches set status = 'authorised', authorised_by = ${manager.userId}, version = version + 1 where id = ${trancheId}`,
      ),
    ).rejects.toThrow('payments.refused.had_a_part')
  })

  it('is not paid by someone who lives with the payee', async () => {
    const { caseId, trancheId } = await one()
    await bring(world, { caseId, trancheId }, 'authorised')
    const { financeB, supervisor, finance } = world.actor
    await ownerSql()`insert into staff_kin (id, user_id, person_id, relation, recorded_by)
      select ${newId()}, ${financeB.userId}, person_id, 'relative', ${supervisor.userId} from grants where case_id = ${caseId}`
    expect(await releaseTranche.execute(financeB, await refOf(trancheId))).toEqual(
      refused('payments.refused.had_a_part'),
    )
    good(await releaseTranche.execute(finance, await refOf(trancheId)))
  })

  it('has its milestone verified by someone who did not prepare the grant', async () => {
    const { caseId, tranches } = await payingGrant(world, { percents: [100], withMilestones: true })
    const trancheId = tranches[0]?.trancheId ?? ''
    await bring(world, { caseId, trancheId }, 'paid')
    await attachReceipt(world.actor.caseworker, caseId, trancheId)
    good(
      await confirmReceipt.execute(world.actor.caseworker, { ...(await refOf(trancheId)), receivedOn: '2026-03-03' }),
    )
    const finding = { finding: 'The oven stands and bakes.' }
    expect(await verifyMilestone.execute(world.actor.caseworker, { ...(await refOf(trancheId)), ...finding })).toEqual(
      refused('payments.refused.milestone_owner'),
    )
    good(await verifyMilestone.execute(world.actor.colleague, { ...(await refOf(trancheId)), ...finding }))
  })

  it('is sent back by who would pay it, not by a colleague', async () => {
    const { caseId, trancheId } = await one()
    await bring(world, { caseId, trancheId }, 'authorised')
    const why = { reason: 'Wrong account number' }
    expect(await sendBackTranche.execute(world.actor.colleague, { ...(await refOf(trancheId)), ...why })).toMatchObject(
      { ok: false, code: 'forbidden' },
    )
    good(await sendBackTranche.execute(world.actor.finance, { ...(await refOf(trancheId)), ...why }))
    const [row] = await ownerSql()`select status, requested_by, authorised_by from tranches where id = ${trancheId}`
    expect(row).toEqual({ status: 'scheduled', requested_by: null, authorised_by: null })
  })
})

describe('what finance sees', () => {
  it('is payments, never cases, people, notes or other documents', async () => {
    const { caseId, trancheId } = await one()
    await attachReceipt(world.actor.caseworker, caseId, trancheId)
    await ownerSql()`insert into documents (id, case_id, kind, file_name, media_type, size_bytes, sha256, storage_key, uploaded_by)
      values (${newId()}, ${caseId}, 'photo', 'shop.jpg', 'image/jpeg', 3, 'x', ${newId()}, ${world.actor.caseworker.userId})`
    const seen = await sqlAs(world.actor.finance.userId, async (sql) => {
      const counts: Record<string, number> = {}
      for (const table of [
        'cases',
        'people',
        'households',
        'grants',
        'notes',
        'case_events',
        'business_plans',
        'agreements',
      ])
        counts[table] = Number((await sql`select count(*) as n from ${sql(table)}`)[0]?.n)
      const files = await sql`select file_name from documents where case_id = ${caseId}`
      return {
        counts,
        files: files.map((file) => file.file_name),
        tranches: (await sql`select 1 from tranches`).length,
      }
    })
    expect(Object.values(seen.counts).every((count) => count === 0)).toBe(true)
    expect(seen.files).toEqual(['receipt.jpg'])
    expect(seen.tranches).toBeGreaterThan(0)
  })

  it('is read only: no receipt is added, changed or removed, no tranche made', async () => {
    const { caseId, trancheId } = await one()
    await attachReceipt(world.actor.caseworker, caseId, trancheId)
    const gone = await sqlAs(world.actor.finance.userId, async (sql) => ({
      deleted: (await sql`delete from documents where tranche_id = ${trancheId} returning id`).length,
      removed: (await sql`delete from tranches where id = ${trancheId} returning id`).length,
    }))
    expect(gone).toEqual({ deleted: 0, removed: 0 })
  })

  it('is not what a caseworker sees: budgets stay closed to them', async () => {
    const seen = await sqlAs(world.actor.caseworker.userId, async (sql) => {
      const counts: number[] = []
      for (const table of [
        'funding_sources',
        'budget_lines',
        'budget_changes',
        'ledger_entries',
        'release_lists',
        'payment_imports',
      ])
        counts.push((await sql`select 1 from ${sql(table)}`).length)
      return counts
    })
    expect(seen).toEqual([0, 0, 0, 0, 0, 0])
    expect((await sqlAs(world.actor.caseworker.userId, (sql) => sql`select * from ledger_proof()`)).length).toBe(0)
  })

  it('ends where another team’s begins', async () => {
    const { trancheId } = await one()
    const ref = { ...(await refOf(trancheId)), ...payee }
    expect(await requestTranche.execute(world.actor.caseworker2, ref)).toEqual({ ok: false, code: 'not_found' })
    expect((await grantAt(world, 'draft')).caseId).toBeTruthy()
  })
})
