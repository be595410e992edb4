import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../../db/testing'
import { good } from '../../../../db/testing-grant'
import { makeWorld, type World } from '../../../../db/testing-world'
// The register is the people's; what enters it comes from the programmes.
import { getDisclosures } from '../../../people/disclosure-queries'
import { bring, payingGrant } from '../testing-payments'
import { makeList } from './commands'
import { listAsCsv, listAsPdf } from './export'
import { getListHead } from './queries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** A list of one authorised tranche, as finance sees it before it is given to anyone. */
async function made(channel: 'bank_transfer' | 'vendor' | 'cash') {
  const { caseId, tranches } = await payingGrant(world)
  const trancheId = tranches[0]?.trancheId ?? ''
  await bring(world, { caseId, trancheId }, 'authorised', { channel, ...(channel === 'cash' && { payeeAccount: '' }) })
  const { listId } = good(await makeList.execute(world.actor.finance, { channel, currency: 'IQD' }))
  const list = await getListHead(world.actor.finance, listId)
  if (!list) throw new Error('no list')
  const [grant] = await ownerSql()`select person_id from grants where case_id = ${caseId}`
  return { caseId, list, personId: String(grant?.person_id) }
}

const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text()
const heldOf = async (personId: string, part: 'caseworker' | 'nurse' | 'caseworker2' = 'caseworker') =>
  (await getDisclosures(world.actor[part], personId, {}))?.page.rows ?? null

describe('a payment list', () => {
  it('is in the register of who holds whose data once it is given away: to whom, what, why, when, by whom', async () => {
    const { list, personId } = await made('bank_transfer')
    expect(await heldOf(personId)).toEqual([])
    expect(await textOf(listAsCsv(world.actor.finance, 'en', list))).toContain('محمد علي')
    expect(await heldOf(personId)).toMatchObject([
      {
        recipientEn: `Bank (${list.number})`,
        recipientAr: `المصرف (${list.number})`,
        fields: ['name', 'account', 'amount'],
        channel: 'payment_list',
        basis: 'contract',
        madeBy: 'Test finance',
        at: expect.any(Date),
        endedAt: null,
      },
    ])
  })

  it('is entered once however often and in whatever form it is exported, also by two at once', async () => {
    const { list, personId } = await made('bank_transfer')
    const { finance, financeB } = world.actor
    await Promise.all([
      textOf(listAsCsv(finance, 'en', list)),
      textOf(listAsCsv(financeB, 'ar', list)),
      listAsPdf(finance, 'en', list, false),
    ])
    expect(await heldOf(personId)).toHaveLength(1)
  })

  it('tells an agent no account that there is not, and a vendor’s payer nothing of the person but the payment', async () => {
    for (const [channel, fields] of [
      ['cash', ['name', 'amount']],
      ['vendor', ['amount']],
    ] as const) {
      const { list, personId } = await made(channel)
      await listAsPdf(world.actor.finance, 'en', list, false)
      expect(await heldOf(personId), channel).toMatchObject([{ fields }])
    }
  })

  it('shows in the file to who sees the grant, and to nobody else', async () => {
    const { list, personId, caseId } = await made('bank_transfer')
    await textOf(listAsCsv(world.actor.finance, 'en', list))
    // Falluja's nurse sees the person, not the grant; Ramadi sees neither.
    expect(await heldOf(personId, 'nurse')).toEqual([])
    expect(await heldOf(personId, 'caseworker2')).toBeNull()
    for (const part of ['nurse', 'caseworker2', 'finance', 'admin'] as const)
      expect(
        await sqlAs(world.actor[part].userId, (sql) => sql`select id from disclosures where case_id = ${caseId}`),
        part,
      ).toHaveLength(0)
  })

  it('is entered by finance alone, also by SQL', async () => {
    const { list, personId } = await made('bank_transfer')
    for (const part of ['caseworker', 'manager', 'admin', 'nurse'] as const)
      await expect(
        sqlAs(world.actor[part].userId, (sql) => sql`select disclose_payments(${list.id}, 0, 100)`),
        part,
      ).rejects.toThrow('not a role that pays')
    expect(await heldOf(personId)).toEqual([])
  })
})
