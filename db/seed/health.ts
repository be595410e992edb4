import { sql } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import type { Command } from '../../lib/commands/command'
import { newId } from '../../lib/ids'
import type { HealthService, ReferralPriority } from '../../lib/referrals/domain'
import * as follow from '../../lib/referrals/follow-commands'
import { lockReferral } from '../../lib/referrals/load'
import * as record from '../../lib/referrals/record-commands'
import { createReferral, sendReferral } from '../../lib/referrals/refer-commands'
import { withActor, withSystem } from '../client'
import { facilities } from '../schema/facilities'
import { dayOf, workMoment } from './clock'
import { seedFacilities } from './data/facilities'
import type { SeedTeam } from './data/places'
import { done } from './people'
import type { Random } from './random'
import type { DemoStaff } from './staff'

/** The directory, as a supervisor found it when the office opened. Written as the system: it is older than the staff. */
async function seedDirectory(staff: DemoStaff, since: Date, today: Date): Promise<void> {
  const checker = staff.health.find((one) => one.role === 'caseworker')
  await withSystem('practice data', (tx) =>
    tx.insert(facilities).values(
      seedFacilities.map(({ checkedDaysAgo, services, ...facility }, index) => ({
        id: newId(since),
        ...facility,
        services: [...services],
        districtPcode: facility.locationPcode.slice(0, 8),
        isAlwaysOpen: facility.type === 'hospital',
        focalName: ['د. أحمد', 'د. سعاد', 'د. مصطفى', 'د. هناء', 'د. عمر'][index % 5] ?? '',
        focalPhone: `+9647${String(700_000_000 + index * 1_234_567)}`,
        verifiedOn: checkedDaysAgo === null ? null : dayOf(new Date(today.getTime() - checkedDaysAgo * 86_400_000)),
        verifiedBy: checkedDaysAgo === null ? null : (checker?.actor.userId ?? null),
      })),
    ),
  )
}

const needs: readonly (readonly [
  service: HealthService,
  priority: ReferralPriority,
  reason: string,
  diagnosis: string,
])[] = [
  ['primary_care', 'routine_2w', 'سعال منذ أسبوعين مع ارتفاع في الحرارة مساءً.', ''],
  ['maternal_newborn', 'urgent_72h', 'حامل في الشهر الثامن وتشكو من صداع وتورم في القدمين.', 'اشتباه بتسمم الحمل'],
  ['ncd', 'routine_2w', 'مصابة بالسكري ونفد دواؤها منذ شهر.', 'سكري من النوع الثاني'],
  ['surgery', 'urgent_72h', 'فتق يؤلمه عند رفع الأثقال ويمنعه من العمل.', 'فتق إربي'],
  ['emergency', 'emergency_24h', 'إصابة بشظية في الساق مع نزيف.', 'جرح نافذ في الساق'],
  ['mhpss', 'routine_2w', 'لا ينام منذ العودة إلى البيت المهدّم، ويتجنب الناس.', ''],
  ['child_health_immunisation', 'routine_2w', 'لم يكمل جدول اللقاحات بسبب النزوح.', ''],
  ['laboratory_imaging', 'routine_2w', 'ألم في الظهر بعد حمل الأثقال، يحتاج إلى صورة أشعة.', ''],
  ['dental', 'routine_2w', 'ألم أسنان شديد يمنعه من الأكل.', 'تسوس مع التهاب'],
  ['rehabilitation_prosthetics', 'routine_2w', 'بُترت ساقه في الأحداث ويحتاج إلى طرف صناعي.', 'بتر تحت الركبة'],
]

const told = { source: 'phone' }
const booked = (at: Date) => {
  const [year, month, day] = dayOf(new Date(at.getTime() + 2 * 86_400_000)).split('-')
  return { ...told, on: { year, month, day }, at: '10:00' }
}

type Step = (at: Date) => [Command<unknown>, object]
const seen: Step[] = [
  () => [record.recordReceived, told],
  () => [record.recordAccepted, told],
  (at) => [record.recordAppointment, booked(at)],
  () => [record.recordAttended, { source: 'person' }],
]
const outcome =
  (value: string): Step =>
  () => [record.recordOutcome, { source: 'paper_slip', outcome: value }]
const feedback =
  (helped: string, satisfaction: string): Step =>
  () => [follow.recordFeedback, { helped, satisfaction }]
const attempt =
  (kind: string): Step =>
  () => [follow.recordAttempt, { kind, result: 'not_reached' }]
const missed: Step = () => [record.recordMissed, told]
const close: Step = () => [follow.closeReferral, {}]

