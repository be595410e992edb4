import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good } from '../../../db/testing-grant'
import { makeFacility, referralAt, referralForm, referralOf, type TestReferral } from '../../../db/testing-referral'
import { makePerson, makeWorld, type Part, type World } from '../../../db/testing-world'
import { withdrawConsent } from '../../people/consent-commands'
import { cancelReferral } from '../follow-commands'
import { getReferral } from '../queries'
import { recordAccepted } from '../record-commands'
import { createReferral } from '../refer-commands'
import { answerOnPage } from './answer'
import { issueLink, recordTold, revokeLink } from './commands'
import { lookAt, openByCode, openByToken } from './open'
import { type OpenPage, readPage } from './page'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  await ownerSql()`delete from sign_in_throttle`
})

const here = '192.0.2.1'
const wrongToken = 'A'.repeat(22)

const issue = async (caseId: string) => good(await issueLink.execute(world.actor.nurse, { caseId }))

async function opened(token: string): Promise<OpenPage> {
  const opening = await openByToken(token, here)
  if (opening.state !== 'opened') throw new Error(`not opened: ${opening.state}`)
  return opening
}

async function openedOf(referral: TestReferral) {
  const { token } = await issue(referral.caseId)
  return { token, page: await opened(token) }
}

async function shown(page: OpenPage) {
  const state = await readPage(page)
  if (state.state !== 'open') throw new Error(`not open: ${state.state}`)
  return state.page
}

const answer = async (page: OpenPage, given: object) =>
  answerOnPage(page, { version: (await shown(page)).version, ...given })

const linkOf = async (caseId: string) =>
  (await ownerSql()`select * from referral_links where case_id = ${caseId} order by id desc limit 1`)[0]

const disclosuresOf = (caseId: string) =>
  ownerSql()`select * from disclosures where case_id = ${caseId} order by at, id`

