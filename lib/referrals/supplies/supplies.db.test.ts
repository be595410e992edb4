import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good } from '../../../db/testing-grant'
import { makeFacility } from '../../../db/testing-referral'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { baghdadDay } from '../../format'
import * as commands from './commands'
import { type SupplyDeed, type SupplyStatus, supplyMachine } from './machine'
import { dispatchPaper } from './paper'
import { getDelivery, listDeliveries, listExpiring } from './queries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const today = baghdadDay(new Date())
const soon = baghdadDay(new Date(Date.now() + 30 * 86_400_000))
const items = [
  {
    kind: 'medicine',
    name: 'Amoxicillin',
    strengthOrModel: '500 mg',
    batchOrSerial: 'B-1',
    expiresOn: soon,
    unit: 'box',
    sent: '١٠٠',
  },
  {
    kind: 'equipment',
    name: 'Suction pump',
    strengthOrModel: 'SP-2',
    batchOrSerial: 'SN-77',
    expiresOn: '',
    unit: 'piece',
    sent: '1',
  },
  { kind: 'medicine', name: '', batchOrSerial: ' ', unit: '', sent: '' },
]
const form = async (change: object = {}) => ({
  facilityId: await makeFacility(),
  plannedOn: today,
  remark: '',
  items,
  ...change,
})

async function pageOf(deliveryId: string) {
  return (await getDelivery(world.actor.nurse, deliveryId)) ?? expect.fail('no delivery')
}

/** The receipt of everything, as the form sends it; `came` changes what is said of the first line. */
async function receipt(deliveryId: string, came: object = {}) {
  const page = await pageOf(deliveryId)
  const lines = page.items.map((item) => ({ itemId: item.id, received: String(item.sent), damaged: '0', remark: '' }))
  return {
    receivedOn: today,
    receivedBy: 'Dr. Suad',
    items: lines.map((line, at) => (at === 0 ? { ...line, ...came } : line)),
  }
}

const ref = async (deliveryId: string) => ({ deliveryId, version: (await pageOf(deliveryId)).head.version })

/** A delivery of Falluja's nurse in this state, brought there by the commands. */
async function deliveryAt(status: SupplyStatus): Promise<string> {
  const { nurse, nurseB, healthSupervisor } = world.actor
  const { deliveryId } = good(await commands.planDelivery.execute(nurse, await form()))
  if (status === 'cancelled')
    good(await commands.cancelDelivery.execute(nurse, { ...(await ref(deliveryId)), why: 'Not needed' }))
  if (['planned', 'cancelled'].includes(status)) return deliveryId
  good(await commands.approveDelivery.execute(healthSupervisor, await ref(deliveryId)))
  if (status === 'approved') return deliveryId
  good(await commands.dispatchDelivery.execute(nurse, { ...(await ref(deliveryId)), carrier: 'Ali Hasan' }))
  if (status === 'dispatched') return deliveryId
  const came = status === 'discrepancy' ? { received: '90', damaged: '3' } : {}
  good(
    await commands.receiveDelivery.execute(nurseB, {
      ...(await ref(deliveryId)),
      ...(await receipt(deliveryId, came)),
    }),
  )
  if (status === 'received') return deliveryId
  if (status === 'discrepancy')
    good(await commands.reportDiscrepancy.execute(nurse, { ...(await ref(deliveryId)), why: 'Ten boxes are missing' }))
  else good(await commands.acceptDelivery.execute(nurse, await ref(deliveryId)))
  if (status !== 'closed') return deliveryId
  good(await commands.closeDelivery.execute(healthSupervisor, await ref(deliveryId)))
  return deliveryId
}

