import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql } from '../../../../db/testing'
import { good } from '../../../../db/testing-grant'
import { makeWorld, openLine, type World } from '../../../../db/testing-world'
import { newId } from '../../../ids'
import { makeList } from '../lists/commands'
import { getReleaseList } from '../lists/queries'
import { driveRelease, startRelease, stopRelease } from '../lists/release'
import { balancesOf, bring, payingGrant, statusOfTranche, type TestTranche } from '../testing-payments'
import { cancelImport, driveImport, startImport } from './apply'
import { checkAnswers } from './check'
import { getImport } from './queries'

let world: World
const lineId = newId()
beforeAll(async () => {
  world = await makeWorld()
  await openLine(world.actor.finance, world.actor.manager, lineId, 900_000_000_000)
})

const csv = (rows: readonly string[]) => ({
  name: 'answers.csv',
  bytes: new TextEncoder().encode(
    `Reference,Amount,Currency,Result,Bank reference,Date,Reason\r\n${rows.join('\r\n')}\r\n`,
  ),
})

async function grantsAt(
  count: number,
  status: 'authorised' | 'released',
  channel = 'bank_transfer',
): Promise<TestTranche[]> {
  const made: TestTranche[] = []
  for (let n = 0; n < count; n++) {
    const { caseId, tranches } = await payingGrant(world, { lineId, percents: [100] })
    const first = tranches[0]
    if (!first) throw new Error('a tranche')
    await bring(world, { caseId, trancheId: first.trancheId }, status, { channel })
    made.push(first)
  }
  return made
}

async function findingsOf(importId: string) {
  const rows = await ownerSql()`select finding from payment_import_rows where import_id = ${importId} order by position`
  return rows.map((row) => row.finding)
}

async function imported(file: ReturnType<typeof csv>) {
  const { importId } = good(await checkAnswers(world.actor.finance, file))
  good(await startImport.execute(world.actor.finance, { importId }))
  return importId
}

describe('answers of the bank', () => {
  it('come to something row by row, and the same file twice changes nothing', async () => {
    const [a, b, c] = await grantsAt(3, 'released')
    if (!a || !b || !c) throw new Error('three')
    const file = csv([
      `${a.reference},"٢٬٠٠٠٬٠٠٠",IQD,paid,T-1,2026-03-02,`,
      `${b.reference},2000000,IQD,failed,,,Account closed`,
      `${c.reference},2000001,IQD,paid,T-3,2026-03-02,`,
      `${a.reference},2000000,IQD,paid,T-1,2026-03-02,`,
      `GRT-1999-00001/1,5,IQD,paid,T-4,2026-03-02,`,
      `${c.reference}x,soon,IQD,paid,T-5,2026-03-02,`,
    ])
    const before = await balancesOf(lineId)
    const importId = await imported(file)
    expect(await findingsOf(importId)).toEqual([
      'ready',
      'ready',
      'wrong_amount',
      'duplicate',
      'unknown_reference',
      'unreadable_amount',
    ])
    expect(await statusOfTranche(a.trancheId)).toBe('released')
    expect(await driveImport(world.actor.financeB, importId)).toBe('done')
    expect(await Promise.all([a, b, c].map((one) => statusOfTranche(one.trancheId)))).toEqual([
      'paid',
      'failed',
      'released',
    ])
    expect((await balancesOf(lineId)).released).toBe(before.released - 2_000_000_000)
    const entries = async () =>
      (await ownerSql()`select count(*)::int as n from ledger_entries where line_id = ${lineId}`)[0]?.n
    const count = await entries()
    const again = await imported(file)
    expect((await findingsOf(again)).slice(0, 2)).toEqual(['already', 'already'])
    expect(await driveImport(world.actor.finance, again)).toBe('done')
    expect(await entries()).toBe(count)
    expect(await balancesOf(lineId)).toMatchObject({ agrees: true })
    const page = await getImport(world.actor.finance, importId, {})
    expect(page?.counts.get('applied')).toBe(2)
    expect(await getImport(world.actor.manager, importId, {})).toBeNull()
  })

  it('are applied once by two imports and four drivers at the same moment', async () => {
    const made = await grantsAt(6, 'released')
    const file = csv(made.map((one, n) => `${one.reference},2000000,IQD,paid,P-${n},2026-03-02,`))
    const [first, second] = [await imported(file), await imported(file)]
    const { finance, financeB } = world.actor
    const drive = () => [
      driveImport(finance, first),
      driveImport(financeB, first),
      driveImport(finance, second),
      driveImport(financeB, second),
    ]
    await Promise.all(drive())
    await Promise.all(drive())
    const events = await ownerSql()`select count(*)::int as n from tranche_events where to_status = 'paid'
      and tranche_id = any (${made.map((one) => one.trancheId)})`
    expect(events[0]?.n).toBe(6)
    const all = [...(await findingsOf(first)), ...(await findingsOf(second))].sort()
    expect(all).toEqual([...Array(6).fill('already'), ...Array(6).fill('applied')])
  })

  it('tell which payments of a list they leave out, until those are answered', async () => {
    const { finance, financeB, manager } = world.actor
    const made = await grantsAt(3, 'authorised', 'mobile_wallet')
    const { listId } = good(await makeList.execute(finance, { channel: 'mobile_wallet', currency: 'IQD' }))
    good(await startRelease.execute(financeB, { listId }))
    expect(await driveRelease(financeB, listId)).toBe('released')
    const rows = made.map((one, n) => `${one.reference},2000000,IQD,paid,M-${n},2026-03-02,`)
    const short = await imported(csv(rows.slice(0, 1)))
    const leftOut = async (importId: string) => (await getImport(finance, importId, {}))?.unanswered
    expect(await leftOut(short)).toEqual([{ listId, number: expect.stringMatching(/./), count: 2 }])
    expect(await driveImport(finance, short)).toBe('done')
    expect(await leftOut(short)).toMatchObject([{ count: 2 }])
    expect(await Promise.all(made.map((one) => statusOfTranche(one.trancheId)))).toEqual([
      'paid',
      'released',
      'released',
    ])
    const rest = await imported(csv(rows.slice(1)))
    expect(await leftOut(rest)).toEqual([])
    expect(await driveImport(finance, rest)).toBe('done')
    expect(await leftOut(short)).toEqual([])
    expect(await getImport(manager, short, {})).toBeNull()
  })

  it('can be cancelled, and what is not a table is told', async () => {
    const [one] = await grantsAt(1, 'released')
    const importId = await imported(csv([`${one?.reference},2000000,IQD,paid,C-1,2026-03-02,`]))
    good(await cancelImport.execute(world.actor.finance, { importId }))
    expect(await driveImport(world.actor.finance, importId)).toBe('cancelled')
    expect(await statusOfTranche(one?.trancheId ?? '')).toBe('released')
    const bad = { name: 'x.csv', bytes: new TextEncoder().encode('Reference,Result\r\nA,paid\r\n') }
    expect(await checkAnswers(world.actor.finance, bad)).toMatchObject({
      reasons: [{ key: 'payments.answers.missing.amount' }],
    })
    expect(await checkAnswers(world.actor.caseworker, csv(['a,1,IQD,paid,,,']))).toMatchObject({ code: 'forbidden' })
  })
})

