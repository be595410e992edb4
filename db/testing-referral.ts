import type { Actor } from '../lib/auth/actor'
import type { Command } from '../lib/commands/command'
import { newId } from '../lib/ids'
import * as follow from '../lib/referrals/follow-commands'
import { lockReferral } from '../lib/referrals/load'
import type { ReferralStatus } from '../lib/referrals/machine'
import * as record from '../lib/referrals/record-commands'
import { createReferral, sendReferral } from '../lib/referrals/refer-commands'
import { withActor, withSystem } from './client'
import { facilities } from './schema/facilities'
import { good } from './testing-grant'
import { makePerson, type TestPerson, type World } from './testing-world'

/** A facility that is open and offers primary care and surgery; written past the commands, for tests of other rooms. */
export async function makeFacility(change: Partial<typeof facilities.$inferInsert> = {}): Promise<string> {
  const id = newId()
  await withSystem('test facility', (tx) =>
    tx.insert(facilities).values({
      id,
      code: `F-${id.slice(-8)}`,
      nameEn: 'Falluja Teaching Hospital',
      nameAr: 'مستشفى الفلوجة التعليمي',
      type: 'hospital',
      districtPcode: 'IQG01Q01',
      locationPcode: 'IQG01Q01N03',
      services: ['primary_care', 'surgery', 'emergency'],
      functional: 'full',
      ...change,
    }),
  )
  return id
}

/** A new referral as the form sends it, with a consent given now. */
export const referralForm = {
  service: 'primary_care',
  priority: 'routine_2w',
  transport: 'none',
  reason: 'Chest pain since Tuesday',
  diagnosis: 'Suspected angina',
  consent: 'new',
  method: 'signed',
  language: 'ar',
  releasedFields: ['name', 'sex', 'birth_date', 'reason'],
}

export type TestReferral = TestPerson & { caseId: string; reference: string; facilityId: string }

/** The version that the next form about a referral would carry, and where it stands. */
export async function referralOf(actor: Actor, caseId: string) {
  const referral = await withActor(actor, (tx) => lockReferral(tx, caseId))
  if (!referral) throw new Error('no such referral for this actor')
  return referral
}

type Step = [ReferralStatus, Command<unknown>, object?]
const told = { source: 'phone' }
const way: Step[] = [
  ['draft', sendReferral],
  ['requested', record.recordReceived, told],
  ['received', record.recordAccepted, told],
  ['accepted', record.recordAppointment, { ...told, on: '2027-03-01', at: '9:30' }],
  ['appointment_set', record.recordAttended, told],
  ['attended', record.recordStarted, told],
  ['in_progress', record.recordOutcome, { ...told, outcome: 'treated' }],
  ['completed', follow.recordFeedback, { helped: 'yes', satisfaction: '5' }],
  ['feedback_recorded', follow.closeReferral],
]

/** A referral of Falluja's nurse in this state, brought there by the commands. */
export async function referralAt(
  world: World,
  status: (typeof way)[number][0] | 'closed',
  change: object = {},
): Promise<TestReferral> {
  const { nurse } = world.actor
  const person = await makePerson(nurse)
  const facilityId = await makeFacility()
  const form = { personId: person.personId, facilityId, ...referralForm, next: 'draft', ...change }
  const made = good(await createReferral.execute(nurse, form))
  for (const [from, command, input] of way) {
    if (from === status) break
    const { version } = await referralOf(nurse, made.caseId)
    good(await command.execute(nurse, { caseId: made.caseId, version, ...input }))
  }
  return { ...person, ...made, facilityId }
}