describe('a delivery', () => {
  it('goes its way, each step with its hand', async () => {
    const page = await pageOf(await deliveryAt('closed'))
    expect(page.events.map((event) => event.to_status).reverse()).toEqual(supplyMachine.steps)
    expect(page.head).toMatchObject({
      status: 'closed',
      planned_by: 'Test nurse',
      approved_by: 'Test healthSupervisor',
      received_by: 'Dr. Suad',
    })
    expect(page.head.reference).toMatch(/^SUP-\d{4}-\d{5}$/)
    expect(page.items).toMatchObject([
      { sent: 100, received: 100, damaged: 0 },
      { expires_on: null, sent: 1, received: 1 },
    ])
  })

  it('with a difference cannot be accepted, and is closed only with how it was settled', async () => {
    const { nurse, healthSupervisor } = world.actor
    const whole = await deliveryAt('received')
    expect(
      await commands.reportDiscrepancy.execute(nurse, { ...(await ref(whole)), why: 'Nothing really' }),
    ).toMatchObject({
      reasons: [{ key: 'supplies.refused.whole' }],
    })
    const short = await deliveryAt('dispatched')
    good(
      await commands.receiveDelivery.execute(nurse, {
        ...(await ref(short)),
        ...(await receipt(short, { damaged: '1' })),
      }),
    )
    expect(await commands.acceptDelivery.execute(nurse, await ref(short))).toMatchObject({
      reasons: [{ key: 'supplies.refused.differs' }],
    })
    good(await commands.reportDiscrepancy.execute(nurse, { ...(await ref(short)), why: 'One box is wet' }))
    expect(await commands.closeDelivery.execute(healthSupervisor, await ref(short))).toMatchObject({
      fields: { settled: 'supplies.errors.settled' },
    })
    good(
      await commands.closeDelivery.execute(healthSupervisor, {
        ...(await ref(short)),
        settled: 'Replaced with the next delivery',
      }),
    )
    expect((await pageOf(short)).events[0]?.data).toEqual({ why: 'Replaced with the next delivery' })
  })

  it.each([
    ['no item', { items: [items[2]] }, { items: 'supplies.errors.none' }],
    [
      'a medicine without expiry',
      { items: [{ ...items[0], expiresOn: '' }] },
      { 'items.0.expiresOn': 'supplies.errors.expiry' },
    ],
    [
      'a medicine that is out of date',
      { items: [{ ...items[0], expiresOn: '1/1/2020' }] },
      { 'items.0.expiresOn': 'supplies.errors.expired' },
    ],
    ['nothing of an item', { items: [{ ...items[0], sent: '0' }] }, { 'items.0.sent': 'errors.whole' }],
    [
      'a day that is none',
      { items: [{ ...items[0], expiresOn: '31/2/2030' }] },
      { 'items.0.expiresOn': 'errors.date' },
    ],
  ])('is not planned with %s', async (_, change, fields) =>
    expect(await commands.planDelivery.execute(world.actor.nurse, await form(change))).toMatchObject({
      code: 'invalid',
      fields,
    }),
  )

  it.each([
    ['more than was sent', { received: '101' }, {}, { 'items.0.received': 'supplies.errors.moreThanSent' }],
    ['more damaged than came', { received: '5', damaged: '6' }, {}, { 'items.0.damaged': 'supplies.errors.damaged' }],
    ['a day to come', {}, { receivedOn: '2099-01-01' }, { receivedOn: 'errors.dateFuture' }],
    ['a day before it left', {}, { receivedOn: '2020-01-01' }, { receivedOn: 'supplies.errors.beforeDispatch' }],
  ])('is not received with %s', async (_, came, change, fields) => {
    const deliveryId = await deliveryAt('dispatched')
    const input = { ...(await ref(deliveryId)), ...(await receipt(deliveryId, came)), ...change }
    expect(await commands.receiveDelivery.execute(world.actor.nurse, input)).toMatchObject({ code: 'invalid', fields })
    expect((await pageOf(deliveryId)).head.status).toBe('dispatched')
  })

  it('is received once, however many write the receipt at the same moment', async () => {
    const deliveryId = await deliveryAt('dispatched')
    const input = { ...(await ref(deliveryId)), ...(await receipt(deliveryId)) }
    const answers = await Promise.all([
      commands.receiveDelivery.execute(world.actor.nurse, input),
      commands.receiveDelivery.execute(world.actor.nurseB, {
        ...input,
        ...(await receipt(deliveryId, { received: '1' })),
      }),
      commands.receiveDelivery.execute(world.actor.healthSupervisor, input),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.code === 'conflict')).toHaveLength(2)
    expect((await pageOf(deliveryId)).events.filter((event) => event.to_status === 'received')).toHaveLength(1)
  })

  it('does not take lines of another delivery, nor leave one of its own out', async () => {
    const [deliveryId, other] = [await deliveryAt('dispatched'), await deliveryAt('dispatched')]
    const base = await ref(deliveryId)
    const [mine, theirs] = [await receipt(deliveryId), await receipt(other)]
    for (const lines of [theirs.items, mine.items.slice(1)])
      expect(
        await commands.receiveDelivery.execute(world.actor.nurse, { ...base, ...mine, items: lines }),
      ).toMatchObject({ code: 'not_found' })
  })

  it('is approved by someone else, and changed by who planned it, while it is planned', async () => {
    const { nurse, nurseB, healthSupervisor, healthManager } = world.actor
    const own = good(await commands.planDelivery.execute(healthSupervisor, await form())).deliveryId
    expect(await commands.approveDelivery.execute(healthSupervisor, await ref(own))).toMatchObject({
      reasons: [{ key: 'referrals.refused.supply_own' }],
    })
    await expect(
      sqlAs(
        healthSupervisor.userId,
        (sql) =>
          sql`update supply_deliveries set status = 'approved', approved_by = ${healthSupervisor.userId}, version = version + 1 where id = ${own}`,
      ),
    ).rejects.toThrow('referrals.refused.supply_own')
    good(await commands.approveDelivery.execute(healthManager, await ref(own)))
    const planned = await deliveryAt('planned')
    expect(await commands.editDelivery.execute(nurseB, { ...(await ref(planned)), ...(await form()) })).toMatchObject({
      reasons: [{ key: 'supplies.refused.not_planner' }],
    })
    good(
      await commands.editDelivery.execute(nurse, { ...(await ref(planned)), ...(await form({ items: [items[1]] })) }),
    )
    expect((await pageOf(planned)).items.map((item) => item.name)).toEqual(['Suction pump'])
    expect(
      await commands.editDelivery.execute(healthSupervisor, { ...(await ref(own)), ...(await form()) }),
    ).toMatchObject({ reasons: [{ key: 'referrals.refused.supply_fixed' }] })
    await expect(
      sqlAs(nurse.userId, (sql) => sql`update supply_items set sent = 5 where delivery_id = ${own}`),
    ).rejects.toThrow('referrals.refused.supply_fixed')
  })

  it('has its note in both languages, the same day and content the same bytes', async () => {
    const page = await pageOf(await deliveryAt('dispatched'))
    const [one, two] = [await dispatchPaper(page, new Date(0), true), await dispatchPaper(page, new Date(0), true)]
    expect(one.subarray(0, 5).toString()).toBe('%PDF-')
    expect(one.equals(two)).toBe(true)
  })

  it('is watched once received, while anything of it is there and soon out of date', async () => {
    const { nurse, nurse2 } = world.actor
    const [received, discrepancy, dispatched] = [
      await deliveryAt('received'),
      await deliveryAt('discrepancy'),
      await deliveryAt('dispatched'),
    ]
    const { rows } = await listExpiring(nurse, {})
    const of = (id: string) => rows.filter((row) => row.deliveryId === id).map((row) => [row.name, row.left])
    expect([of(received), of(discrepancy), of(dispatched)]).toEqual([[['Amoxicillin', 100]], [['Amoxicillin', 87]], []])
    expect((await listExpiring(nurse2, {})).rows).toEqual([])
  })
})