describe('a link for the facility', () => {
  it('is kept as hashes alone, and its disclosure names exactly what the consent releases', async () => {
    const { caseId, personId } = await referralAt(world, 'requested')
    const { token, code } = await issue(caseId)
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    expect(code).toMatch(/^\d{10}$/)
    const everything = JSON.stringify([
      await ownerSql()`select * from referral_links where case_id = ${caseId}`,
      await ownerSql()`select * from audit_log where subject_id in (${caseId}, ${personId})`,
      await ownerSql()`select * from command_log`,
      await ownerSql()`select * from case_events where case_id = ${caseId}`,
    ])
    for (const secret of [token, code]) expect(everything).not.toContain(secret)
    const [disclosure] = await disclosuresOf(caseId)
    expect(disclosure).toMatchObject({
      person_id: personId,
      channel: 'facility_page',
      basis: 'consent',
      fields: ['name', 'sex', 'birth_date', 'reason'],
      recipient_en: 'Falluja Teaching Hospital',
      made_by: world.actor.nurse.userId,
      first_read_at: null,
    })
  })

  it('stops the one before, in the register too', async () => {
    const { caseId } = await referralAt(world, 'requested')
    const first = await issue(caseId)
    const second = await issue(caseId)
    expect(await lookAt(first.token, here)).toBe('over')
    expect(await openByToken(first.token, here)).toEqual({ state: 'over' })
    expect(await lookAt(second.token, here)).toBe('open')
    expect((await disclosuresOf(caseId)).map((row) => row.ended_because)).toEqual(['revoked', null])
  })

  it('of two made at once leaves one', async () => {
    const { caseId } = await referralAt(world, 'requested')
    const made = await Promise.all([issue(caseId), issue(caseId), issue(caseId)])
    const states = await Promise.all(made.map(({ token }) => lookAt(token, here)))
    expect(states.filter((state) => state === 'open')).toHaveLength(1)
  })

  it.each<[Part, string]>([
    ['nurse', 'ok'],
    ['healthSupervisor', 'ok'],
    // A colleague sees the referral, not its medical facts: the link would show them.
    ['nurseB', 'forbidden'],
    ['healthManager', 'forbidden'],
    ['nurse2', 'not_found'],
    ['caseworker', 'not_found'],
    ['supervisor', 'not_found'],
    ['analyst', 'not_found'],
    ['finance', 'not_found'],
    ['admin', 'not_found'],
  ])('is made by those who may read the medical facts: %s', async (part, outcome) => {
    const { caseId } = await referralAt(world, 'requested')
    const made = await issueLink.execute(world.actor[part], { caseId })
    expect(made.ok ? 'ok' : made.code).toBe(outcome)
  })

  it('cannot be slipped in by raw SQL by a colleague who may not read the medical facts', async () => {
    const { caseId } = await referralAt(world, 'requested')
    const insert = (part: Part) =>
      sqlAs(
        world.actor[part].userId,
        (sql) => sql`insert into referral_links (id, case_id, token_hash, code_hash, created_by, expires_at)
          values (gen_random_uuid(), ${caseId}, ${`forged-${part}`}, 'x', ${world.actor[part].userId}, now() + interval '1 day')`,
      )
    await expect(insert('nurseB')).rejects.toMatchObject({ code: '42501' })
    await expect(
      sqlAs(world.actor.nurse.userId, (sql) => sql`select token_hash from referral_links`),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it.each(['draft', 'completed', 'closed'] as const)('is not made of a referral that is %s', async (status) => {
    const { caseId } = await referralAt(world, status)
    expect(await issueLink.execute(world.actor.nurse, { caseId })).toMatchObject({
      reasons: [{ key: 'loop.refused.link_not_now' }],
    })
  })

  it('ends two weeks after the person should have been seen, and never after the consent', async () => {
    const { caseId } = await referralAt(world, 'requested')
    const { dueAt, consentId } = await referralOf(world.actor.nurse, caseId)
    const { expiresAt } = await issue(caseId)
    expect(expiresAt.getTime() - (dueAt?.getTime() ?? 0)).toBe(14 * 86_400_000)
    await ownerSql()`update consents set expires_on = app_today() + 3 where id = ${consentId}`
    const shorter = await issue(caseId)
    expect(shorter.expiresAt.getTime()).toBeLessThan(Date.now() + 4 * 86_400_000)
  })

  it('is made neither on a consent that is over nor for a facility that closed', async () => {
    const closed = await referralAt(world, 'requested')
    await ownerSql()`update facilities set closed_on = current_date where id = ${closed.facilityId}`
    expect(await issueLink.execute(world.actor.nurse, { caseId: closed.caseId })).toMatchObject({
      reasons: [{ key: 'loop.refused.facility_closed' }],
    })
    const { caseId } = await referralAt(world, 'requested')
    const { consentId } = await referralOf(world.actor.nurse, caseId)
    await ownerSql()`update consents set expires_on = app_today() - 1, given_on = app_today() - 9 where id = ${consentId}`
    expect(await issueLink.execute(world.actor.nurse, { caseId })).toMatchObject({
      reasons: [{ key: 'loop.refused.sharing_over' }],
    })
  })

  it('shows in the page of the referral how it was used, without its secrets', async () => {
    const referral = await referralAt(world, 'requested')
    const { token } = await openedOf(referral)
    await opened(token)
    const page = await getReferral(world.actor.nurseB, referral.caseId, false)
    expect(page?.link).toMatchObject({ state: 'live', openings: 2, createdBy: 'Test nurse' })
    expect(JSON.stringify(page?.link)).not.toContain(token)
    good(await revokeLink.execute(world.actor.nurseB, { caseId: referral.caseId }))
    expect((await getReferral(world.actor.nurse, referral.caseId, false))?.link).toMatchObject({ state: 'revoked' })
    expect(await revokeLink.execute(world.actor.nurse, { caseId: referral.caseId })).toMatchObject({
      reasons: [{ key: 'loop.refused.no_link' }],
    })
  })
})

describe('a token', () => {
  it('that is guessed finds nothing, and after sixty an address must wait, also for a right one', async () => {
    const { caseId } = await referralAt(world, 'requested')
    const { token } = await issue(caseId)
    for (let tries = 0; tries < 60; tries++) expect(await lookAt(wrongToken, here)).toBe('unknown')
    expect(await lookAt(wrongToken, here)).toBe('wait')
    expect(await openByToken(token, here)).toEqual({ state: 'wait' })
    expect(await lookAt(token, '192.0.2.2')).toBe('open')
    await ownerSql()`update sign_in_throttle set last_at = now() - interval '16 minutes'`
    expect(await lookAt(token, here)).toBe('open')
  })

  it('that is looked at is not opened: a messenger’s preview counts for nothing', async () => {
    const { caseId } = await referralAt(world, 'requested')
    const { token } = await issue(caseId)
    expect(await lookAt(token, here)).toBe('open')
    expect(await linkOf(caseId)).toMatchObject({ openings: 0, first_opened_at: null, page_hash: null })
    await opened(token)
    expect(await linkOf(caseId)).toMatchObject({ openings: 1, first_opened_at: expect.any(Date) })
    expect((await disclosuresOf(caseId))[0]).toMatchObject({ first_read_at: expect.any(Date) })
  })

  it('that has run out opens nothing, and neither does a page opened before', async () => {
    const referral = await referralAt(world, 'requested')
    const { token, page } = await openedOf(referral)
    await ownerSql()`update referral_links set expires_at = now() - interval '1 second' where case_id = ${referral.caseId}`
    expect(await lookAt(token, here)).toBe('over')
    expect(await openByToken(token, here)).toEqual({ state: 'over' })
    expect(await readPage(page)).toEqual({ state: 'over' })
    const { version } = await referralOf(world.actor.nurse, referral.caseId)
    expect(await answerOnPage(page, { version, deed: 'accept' })).toMatchObject({ done: false, wrong: 'gone' })
    expect((await referralOf(world.actor.nurse, referral.caseId)).status).toBe('requested')
  })

  it('that was used says so, and takes no more', async () => {
    const referral = await referralAt(world, 'requested')
    const { token, page } = await openedOf(referral)
    expect(await answer(page, { deed: 'reject', rejectReason: 'no_capacity' })).toEqual({ done: true })
    expect(await lookAt(token, here)).toBe('used')
    expect(await openByToken(token, here)).toEqual({ state: 'used' })
    expect(await readPage(page)).toEqual({ state: 'used' })
    expect(await answerOnPage(page, { version: 3, deed: 'accept' })).toMatchObject({ wrong: 'gone' })
    expect((await disclosuresOf(referral.caseId))[0]).toMatchObject({ ended_because: 'finished' })
  })

  it.each([
    ['revoked', (referral: TestReferral) => revokeLink.execute(world.actor.nurse, { caseId: referral.caseId })],
    [
      'of a referral that we cancelled',
      async (referral: TestReferral) => {
        const { version } = await referralOf(world.actor.nurse, referral.caseId)
        return cancelReferral.execute(world.actor.nurse, { caseId: referral.caseId, version, why: 'recovered' })
      },
    ],
    [
      'whose consent was withdrawn after it was sent',
      async (referral: TestReferral) => {
        const { consentId } = await referralOf(world.actor.nurse, referral.caseId)
        return withdrawConsent.execute(world.actor.nurse, { personId: referral.personId, consentId })
      },
    ],
  ])('that is %s shows nothing, opened or not', async (_, end) => {
    const referral = await referralAt(world, 'requested')
    const { token, page } = await openedOf(referral)
    good<unknown>(await end(referral))
    expect(await lookAt(token, here)).toBe('over')
    expect(await openByToken(token, here)).toEqual({ state: 'over' })
    expect(await readPage(page)).toEqual({ state: 'over' })
  })

  it('whose consent ran out meanwhile shows nothing', async () => {
    const referral = await referralAt(world, 'requested')
    const { token, page } = await openedOf(referral)
    const { consentId } = await referralOf(world.actor.nurse, referral.caseId)
    await ownerSql()`update consents set expires_on = app_today() - 1, given_on = app_today() - 9 where id = ${consentId}`
    expect(await lookAt(token, here)).toBe('over')
    expect(await readPage(page)).toEqual({ state: 'over' })
  })

  it('that is shared belongs to whoever opened last; the page before is told and answers no more', async () => {
    const referral = await referralAt(world, 'requested')
    const { token, page: older } = await openedOf(referral)
    const newer = await opened(token)
    expect(await readPage(older)).toEqual({ state: 'elsewhere', openedAt: expect.any(Date) })
    const { version } = await shown(newer)
    expect(await answerOnPage(older, { version, deed: 'accept' })).toMatchObject({
      wrong: 'gone',
      now: { state: 'elsewhere' },
    })
    expect(await answerOnPage(newer, { version, deed: 'accept' })).toEqual({ done: true })
  })

  it('of a facility that closed meanwhile still answers: whoever stands before its door is helped', async () => {
    const referral = await referralAt(world, 'requested')
    const { token } = await issue(referral.caseId)
    await ownerSql()`update facilities set closed_on = current_date where id = ${referral.facilityId}`
    const page = await opened(token)
    expect(await answer(page, { deed: 'accept' })).toEqual({ done: true })
    const facts = (await getReferral(world.actor.nurse, referral.caseId, false))?.facts
    expect(facts?.facility_closed).toBe(true)
  })

  it('opens no page to who has no page of it, or another’s', async () => {
    const referral = await referralAt(world, 'requested')
    const { caseId } = referral
    await issue(caseId)
    const link = await linkOf(caseId)
    expect(await readPage({ linkId: link?.id, page: 'guess' })).toEqual({ state: 'unknown' })
    const other = await openedOf(await referralAt(world, 'requested'))
    await openedOf(referral)
    const { id } = (await linkOf(caseId)) ?? {}
    expect((await readPage({ linkId: id, page: other.page.page })).state).toBe('elsewhere')
  })
})

describe('a short code', () => {
  it('opens with its reference, typed as people type', async () => {
    const { caseId, reference } = await referralAt(world, 'requested')
    const { code } = await issue(caseId)
    const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    const typed = [
      { reference, code },
      { reference: reference.toLowerCase(), code: `${code.slice(0, 3)} ${code.slice(3, 6)}-${code.slice(6)}` },
      { reference: arabic(reference.slice(4)), code: arabic(code) },
    ]
    for (const one of typed) expect((await openByCode(one, here)).state).toBe('opened')
  })

  it('answers the same whether the reference, the code or the time is wrong', async () => {
    const { caseId, reference } = await referralAt(world, 'requested')
    const { code } = await issue(caseId)
    const wrong = code === '0000000000' ? '1111111111' : '0000000000'
    const unknown = { state: 'unknown' }
    expect(await openByCode({ reference, code: wrong }, here)).toEqual(unknown)
    expect(await openByCode({ reference: 'REF-2026-99999', code }, here)).toEqual(unknown)
    expect(await openByCode({ reference: '', code: '' }, here)).toEqual(unknown)
    await ownerSql()`update referral_links set expires_at = now() - interval '1 second' where case_id = ${caseId}`
    expect(await openByCode({ reference, code }, here)).toEqual(unknown)
  })

  it('is not looked at after ten wrong ones for a reference from anywhere, however many at once', async () => {
    const { caseId, reference } = await referralAt(world, 'requested')
    const { code } = await issue(caseId)
    const guesses = Array.from({ length: 14 }, (_, index) =>
      openByCode({ reference, code: String(index).padStart(10, '9') }, `192.0.2.${index}`),
    )
    const states = (await Promise.all(guesses)).map(({ state }) => state)
    expect(states.filter((state) => state === 'wait')).toHaveLength(4)
    expect(await openByCode({ reference, code }, '192.0.2.99')).toEqual({ state: 'wait' })
    expect((await linkOf(caseId))?.failed_codes).toBe(10)
  })

  it('waits for a reference that does not exist just the same', async () => {
    const states: string[] = []
    for (let tries = 0; tries < 12; tries++)
      states.push((await openByCode({ reference: 'REF-2026-88888', code: '1234567890' }, here)).state)
    expect(states.slice(-2)).toEqual(['wait', 'wait'])
  })

  it('is no good any more after twenty wrong ones, while the address is', async () => {
    const { caseId, reference } = await referralAt(world, 'requested')
    const { code, token } = await issue(caseId)
    await ownerSql()`update referral_links set failed_codes = 20 where case_id = ${caseId}`
    expect(await openByCode({ reference, code }, here)).toEqual({ state: 'unknown' })
    expect((await openByToken(token, here)).state).toBe('opened')
  })
})

describe('a facility’s page', () => {
  it('shows what the consent releases, and reads nothing else', async () => {
    const referral = await referralAt(world, 'requested', { releasedFields: ['sex', 'phone'] })
    const { page } = await openedOf(referral)
    const { released } = await shown(page)
    expect(released).toMatchObject({ fields: ['sex', 'phone'], sex: 'male' })
    for (const kept of ['name', 'birth_on', 'place_en', 'document_number', 'guardian', 'reason', 'diagnosis'] as const)
      expect(released[kept], kept).toBeNull()
  })

  it('shows in an emergency without consent only what it takes to know and treat someone', async () => {
    const { personId } = await makePerson(world.actor.nurse)
    const form = {
      ...referralForm,
      personId,
      facilityId: await makeFacility(),
      consent: 'emergency',
      priority: 'emergency_24h',
      service: 'emergency',
      emergencyReason: 'Unconscious after a blast',
    }
    const { caseId } = good(await createReferral.execute(world.actor.nurse, form))
    const page = await opened((await issue(caseId)).token)
    const { released } = await shown(page)
    expect(released).toMatchObject({ sex: 'male', reason: referralForm.reason, diagnosis: null, phone: null })
    expect((await disclosuresOf(caseId))[0]).toMatchObject({
      basis: 'emergency',
      fields: ['name', 'sex', 'birth_date', 'reason'],
    })
  })

  it('goes from received to the outcome, each known to come from the facility, and tells the caseworker', async () => {
    const referral = await referralAt(world, 'requested')
    const { page } = await openedOf(referral)
    const steps = [
      { deed: 'receive' },
      { deed: 'accept' },
      { deed: 'set_appointment', on: { day: '١', month: '٣', year: '٢٠٢٧' }, at: '٩:٣٠' },
      { deed: 'miss' },
      { deed: 'set_appointment', on: '2027-03-08', at: '10' },
      { deed: 'attend' },
      { deed: 'complete', outcome: 'prescribed', remark: 'Angina, nitrates given' },
    ]
    for (const step of steps) expect(await answer(page, step), step.deed).toEqual({ done: true })
    const [row] =
      await ownerSql()`select c.status, r.outcome, r.appointment_at from cases c join referrals r on r.case_id = c.id
      where c.id = ${referral.caseId}`
    expect(row).toMatchObject({
      status: 'completed',
      outcome: 'prescribed',
      appointment_at: new Date('2027-03-08T10:00:00+03:00'),
    })
    const events = await ownerSql()`select actor_id, data from case_events where case_id = ${referral.caseId}
      and kind = 'moved' and data ->> 'deed' <> 'send' order by version`
    expect(events.map(({ data }) => data.deed)).toEqual(steps.map(({ deed }) => deed))
    expect(events.every(({ actor_id, data }) => actor_id === null && data.source === 'facility_page')).toBe(true)
    const told =
      await ownerSql()`select user_id from notifications where case_id = ${referral.caseId} and kind = 'referral_answered'`
    expect(told.map(({ user_id }) => user_id)).toEqual(steps.map(() => world.actor.nurse.userId))
    const [note] =
      await ownerSql()`select body, author_id from referral_clinical_notes where case_id = ${referral.caseId}`
    expect(note).toEqual({ body: 'Angina, nitrates given', author_id: null })
    // What the facility wrote is medical: it stands nowhere else.
    const elsewhere = JSON.stringify([
      await ownerSql()`select * from audit_log where subject_id = ${referral.caseId}`,
      await ownerSql()`select * from case_events where case_id = ${referral.caseId}`,
      await ownerSql()`select * from notifications where case_id = ${referral.caseId}`,
    ])
    expect(elsewhere).not.toContain('nitrates')
  })

  it('takes of two answers at once one; the second is told where it stands', async () => {
    const referral = await referralAt(world, 'requested')
    const { page } = await openedOf(referral)
    const { version } = await shown(page)
    const both = await Promise.all([
      answerOnPage(page, { version, deed: 'accept' }),
      answerOnPage(page, { version, deed: 'receive' }),
      recordAccepted.execute(world.actor.nurse, { caseId: referral.caseId, version, source: 'phone' }),
    ])
    const won = both.filter((one) => ('done' in one ? one.done : one.ok))
    expect(won).toHaveLength(1)
    const late = await answerOnPage(page, { version, deed: 'accept' })
    expect(late).toMatchObject({ done: false, wrong: 'meanwhile', now: { state: 'open' } })
  })

  it('refuses an answer out of order, a day gone by and what no form sends', async () => {
    const referral = await referralAt(world, 'requested')
    const { page } = await openedOf(referral)
    expect(await answer(page, { deed: 'complete', outcome: 'treated' })).toMatchObject({ wrong: 'order' })
    expect(await answer(page, { deed: 'close' })).toMatchObject({ wrong: 'invalid' })
    expect(await answer(page, { deed: 'reject', rejectReason: 'I like not' })).toMatchObject({
      wrong: 'invalid',
      fields: { rejectReason: 'errors.choose' },
    })
    expect(await answer(page, { deed: 'accept' })).toEqual({ done: true })
    expect(await answer(page, { deed: 'set_appointment', on: '2020-01-01', at: '9:00' })).toMatchObject({
      fields: { on: 'errors.datePast' },
    })
    expect(await answer(page, { deed: 'set_appointment', on: '2027-02-30', at: '25:00' })).toMatchObject({
      fields: { on: 'errors.date', at: 'errors.time' },
    })
    expect((await referralOf(world.actor.nurse, referral.caseId)).status).toBe('accepted')
  })
})

describe('what was told by phone or on paper', () => {
  it('enters the register, and only what may be released can', async () => {
    const { caseId } = await referralAt(world, 'requested')
    const { nurseB } = world.actor
    good(await recordTold.execute(nurseB, { caseId, channel: 'phone', fields: ['name', 'sex'] }))
    expect((await disclosuresOf(caseId))[0]).toMatchObject({
      channel: 'phone',
      fields: ['name', 'sex'],
      basis: 'consent',
    })
    expect(await recordTold.execute(nurseB, { caseId, channel: 'paper', fields: ['document'] })).toMatchObject({
      fields: { fields: 'loop.errors.notReleased' },
    })
    expect(await recordTold.execute(nurseB, { caseId, channel: 'phone' })).toMatchObject({
      fields: { fields: 'errors.choose' },
    })
    expect(await recordTold.execute(world.actor.nurse2, { caseId, channel: 'phone', fields: ['name'] })).toMatchObject({
      code: 'not_found',
    })
  })
})
