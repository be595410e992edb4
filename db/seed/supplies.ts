import { sql } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import type { Command } from '../../lib/commands/command'
import * as commands from '../../lib/referrals/supplies/commands'
import type { SupplyStatus } from '../../lib/referrals/supplies/machine'
import { getDelivery } from '../../lib/referrals/supplies/queries'
import { withSystem } from '../client'
import { dayOf, workMoment } from './clock'
import { done } from './people'
import type { Random } from './random'
import type { DemoStaff } from './staff'

const medicines = [
  ['Amoxicillin', '500 mg'],
  ['Paracetamol', '500 mg'],
  ['Oral rehydration salts', '20.5 g'],
  ['Metformin', '850 mg'],
  ['Amlodipine', '5 mg'],
  ['Salbutamol inhaler', '100 µg'],
  ['Ibuprofen syrup', '100 mg/5 ml'],
] as const
const devices = [
  ['Blood pressure monitor', 'Aneroid A2'],
  ['Examination bed', 'EB-190'],
  ['Nebuliser', 'NB-80'],
  ['Vaccine refrigerator', 'VR-150'],
] as const

/** How far the deliveries of the demo have come, and whether something was missing. */
const stories: readonly (readonly [status: SupplyStatus, isShort: boolean])[] = [
  ['closed', false],
  ['closed', true],
  ['closed', false],
  ['accepted', false],
  ['discrepancy', true],
  ['received', false],
  ['received', true],
  ['dispatched', false],
  ['approved', false],
  ['planned', false],
  ['planned', false],
  ['cancelled', false],
]

function itemsOf(at: Date, isOld: boolean, random: Random) {
  const month = (count: number) => dayOf(new Date(at.getTime() + count * 30 * 86_400_000))
  const chosen = random.shuffle(medicines).slice(0, random.int(2, 4))
  const [name, model] = random.pick(devices)
  return [
    ...chosen.map(([medicine, strength], index) => ({
      kind: 'medicine',
      name: medicine,
      strengthOrModel: strength,
      batchOrSerial: `B${random.int(10_000, 99_999)}`,
      // Of what came long ago some is used up slowly: it is what the watch is for.
      expiresOn: month(isOld && index === 0 ? random.int(4, 7) : random.int(14, 30)),
      unit: 'box',
      sent: String(random.int(2, 20) * 25),
    })),
    {
      kind: 'equipment',
      name,
      strengthOrModel: model,
      batchOrSerial: `SN-${random.int(100_000, 999_999)}`,
      expiresOn: '',
      unit: 'piece',
      sent: '1',
    },
  ]
}

/** Deliveries in each state, each step by whoever takes it in life. */
export async function seedSupplies(staff: DemoStaff, today: Date, random: Random): Promise<void> {
  const of = (role: string) => staff.health.filter((one) => one.role === role)
  const facilities = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string; district: string }>(sql`select id, district_pcode as district from facilities
      where type in ('hospital', 'phc_centre') and closed_on is null and functional <> 'none' order by code`),
  )
  for (const [nth, nurse] of of('caseworker').entries()) {
    const supervisor = of('supervisor').find((one) => one.team === nurse.team)
    const district = nurse.team === 'ramadi' ? 'IQG01Q03' : 'IQG01Q01'
    const own = [...facilities].filter((one) => one.district === district)
    if (!supervisor || own.length === 0) continue
    for (const [index, [status, isShort]] of stories.slice(nth * 3).entries()) {
      const isOld = ['closed', 'accepted', 'discrepancy'].includes(status)
      const began = isOld ? 150 - index * 20 : 16 - index
      const at = (step: number) => workMoment(today, Math.max(0, began - step * 2), random)
      const items = itemsOf(at(0), isOld, random)
      const plan = { facilityId: random.pick(own).id, plannedOn: dayOf(at(1)), remark: '', items }
      const { deliveryId } = done('plan', await commands.planDelivery.execute(nurse.actor, plan, { at: at(0) }))
      const take = async (actor: Actor, command: Command<unknown>, step: number, input: object = {}) => {
        const version = (await getDelivery(nurse.actor, deliveryId))?.head.version
        done(command.name, await command.execute(actor, { deliveryId, version, ...input }, { at: at(step) }))
      }
      if (status === 'cancelled')
        await take(nurse.actor, commands.cancelDelivery, 1, {
          why: 'The facility was supplied by the Department itself.',
        })
      if (status === 'planned' || status === 'cancelled') continue
      await take(supervisor.actor, commands.approveDelivery, 1)
      if (status === 'approved') continue
      await take(nurse.actor, commands.dispatchDelivery, 2, {
        carrier: random.pick(['علي حسن، أنبار 12345', 'محمد جاسم، أنبار 88120']),
      })
      if (status === 'dispatched') continue
      const lines = (await getDelivery(nurse.actor, deliveryId))?.items ?? []
      await take(nurse.actor, commands.receiveDelivery, 3, {
        receivedOn: dayOf(at(3)),
        receivedBy: random.pick(['د. سعاد كريم', 'د. أحمد خلف']),
        receiptRemark: '',
        items: lines.map((item, line) => ({
          itemId: item.id,
          received: String(isShort && line === 0 ? item.sent - 10 : item.sent),
          damaged: isShort && line === 0 ? '2' : '0',
          remark: isShort && line === 0 ? 'صندوق مبلل' : '',
        })),
      })
      if (status === 'received') continue
      if (isShort)
        await take(nurse.actor, commands.reportDiscrepancy, 4, { why: 'Ten boxes are missing and two are wet.' })
      else await take(nurse.actor, commands.acceptDelivery, 4)
      if (status === 'closed')
        await take(supervisor.actor, commands.closeDelivery, 5, {
          settled: isShort ? 'The carrier brought ten boxes a week later.' : '',
        })
    }
  }
}