describe('the machine', () => {
  it('is the one that the database holds', async () => {
    const [source] = await ownerSql()`select prosrc from pg_proc where proname = 'supply_rules'`
    const list = /not in \(([\s\S]*?)\) then/.exec(source?.prosrc)?.[1] ?? ''
    const held = [...list.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, from, to]) => `${from} > ${to}`)
    const ours = Object.values(supplyMachine.deeds).flatMap(({ from, to }) =>
      from.flatMap((a) => to.map((b) => `${a} > ${b}`)),
    )
    expect(held.sort()).toEqual(ours.sort())
  })
})

const everyone = [
  'nurse',
  'nurseB',
  'nurse2',
  'healthSupervisor',
  'healthManager',
  'healthAnalyst',
  'caseworker',
  'supervisor',
  'manager',
  'finance',
  'analyst',
  'admin',
] as const satisfies Part[]
const deeds: readonly [SupplyDeed, SupplyStatus, object, readonly Part[]][] = [
  ['approve', 'planned', {}, ['healthSupervisor', 'healthManager']],
  ['dispatch', 'approved', { carrier: 'Ali' }, ['nurse', 'nurseB', 'healthSupervisor']],
  ['accept', 'received', {}, ['nurse', 'nurseB', 'healthSupervisor']],
  ['close', 'accepted', {}, ['healthSupervisor', 'healthManager']],
  ['cancel', 'approved', { why: 'No longer needed' }, ['nurse', 'nurseB', 'healthSupervisor', 'healthManager']],
]
const commandOf = {
  approve: commands.approveDelivery,
  dispatch: commands.dispatchDelivery,
  accept: commands.acceptDelivery,
  close: commands.closeDelivery,
  cancel: commands.cancelDelivery,
  receive: commands.receiveDelivery,
  report_discrepancy: commands.reportDiscrepancy,
}
const sees: readonly Part[] = ['nurse', 'nurseB', 'healthSupervisor', 'healthManager']

describe('role × deed', () => {
  it.each(everyone)('of a delivery: %s', async (part) => {
    const actor = world.actor[part]
    for (const [deed, status, input, allowed] of deeds) {
      const deliveryId = await deliveryAt(status)
      const answer = await commandOf[deed].execute(actor, { ...(await ref(deliveryId)), ...input })
      const expected = allowed.includes(part) ? 'ok' : sees.includes(part) ? 'refused' : 'not_found'
      expect([deed, answer.ok ? 'ok' : answer.code]).toEqual([deed, expected])
      expect((await getDelivery(actor, deliveryId)) !== null).toBe(sees.includes(part))
    }
    const deliveryId = await deliveryAt('planned')
    const rows = await sqlAs(
      actor.userId,
      (sql) => sql`select (select count(*)::integer from supply_deliveries where id = ${deliveryId}) as d,
      (select count(*)::integer from supply_items where delivery_id = ${deliveryId}) as i, (select count(*)::integer from supply_events where delivery_id = ${deliveryId}) as e`,
    )
    expect(rows[0]).toEqual(sees.includes(part) ? { d: 1, i: 2, e: 1 } : { d: 0, i: 0, e: 0 })
    expect((await listDeliveries(actor, {})).rows.some((row) => row.id === deliveryId)).toBe(sees.includes(part))
    for (const query of [
      'update supply_events set data = data',
      'delete from supply_events',
      'delete from supply_deliveries',
    ])
      await expect(
        sqlAs(actor.userId, (sql) => sql.unsafe(query)),
        query,
      ).rejects.toThrow()
  })
})
