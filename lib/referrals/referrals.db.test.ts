import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { withSystem } from '../../db/client'
import { ownerSql, sqlAs } from '../../db/testing'
import { good } from '../../db/testing-grant'
import { makeFacility, referralAt, referralForm, referralOf } from '../../db/testing-referral'
import { makePerson, makeWorld, type Part, type World } from '../../db/testing-world'
import { addNote } from '../cases/note-commands'
import { withdrawConsent } from '../people/consent-commands'
import { addClinicalNote, writeClinical } from './clinical-commands'
import { escalateOverdue } from './escalation'
import { cancelReferral, recordAttempt, recordLost } from './follow-commands'
import { listReferrals } from './list-query'
import { getReferral } from './queries'
import {
  recordAccepted,
  recordAttended,
  recordMissed,
  recordOutcome,
  recordReceived,
  recordRejected,
} from './record-commands'
import { createReferral, editReferral, sendReferral } from './refer-commands'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const told = (caseId: string, version: number) => ({ caseId, version, source: 'phone' })

describe('a referral', () => {
  it('goes from a need to a known outcome, its moments kept by the database', async () => {
    const { caseId } = await referralAt(world, 'closed')
    const [row] =
      await ownerSql()`select c.status, c.closed_at, r.* from cases c join referrals r on r.case_id = c.id where c.id = ${caseId}`
    expect(row).toMatchObject({
      status: 'closed',
      outcome: 'treated',
      helped: 'yes',
      satisfaction: 5,
      sex: 'male',
      age_band: '18-59',
      displacement: 'returnee',
    })
    expect(row?.due_at.getTime() - row?.requested_at.getTime()).toBe(14 * 86_400_000)
    for (const moment of ['received_at', 'accepted_at', 'appointment_at', 'attended_at', 'completed_at', 'closed_at'])
      expect(row?.[moment], moment).toBeInstanceOf(Date)
  })

  it('is sent in one go, with the consent that names its fields', async () => {
    const { personId } = await makePerson(world.actor.nurse)
    const form = { ...referralForm, personId, facilityId: await makeFacility(), priority: 'urgent_72h' }
    const { caseId } = good(await createReferral.execute(world.actor.nurse, form))
    const referral = await referralOf(world.actor.nurse, caseId)
    expect(referral.status).toBe('requested')
    const [consent] = await ownerSql()`select released_fields from consents where id = ${referral.consentId}`
    expect(consent?.released_fields).toEqual(['name', 'sex', 'birth_date', 'reason'])
  })

  it.each([
    ['no field named', { releasedFields: [] }, { releasedFields: 'people.errors.releasedFields' }],
    ['a service that the facility lacks', { service: 'dental' }, { facilityId: 'referrals.errors.noSuchService' }],
    [
      'no consent in a routine case',
      { consent: 'emergency', emergencyReason: 'Nobody could be asked' },
      { consent: 'referrals.errors.notEmergency' },
    ],
    [
      'an emergency without its reason',
      { consent: 'emergency', priority: 'emergency_24h' },
      { emergencyReason: 'errors.tooShort' },
    ],
    ['a witness without a name', { method: 'verbal_witnessed' }, { witnessName: 'people.errors.witness' }],
    ['a reason that is empty', { reason: ' ' }, { reason: 'errors.tooShort' }],
  ])('is not made with %s', async (_, change, fields) => {
    const { personId } = await makePerson(world.actor.nurse)
    const form = { ...referralForm, personId, facilityId: await makeFacility(), ...change }
    expect(await createReferral.execute(world.actor.nurse, form)).toEqual({ ok: false, code: 'invalid', fields })
  })

  it('of a child needs the guardian', async () => {
    const { personId } = await makePerson(world.actor.nurse, 'علي', { birthOn: '2020-01-01' })
    const form = { ...referralForm, personId, facilityId: await makeFacility() }
    expect(await createReferral.execute(world.actor.nurse, form)).toMatchObject({
      fields: { guardianName: 'people.errors.guardian' },
    })
    expect((await createReferral.execute(world.actor.nurse, { ...form, guardianName: 'محمد' })).ok).toBe(true)
  })

  it('in an emergency goes without consent and tells the supervisors at once', async () => {
    const { personId } = await makePerson(world.actor.nurse)
    const emergency = {
      consent: 'emergency',
      priority: 'emergency_24h',
      service: 'emergency',
      emergencyReason: 'Unconscious after a blast',
    }
    const form = { ...referralForm, personId, facilityId: await makeFacility(), ...emergency }
    const { caseId } = good(await createReferral.execute(world.actor.nurse, form))
    const told =
      await ownerSql()`select user_id from notifications where case_id = ${caseId} and kind = 'referral_emergency'`
    expect(told.map((row) => row.user_id)).toEqual([world.actor.healthSupervisor.userId])
  })

  it('is not sent to a facility that closed meanwhile, nor on a consent that was taken back', async () => {
    const { nurse } = world.actor
    const draft = await referralAt(world, 'draft')
    await ownerSql()`update facilities set closed_on = current_date where id = ${draft.facilityId}`
    const { version } = await referralOf(nurse, draft.caseId)
    expect(await sendReferral.execute(nurse, { caseId: draft.caseId, version })).toMatchObject({
      reasons: [{ key: 'referrals.refused.facility_closed' }],
    })
    const other = await referralAt(world, 'draft')
    const { consentId, ...referral } = await referralOf(nurse, other.caseId)
    good(await withdrawConsent.execute(nurse, { personId: other.personId, consentId }))
    expect(await sendReferral.execute(nurse, { caseId: other.caseId, version: referral.version })).toMatchObject({
      reasons: [{ key: 'referrals.refused.consent' }],
    })
    const edited = { ...referralForm, caseId: other.caseId, version: referral.version, facilityId: other.facilityId }
    good(await editReferral.execute(nurse, edited))
    expect((await referralOf(nurse, other.caseId)).status).toBe('requested')
  })

  it('takes each answer once, and none out of order', async () => {
    const { nurse } = world.actor
    const { caseId } = await referralAt(world, 'requested')
    const { version } = await referralOf(nurse, caseId)
    const outOfOrder = await recordOutcome.execute(nurse, { ...told(caseId, version), outcome: 'treated' })
    expect(outOfOrder).toMatchObject({ ok: false, code: 'refused', reasons: [{ key: 'cases.refused.not_now' }] })
    const both = await Promise.all([
      recordAccepted.execute(nurse, told(caseId, version)),
      recordRejected.execute(world.actor.nurseB, { ...told(caseId, version), rejectReason: 'no_capacity' }),
    ])
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(both.find((answer) => !answer.ok)).toMatchObject({ code: 'conflict' })
    expect(await recordReceived.execute(nurse, told(caseId, version))).toMatchObject({ code: 'conflict' })
  })

  it('is taken up again once, by a new and linked one', async () => {
    const { nurse } = world.actor
    const first = await referralAt(world, 'requested')
    const again = {
      ...referralForm,
      personId: first.personId,
      facilityId: await makeFacility(),
      previousCaseId: first.caseId,
    }
    expect(await createReferral.execute(nurse, again)).toMatchObject({
      reasons: [{ key: 'referrals.refused.not_over' }],
    })
    const { version } = await referralOf(nurse, first.caseId)
    good(await recordRejected.execute(nurse, { ...told(first.caseId, version), rejectReason: 'no_medicine' }))
    good(await createReferral.execute(nurse, again))
    expect(await createReferral.execute(nurse, again)).toMatchObject({
      reasons: [{ key: 'referrals.refused.taken_up' }],
    })
    const stranger = await makePerson(nurse)
    expect(await createReferral.execute(nurse, { ...again, personId: stranger.personId })).toMatchObject({
      code: 'not_found',
    })
  })

  it('is given up after two attempts that failed, not before', async () => {
    const { nurse } = world.actor
    const { caseId } = await referralAt(world, 'appointment_set')
    const ref = async () => ({ caseId, version: (await referralOf(nurse, caseId)).version })
    good(await recordMissed.execute(nurse, { ...(await ref()), source: 'phone' }))
    const attempt = { kind: 'call', result: 'not_reached' }
    good(await recordAttempt.execute(nurse, { ...(await ref()), ...attempt }))
    good(await recordAttempt.execute(nurse, { ...(await ref()), kind: 'visit', result: 'reached' }))
    expect(await recordLost.execute(nurse, await ref())).toMatchObject({
      reasons: [{ key: 'referrals.refused.attempts' }],
    })
    good(await recordAttempt.execute(nurse, { ...(await ref()), ...attempt }))
    good(await recordLost.execute(nurse, await ref()))
    expect(await referralOf(nurse, caseId)).toMatchObject({ status: 'lost_to_follow_up' })
  })

  it('that nobody saw in time is told to the supervisors once, however many clocks tick', async () => {
    const late = await referralAt(world, 'requested')
    const seen = await referralAt(world, 'attended')
    const later = new Date(Date.now() + 15 * 86_400_000)
    const counts = await Promise.all([escalateOverdue(later), escalateOverdue(later), escalateOverdue(later)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
    const told =
      await ownerSql()`select case_id from notifications where kind = 'referral_overdue' and case_id in (${late.caseId}, ${seen.caseId})`
    expect(told.map((row) => row.case_id)).toEqual([late.caseId])
    expect(await escalateOverdue(later)).toBe(0)
  })
})

/** Who sees a referral of Falluja's nurse at all, and who of them its medical facts. */
const sees: Partial<Record<Part, 'case' | 'clinical'>> = {
  nurse: 'clinical',
  nurseB: 'case',
  healthSupervisor: 'clinical',
  healthManager: 'case',
}
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

describe('the medical facts', () => {
  it.each(everyone)('are open to the case’s health staff only: %s', async (part) => {
    const { caseId } = await referralAt(world, 'requested')
    const actor = world.actor[part]
    const page = await getReferral(actor, caseId, true)
    expect(page !== null).toBe(sees[part] !== undefined)
    expect(page?.clinical?.reason).toBe(sees[part] === 'clinical' ? 'Chest pain since Tuesday' : undefined)
    expect(JSON.stringify(await listReferrals(actor, {}))).not.toContain('Chest pain')
    const note = await addClinicalNote.execute(actor, { caseId, body: 'Took his pulse' })
    const { version } = await referralOf(world.actor.nurse, caseId)
    const write = await writeClinical.execute(actor, { caseId, version, reason: 'Changed by someone', diagnosis: '' })
    const expected = sees[part] === 'clinical' ? 'ok' : sees[part] ? 'forbidden' : 'not_found'
    expect([note, write].map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual([expected, expected])
  })

  it.each(everyone)('cannot be had by SQL either: %s', async (part) => {
    const { caseId } = await referralAt(world, 'requested')
    const { userId } = world.actor[part]
    for (const query of [
      'select reason from referral_clinical',
      'select diagnosis from referral_clinical',
      'select * from referral_clinical',
      'select body from referral_clinical_notes',
    ])
      await expect(sqlAs(userId, (sql) => sql.unsafe(query))).rejects.toThrow('permission denied')
    const read = await sqlAs(userId, (sql) => sql`select * from read_clinical(${caseId})`)
    expect(read).toHaveLength(sees[part] === 'clinical' ? 1 : 0)
    const changed = await sqlAs(
      userId,
      (sql) => sql`update referral_clinical set reason = 'x' where case_id = ${caseId} returning case_id`,
    )
    expect(changed).toHaveLength(sees[part] === 'clinical' ? 1 : 0)
    const rows = await sqlAs(userId, (sql) => sql`select case_id from referrals where case_id = ${caseId}`)
    expect(rows).toHaveLength(sees[part] ? 1 : 0)
  })

  it('leave a line in the read log each time, and no word in audit, events or notifications', async () => {
    const { caseId } = await referralAt(world, 'accepted')
    await getReferral(world.actor.healthSupervisor, caseId, true)
    await getReferral(world.actor.healthSupervisor, caseId, false)
    const log =
      await ownerSql()`select record_type from read_log where record_id = ${caseId} and actor_id = ${world.actor.healthSupervisor.userId} order by id`
    expect(log.map((row) => row.record_type).sort()).toEqual(['clinical', 'referral', 'referral'])
    const texts =
      await ownerSql()`select changes::text as text from audit_log union all select data::text from case_events
      union all select data::text from notifications union all select outcome::text from command_log`
    expect(texts.filter(({ text }) => /Chest pain|angina/.test(text))).toEqual([])
  })

  it('are not written into the notes that all of a team read', async () => {
    const { caseId } = await referralAt(world, 'requested')
    expect(await addNote.execute(world.actor.nurse, { caseId, body: 'Chest pain' })).toMatchObject({
      reasons: [{ key: 'referrals.refused.note_apart' }],
    })
  })
})

describe('role × deed', () => {
  it.each(everyone)('records an answer: %s', async (part) => {
    const { caseId } = await referralAt(world, 'requested')
    const { version } = await referralOf(world.actor.nurse, caseId)
    const answer = await recordAccepted.execute(world.actor[part], told(caseId, version))
    const expected: Partial<Record<Part, string>> = {
      nurse: 'ok',
      nurseB: 'ok',
      healthSupervisor: 'ok',
      healthManager: 'forbidden',
    }
    expect(answer.ok ? 'ok' : answer.code).toBe(expected[part] ?? 'not_found')
  })

  it.each(everyone)('sends a draft: %s', async (part) => {
    const { caseId } = await referralAt(world, 'draft')
    const { version } = await referralOf(world.actor.nurse, caseId)
    const answer = await sendReferral.execute(world.actor[part], { caseId, version })
    const expected: Partial<Record<Part, string>> = {
      nurse: 'ok',
      nurseB: 'refused',
      healthSupervisor: 'refused',
      healthManager: 'forbidden',
    }
    expect(answer.ok ? 'ok' : answer.code).toBe(expected[part] ?? 'not_found')
  })
})

describe('the database', () => {
  it('stops open sharing in the moment a consent is withdrawn, and keeps what was agreed', async () => {
    const { caseId, personId } = await referralAt(world, 'requested')
    const { consentId } = await referralOf(world.actor.nurse, caseId)
    await withSystem('test link', (tx) =>
      tx.execute(sql`insert into referral_links (id, case_id, token_hash, code_hash, created_by, expires_at)
        values (gen_random_uuid(), ${caseId}, ${caseId}, ${caseId}, ${world.actor.nurse.userId}, now() + interval '1 day')`),
    )
    await expect(
      withSystem('test', (tx) =>
        tx.execute(sql`update consents set released_fields = '{phone}' where id = ${consentId}`),
      ),
    ).rejects.toThrow()
    good(await withdrawConsent.execute(world.actor.nurseB, { personId, consentId }))
    const [link] = await ownerSql()`select revoked_at from referral_links where case_id = ${caseId}`
    expect(link?.revoked_at).toBeInstanceOf(Date)
    const told =
      await ownerSql()`select user_id from notifications where case_id = ${caseId} and kind = 'consent_withdrawn'`
    expect(told.map((row) => row.user_id)).toEqual([world.actor.nurse.userId])
  })

  it('ends the way in with the referral', async () => {
    const { nurse } = world.actor
    const { caseId } = await referralAt(world, 'requested')
    await withSystem('test link', (tx) =>
      tx.execute(sql`insert into referral_links (id, case_id, token_hash, code_hash, created_by, expires_at)
        values (gen_random_uuid(), ${caseId}, ${caseId}, ${caseId}, ${nurse.userId}, now() + interval '1 day')`),
    )
    const { version } = await referralOf(nurse, caseId)
    good(await cancelReferral.execute(nurse, { caseId, version, why: 'recovered' }))
    const [link] = await ownerSql()`select revoked_at from referral_links where case_id = ${caseId}`
    expect(link?.revoked_at).toBeInstanceOf(Date)
    expect(await recordAttended.execute(nurse, told(caseId, version + 1))).toMatchObject({ code: 'refused' })
  })
})