describe('a release list', () => {
  it('is released row by row; what one may not release stays for another', async () => {
    const made = await grantsAt(3, 'authorised', 'vendor')
    const { finance, financeB, supervisor } = world.actor
    const wanted = { channel: 'vendor', currency: 'IQD' }
    const [one, two] = await Promise.all([makeList.execute(finance, wanted), makeList.execute(financeB, wanted)])
    const lists = [one, two].filter((result) => result.ok)
    expect(lists).toHaveLength(1)
    const { listId } = good(lists[0] ?? one)
    await ownerSql()`insert into staff_kin (id, user_id, person_id, relation, recorded_by) select ${newId()}, ${financeB.userId}, g.person_id, 'relative',
      ${supervisor.userId} from grants g join tranches t on t.case_id = g.case_id where t.id = ${made[0]?.trancheId ?? ''}`
    expect(await driveRelease(financeB, listId)).toBe('made')
    good(await startRelease.execute(financeB, { listId }))
    expect(await startRelease.execute(finance, { listId })).toMatchObject({ code: 'refused' })
    // Whose hand it is not drives nothing; two pages of whose it is never collide.
    expect(await driveRelease(finance, listId)).toBe('not_mine')
    const ends = await Promise.all([driveRelease(financeB, listId), driveRelease(financeB, listId)])
    expect(ends.every((end) => ['made', 'busy'].includes(end))).toBe(true)
    const page = await getReleaseList(financeB, listId, {})
    expect(page?.list).toMatchObject({ state: 'made', rows: 3, waiting: 1 })
    expect(page?.page.rows.map((row) => row.against.length)).toEqual([1, 0, 0])
    const before = await statusOfTranche(made[0]?.trancheId ?? '')
    good(await startRelease.execute(finance, { listId }))
    good(await stopRelease.execute(financeB, { listId }))
    expect(await driveRelease(finance, listId)).toBe('made')
    expect(await statusOfTranche(made[0]?.trancheId ?? '')).toBe(before)
    good(await startRelease.execute(finance, { listId }))
    expect(await driveRelease(finance, listId)).toBe('released')
    expect((await getReleaseList(finance, listId, {}))?.list.state).toBe('released')
    expect(await startRelease.execute(finance, { listId })).toMatchObject({ code: 'refused' })
    expect(await startRelease.execute(world.actor.manager, { listId })).toMatchObject({ ok: false })
    expect(await balancesOf(lineId)).toMatchObject({ agrees: true })
  })
})