/** How the referrals of the demo went, and how many went so. */
const stories: readonly (readonly [steps: readonly Step[], weight: number])[] = [
  [[], 14],
  [seen.slice(0, 1), 6],
  [seen.slice(0, 2), 8],
  [seen.slice(0, 3), 8],
  [seen, 5],
  [[...seen, () => [record.recordStarted, told]], 5],
  [[...seen, outcome('treated'), feedback('yes', '5'), close], 22],
  [[...seen, outcome('prescribed'), feedback('partly', '4'), close], 12],
  [[...seen, outcome('admitted'), feedback('yes', '4'), close], 5],
  [[...seen, outcome('referred_onward')], 4],
  [[...seen.slice(0, 3), missed], 4],
  [[...seen.slice(0, 3), missed, attempt('call'), attempt('visit'), () => [follow.recordLost, {}]], 3],
  [[seen[0] ?? close, () => [record.recordRejected, { ...told, rejectReason: 'no_capacity' }]], 6],
  [[() => [follow.cancelReferral, { why: 'recovered' }]], 3],
]

type Patient = { id: string; team: SeedTeam; isMinor: boolean }

async function patientsOf(staff: DemoStaff): Promise<Patient[]> {
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string; team_id: string; minor: boolean }>(sql`
      select id, team_id, birth_on > current_date - interval '18 years' as minor from people order by id`),
  )
  const teamOf = new Map(Object.entries(staff.teamIds).map(([team, id]) => [id, team as SeedTeam]))
  return [...rows].flatMap((row) => {
    const team = teamOf.get(row.team_id)
    return team ? [{ id: row.id, team, isMinor: row.minor }] : []
  })
}

/** One of the nearest few that offer the service. */
async function facilityFor(service: HealthService, district: string, random: Random): Promise<string | null> {
  const rows = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string; is_near: boolean }>(sql`select id, district_pcode = ${district} as is_near from facilities
      where services @> ${`{${service}}`}::text[] and functional <> 'none' order by district_pcode <> ${district}, code limit 4`),
  )
  const near = rows.filter((row) => row.is_near)
  return (near.length > 0 ? random.pick(near).id : rows[0]?.id) ?? null
}

async function tell(nurse: Actor, patient: Patient, today: Date, random: Random): Promise<void> {
  const [service, priority, reason, diagnosis] = random.pick(needs)
  const facilityId = await facilityFor(service, patient.team === 'ramadi' ? 'IQG01Q03' : 'IQG01Q01', random)
  if (!facilityId) return
  const steps = random.weighted(stories)
  const isOver = steps.length > 4
  const began = isOver ? random.int(20, 200) : random.int(0, 12)
  const moments = Array.from({ length: steps.length + 2 }, (_, index) =>
    workMoment(today, Math.max(0, began - index * (isOver ? 2 : 1)), random).getTime(),
  ).sort((a, b) => a - b)
  const at = (index: number) => new Date((moments[index] ?? today.getTime()) + index)
  const form = {
    personId: patient.id,
    facilityId,
    service,
    priority,
    transport: random.pick(['none', 'none', 'fare', 'vehicle'] as const),
    reason,
    diagnosis,
    consent: 'new',
    method: random.pick(['signed', 'thumbprint'] as const),
    language: 'ar',
    guardianName: patient.isMinor ? 'ولي الأمر' : '',
    releasedFields: ['name', 'sex', 'birth_date', 'phone', 'reason', ...(diagnosis ? ['diagnosis'] : [])],
    next: 'draft',
  }
  const { caseId } = done('refer', await createReferral.execute(nurse, form, { at: at(0) }))
  const ref = async () => ({
    caseId,
    version: (await withActor(nurse, (tx) => lockReferral(tx, caseId)))?.version ?? 0,
  })
  if (random.chance(0.06)) return
  done('send', await sendReferral.execute(nurse, await ref(), { at: at(1) }))
  for (const [index, step] of steps.entries()) {
    const moment = at(index + 2)
    const [command, input] = step(moment)
    done(command.name, await command.execute(nurse, { ...(await ref()), ...input }, { at: moment }))
  }
}

/** The directory of facilities and 120 referrals of the last months, told by the nurses of the teams. */
export async function seedHealth(staff: DemoStaff, since: Date, today: Date, random: Random): Promise<void> {
  await seedDirectory(staff, since, today)
  const patients = await patientsOf(staff)
  const nurses = staff.health.filter((one) => one.role === 'caseworker')
  for (let index = 0; index < 120; index++) {
    const nurse = nurses[index % nurses.length]
    const own = patients.filter((one) => one.team === nurse?.team)
    if (nurse && own.length > 0) await tell(nurse.actor, random.pick(own), today, random.fork(`referral ${index}`))
  }
}
