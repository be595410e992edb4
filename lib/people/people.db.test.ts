import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../db/testing'
import { makeWorld, type World } from '../../db/testing-world'
import type { Result } from '../commands/result'
import { baghdadDay } from '../format'
import { giveConsent, withdrawConsent } from './consent-commands'
import { recordDisplacement } from './displacement-commands'
import { decideDuplicate } from './duplicate-commands'
import { getPersonFile } from './file-queries'
import { getFlag } from './flag-queries'
import { getEditForm } from './form-queries'
import { changeHead, moveHousehold } from './household-commands'
import { checkIdentity } from './identity-queries'
import { editPerson } from './person-commands'
import { registerPerson } from './register-commands'
import { search } from './search-queries'
import { registerForTest, registration } from './testing-people'
import { recordWashington } from './washington-commands'

let world: World
let nth = 0
/** A name that nobody else has, so that no test sees another's people. */
const unique = () => {
  nth++
  const letters = [...'بتجحدرسصطعفكلمنه']
  const word = (seed: number) =>
    [seed, seed * 7 + 3, seed * 5 + 1, seed * 3 + 11].map((n) => letters[n % letters.length]).join('')
  return { given: word(nth), father: word(nth + 40), birth: { year: String(1930 + nth) } }
}
const refusalOf = (answer: Result<unknown>) =>
  !answer.ok && answer.code === 'refused' ? answer.reasons[0]?.key : answer
const fieldsOf = (answer: Result<unknown>) => (!answer.ok && answer.code === 'invalid' ? answer.fields : answer)

beforeAll(async () => {
  world = await makeWorld()
})

describe('registering', () => {
  it('writes the person, the words, the household, the displacement and the answers', async () => {
    const { caseworker } = world.actor
    const name = unique()
    const washington = {
      seeing: 'no_difficulty',
      hearing: 'no_difficulty',
      walking: 'cannot_do_at_all',
      remembering: 'refused',
      self_care: 'some_difficulty',
      communicating: 'no_difficulty',
    }
    const { personId, householdId } = await registerForTest(caseworker, {
      ...name,
      family: 'الدليمي',
      phone: '٠٧٧٠ ١٢٣ ٤٥٩٩',
      washington,
      originPcode: 'IQG01',
      shelter: 'rented',
      address: 'حي نزال',
    })
    const file = await getPersonFile(caseworker, personId)
    expect(file?.person).toMatchObject({
      givenName: name.given,
      phone: '+9647701234599',
      birthOn: `${name.birth.year}-07-01`,
      birthPrecision: 'year',
      holder: 'Test caseworker',
    })
    expect(file?.household).toHaveLength(1)
    expect(file?.household[0]).toMatchObject({ householdId, headPersonId: personId, relationship: 'head' })
    expect(file?.moves[0]).toMatchObject({ status: 'returnee', fromOn: '2017-05-01', toOn: null, shelter: 'rented' })
    expect(file?.interviews[0]?.walking).toBe('cannot_do_at_all')
    expect(file?.history.map(({ table }) => table)).toContain('people')
    const [log] =
      await ownerSql()`select count(*)::int as n from read_log where record_id = ${personId} and actor_id = ${caseworker.userId}`
    expect(log?.n).toBe(1)
  })

  it('notes that a file was opened by its form as well, and nothing for who may not see it', async () => {
    const { colleague, caseworker2 } = world.actor
    const { personId } = await registerForTest(world.actor.caseworker, unique())
    expect(await getEditForm(colleague, personId)).not.toBeNull()
    expect(await getEditForm(caseworker2, personId)).toBeNull()
    const log = await ownerSql()`select actor_id from read_log where record_id = ${personId}`
    expect(log.map((row) => row.actor_id)).toEqual([colleague.userId])
  })

  it('takes a birth as far as it is known', async () => {
    const { caseworker } = world.actor
    const births = [
      [{ birth: { day: '٢', month: '۳', year: '1985' } }, '1985-03-02', 'day'],
      [{ birth: { month: '3', year: '1985' } }, '1985-03-01', 'month'],
      [{ birth: {}, age: '40' }, expect.stringMatching(/^\d{4}-\d\d-01$/), 'estimated'],
    ] as const
    for (const [told, date, precision] of births) {
      const { personId } = await registerForTest(caseworker, { ...unique(), ...told })
      expect((await getPersonFile(caseworker, personId))?.person).toMatchObject({
        birthOn: date,
        birthPrecision: precision,
      })
    }
  })

  it.each([
    [{ birth: {} }, { birth: 'people.errors.birth' }],
    [{ birth: { year: '1985', day: '3' } }, { birth: 'people.errors.birthMonth' }],
    [{ birth: { year: '1985', month: '2', day: '30' } }, { birth: 'errors.date' }],
    [{ birth: { year: '2150' } }, { birth: 'errors.dateFuture' }],
    [{ phone: '12' }, { phone: 'errors.phone' }],
    [{ documentType: 'passport' }, { documentNumber: 'errors.required' }],
    [{ documentNumber: 'A1' }, { documentType: 'people.errors.documentType' }],
    [{ locationPcode: 'IQG01' }, { locationPcode: 'errors.choose' }],
    [{ originPcode: 'IQG01Q01N03' }, { originPcode: 'errors.choose' }],
    [{ since: '2090-01-01' }, { since: 'errors.dateFuture' }],
    [{ since: '1901-01-01' }, { since: 'people.errors.beforeBirth' }],
    [{ household: 'existing' }, { householdId: 'errors.choose', relationship: 'errors.choose' }],
    [
      { washington: { seeing: 'refused' } },
      expect.objectContaining({ 'washington.hearing': 'people.errors.washington' }),
    ],
    [{ given: ' \u202E ' }, { given: 'errors.required' }],
    [{ given: 'a'.repeat(5_000_000) }, { given: 'errors.tooLong' }],
    [{ address: 'a'.repeat(5_000_000) }, { address: 'errors.tooLong' }],
    [{ someoneElse: 'a'.repeat(5_000_000) }, expect.objectContaining({ someoneElse: expect.any(String) })],
  ])('refuses %#', async (change, fields) => {
    const input = registration(world.actor.caseworker, { ...unique(), ...change })
    expect(fieldsOf(await registerPerson.execute(world.actor.caseworker, input))).toEqual(fields)
  })

  it('stores hostile characters as text, without what cannot be seen', async () => {
    const { caseworker } = world.actor
    const hostile = `O'Neil"; drop table people; -- <script>alert(1)</script>`.slice(0, 58)
    for (const field of ['given', 'father', 'grandfather', 'family', 'address']) {
      const { personId } = await registerForTest(caseworker, { ...unique(), [field]: `\u202E${hostile}\u0000` })
      const person = (await getPersonFile(caseworker, personId))?.person
      expect([
        person?.givenName,
        person?.fatherName,
        person?.grandfatherName,
        person?.familyName,
        person?.address,
      ]).toContain(hostile)
    }
  })

  it('is for caseworkers and supervisors, into their own team', async () => {
    const input = registration(world.actor.caseworker, unique())
    for (const part of ['admin', 'finance', 'analyst', 'manager'] as const)
      expect(await registerPerson.execute(world.actor[part], input)).toEqual({ ok: false, code: 'forbidden' })
    expect(fieldsOf(await registerPerson.execute(world.actor.caseworker2, input))).toEqual({ teamId: 'errors.choose' })
  })

  it('takes the same command twice for one', async () => {
    const { caseworker } = world.actor
    const input = registration(caseworker, unique())
    const commandId = '01890000-0000-7000-8000-000000000001'
    const [first, second] = await Promise.all(
      [1, 2].map(() => registerPerson.execute(caseworker, input, { commandId })),
    )
    expect(first).toEqual(second)
    expect(first?.ok).toBe(true)
  })
})

describe('the identity check', () => {
  it('lets one of two pass who register the same person at once', async () => {
    const input = { ...unique(), family: 'الجميلي', birth: { day: '1', month: '2', year: '1970' } }
    const { caseworker, caseworker2 } = world.actor
    const answers = await Promise.all([
      registerPerson.execute(caseworker, registration(caseworker, input)),
      registerPerson.execute(caseworker2, registration(caseworker2, input)),
      registerPerson.execute(caseworker, registration(caseworker, input)),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok).map(refusalOf)).toEqual([
      'people.refused.looksRegistered',
      'people.refused.looksRegistered',
    ])
  })

  it('asks again when someone else appears, and raises a blocking flag for the same document', async () => {
    const { caseworker, caseworker2, supervisor2, supervisor } = world.actor
    const same = { ...unique(), documentType: 'national_card', documentNumber: '197000000001' }
    const older = await registerForTest(caseworker, same)
    const input = registration(caseworker2, same)
    const refused = await registerPerson.execute(caseworker2, { ...input, someoneElse: 'made-up' })
    expect(refusalOf(refused)).toBe('people.refused.looksRegistered')
    const { personId } = await registerForTest(caseworker2, same)
    const file = await getPersonFile(supervisor2, personId)
    expect(file?.flags).toHaveLength(1)
    const flag = file?.flags[0]
    expect(flag).toMatchObject({ isBlocking: true, state: 'open', isNewer: true })
    const [told] =
      await ownerSql()`select count(*)::int as n from notifications where user_id = ${supervisor2.userId} and kind = 'duplicate_raised'`
    expect(told?.n).toBe(1)

    const verdict = { flagId: flag?.id, verdict: 'same', reason: 'Same card, same face' }
    expect(await decideDuplicate.execute(caseworker2, verdict)).toEqual({ ok: false, code: 'forbidden' })
    // The older record's supervisor sees that there is a flag, but the newer record is not theirs to decide.
    expect(await decideDuplicate.execute(supervisor, verdict)).toEqual({ ok: false, code: 'not_found' })
    const shown = await getFlag(supervisor2, flag?.id ?? '')
    expect(shown?.other).toMatchObject({ personId: null, holder: 'Test caseworker' })
    expect(await decideDuplicate.execute(supervisor2, verdict)).toMatchObject({ ok: true })
    expect(await decideDuplicate.execute(supervisor2, verdict)).toEqual({ ok: false, code: 'conflict' })
    expect((await getPersonFile(supervisor2, personId))?.flags[0]).toMatchObject({ state: 'same', isBlocking: true })

    // Why it was decided are words about the newer record: they stay with who sees that one.
    const { reason } = verdict
    for (const actor of [caseworker2, world.actor.manager])
      expect((await getPersonFile(actor, personId))?.flags[0]?.decisionReason).toBe(reason)
    for (const actor of [caseworker, supervisor])
      expect((await getPersonFile(actor, older.personId))?.flags[0]).toMatchObject({
        state: 'same',
        decisionReason: null,
      })
    expect((await getPersonFile(world.actor.manager, older.personId))?.flags[0]?.decisionReason).toBe(reason)
  })

  it('does not let a supervisor decide on a record of their own', async () => {
    const { supervisor, supervisorB } = world.actor
    const same = { ...unique(), documentType: 'passport', documentNumber: 'A7654321' }
    await registerForTest(supervisorB, same)
    const { personId } = await registerForTest(supervisor, same)
    const flagId = (await getPersonFile(supervisor, personId))?.flags[0]?.id
    const verdict = { flagId, verdict: 'different', reason: 'Different people indeed' }
    expect(refusalOf(await decideDuplicate.execute(supervisor, verdict))).toBe('people.refused.ownFlag')
    expect(await decideDuplicate.execute(supervisorB, verdict)).toMatchObject({ ok: true })
  })

  it('answers minimal cards of the whole register and nothing more', async () => {
    const { caseworker, caseworker2 } = world.actor
    const name = unique()
    const { personId } = await registerForTest(caseworker, {
      ...name,
      phone: '07709998877',
      documentType: 'national_card',
      documentNumber: '198012121212',
      address: 'secret street',
    })
    const typed = { ...name, phone: '07709998877', documentType: 'national_card', documentNumber: '198012121212' }
    const cards = await checkIdentity(caseworker2, typed)
    expect(cards).toHaveLength(1)
    expect(Object.keys(cards[0] ?? {}).sort()).toEqual([
      'birthYear',
      'handle',
      'holder',
      'isAbout',
      'isStrong',
      'name',
      'personId',
      'reasons',
      'sex',
      'subDistrict',
    ])
    expect(cards[0]).toMatchObject({ personId: null, holder: 'Test caseworker' })
    const said = JSON.stringify(cards)
    for (const secret of [personId, '9998877', '198012121212', 'secret street']) expect(said).not.toContain(secret)
    expect((await checkIdentity(caseworker, typed))[0]?.personId).toBe(personId)
    expect(await checkIdentity(caseworker2, { given: name.given })).toEqual([])
    for (const part of ['admin', 'finance', 'analyst', 'manager'] as const)
      expect(await checkIdentity(world.actor[part], typed)).toEqual([])
  })
})

describe('scope', () => {
  it('hides a person of another team in file, search and commands', async () => {
    const { caseworker, caseworker2 } = world.actor
    const name = unique()
    const { personId, householdId } = await registerForTest(caseworker, name)
    expect(await getPersonFile(caseworker2, personId)).toBeNull()
    expect((await search(caseworker2, name.given)).people).toEqual([])
    const commands = [
      recordDisplacement.execute(caseworker2, { personId, status: 'returnee', since: '2020-01-01' }),
      giveConsent.execute(caseworker2, {
        personId,
        purpose: 'registration',
        language: 'ar',
        method: 'signed',
        givenOn: '2026-01-01',
      }),
      editPerson.execute(caseworker2, { ...registration(caseworker2, name), personId, version: 1 }),
      moveHousehold.execute(caseworker2, { personId, movedOn: '2026-01-01' }),
      changeHead.execute(caseworker2, { householdId, version: 1, headPersonId: personId, relationship: 'son' }),
    ]
    for (const answer of await Promise.all(commands)) expect(answer).toEqual({ ok: false, code: 'not_found' })
    const joined = await registerPerson.execute(
      caseworker2,
      registration(caseworker2, { ...unique(), household: 'existing', householdId, relationship: 'son' }),
    )
    expect(fieldsOf(joined)).toEqual({ householdId: 'errors.choose' })
  })

  it('is kept by the database: raw SQL as another team, and as those who read no people', async () => {
    const { personId } = await registerForTest(world.actor.caseworker, unique())
    for (const part of ['caseworker2', 'admin', 'finance', 'analyst'] as const) {
      const seen = await sqlAs(world.actor[part].userId, async (sql) => {
        const counts = [
          await sql`select from people where id = ${personId}`,
          await sql`select from household_members where person_id = ${personId}`,
          await sql`select from displacements where person_id = ${personId}`,
          await sql`select from person_words where person_id = ${personId}`,
          await sql`select from audit_log where subject_id = ${personId}`,
          await sql`update people set address = 'x' where id = ${personId} returning 1`,
        ]
        return counts.reduce((sum, rows) => sum + rows.length, 0)
      })
      expect(seen).toBe(0)
    }
  })
})

describe('editing', () => {
  it('refreshes what finds the person, counts versions and keeps the history', async () => {
    const { caseworker, colleague } = world.actor
    const name = unique()
    const { personId } = await registerForTest(caseworker, name)
    const next = unique()
    const change = { ...registration(caseworker, { ...next, address: 'حي الأندلس' }), personId, version: 1 }
    expect(await editPerson.execute(colleague, change)).toMatchObject({ ok: true })
    expect(await editPerson.execute(caseworker, { ...change, address: 'later' })).toEqual({
      ok: false,
      code: 'conflict',
    })
    expect((await search(caseworker, next.given)).people.map(({ id }) => id)).toContain(personId)
    expect((await search(caseworker, `${name.given} ${name.father}`)).people.map(({ id }) => id)).not.toContain(
      personId,
    )
    const changed = (await getPersonFile(caseworker, personId))?.history.find(
      ({ deed, table }) => deed === 'update' && table === 'people',
    )
    expect(changed?.who).toBe('Test colleague')
    expect(changed?.changes).toContainEqual({ field: 'given_name', from: name.given, to: next.given })
  })
  it('lets one of two edits at once through', async () => {
    const { caseworker, colleague } = world.actor
    const { personId } = await registerForTest(caseworker, unique())
    const change = { ...registration(caseworker, unique()), personId, version: 1 }
    const answers = await Promise.all([
      editPerson.execute(caseworker, change),
      editPerson.execute(colleague, { ...change, address: 'b' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'conflict' })
  })
})

describe('displacement', () => {
  it('is a history without gaps in what was said, overlaps or a future', async () => {
    const { caseworker } = world.actor
    const { personId } = await registerForTest(caseworker, unique())
    const record = (since: string) =>
      recordDisplacement.execute(caseworker, { personId, status: 'host_community', since, originPcode: 'IQG01' })
    expect(fieldsOf(await record('2017-05-01'))).toEqual({ since: 'people.errors.overlaps' })
    expect(fieldsOf(await record('2016-05-01'))).toEqual({ since: 'people.errors.overlaps' })
    expect(fieldsOf(await record('2099-01-01'))).toEqual({ since: 'errors.dateFuture' })
    expect(await record('2020-03-01')).toMatchObject({ ok: true })
    const moves = (await getPersonFile(caseworker, personId))?.moves
    expect(moves?.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
      ['2020-03-01', null],
      ['2017-05-01', '2020-02-29'],
    ])
    const answers = await Promise.all([record('2021-01-01'), record('2021-01-01')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('consent', () => {
  it('is given for a year unless told otherwise, and taken back', async () => {
    const { caseworker } = world.actor
    const { personId } = await registerForTest(caseworker, unique())
    const consent = { personId, purpose: 'livelihood_grant', language: 'ar', method: 'signed', givenOn: '2026-02-28' }
    const given = await giveConsent.execute(caseworker, consent)
    if (!given.ok) throw new Error(JSON.stringify(given))
    await giveConsent.execute(caseworker, { ...consent, purpose: 'registration', givenOn: '2024-02-29', months: 24 })
    const rows = (await getPersonFile(caseworker, personId))?.consents
    expect(rows?.map(({ expiresOn, textVersion }) => [expiresOn, textVersion])).toEqual([
      ['2027-02-28', '2026-1'],
      ['2026-02-28', '2026-1'],
    ])
    const withdraw = () => withdrawConsent.execute(caseworker, { personId, consentId: given.data.consentId })
    expect(await withdraw()).toMatchObject({ ok: true })
    expect(refusalOf(await withdraw())).toBe('people.refused.alreadyWithdrawn')
  })
  it.each([
    [{ method: 'verbal_witnessed' }, { witnessName: 'people.errors.witness' }],
    [{ purpose: 'sharing' }, { recipient: 'people.errors.recipient' }],
    [{ months: 25 }, { months: 'people.errors.consentMonths' }],
    [{ givenOn: '2099-01-01' }, { givenOn: 'errors.dateFuture' }],
    [{ textVersion: '1999-1' }, { language: 'people.errors.consentText' }],
    [{ witnessName: 'a'.repeat(5_000_000) }, { witnessName: 'errors.tooLong' }],
  ])('needs what belongs to it %#', async (change, fields) => {
    const { personId } = await registerForTest(world.actor.caseworker, unique())
    const consent = {
      personId,
      purpose: 'registration',
      language: 'ckb',
      method: 'thumbprint',
      givenOn: '2026-01-01',
      ...change,
    }
    expect(fieldsOf(await giveConsent.execute(world.actor.caseworker, consent))).toEqual(fields)
  })
  it('needs a guardian under 18', async () => {
    const { personId } = await registerForTest(world.actor.caseworker, {
      ...unique(),
      birth: { year: '2015' },
      since: '2019-01-01',
    })
    const consent = { personId, purpose: 'registration', language: 'en', method: 'signed', givenOn: '2026-01-01' }
    expect(fieldsOf(await giveConsent.execute(world.actor.caseworker, consent))).toEqual({
      guardianName: 'people.errors.guardian',
    })
    expect(await giveConsent.execute(world.actor.caseworker, { ...consent, guardianName: 'أم أحمد' })).toMatchObject({
      ok: true,
    })
  })
})

describe('functioning and household', () => {
  it('keeps each interview', async () => {
    const { caseworker } = world.actor
    const { personId } = await registerForTest(caseworker, unique())
    const answers = {
      seeing: 'no_difficulty',
      hearing: 'no_difficulty',
      walking: 'no_difficulty',
      remembering: 'no_difficulty',
      self_care: 'no_difficulty',
      communicating: 'no_difficulty',
    }
    for (const answeredOn of ['2025-01-01', '2026-01-01'])
      expect(await recordWashington.execute(caseworker, { personId, answeredOn, ...answers })).toMatchObject({
        ok: true,
      })
    expect((await getPersonFile(caseworker, personId))?.interviews.map(({ answeredOn }) => answeredOn)).toEqual([
      '2026-01-01',
      '2025-01-01',
    ])
    expect(fieldsOf(await recordWashington.execute(caseworker, { personId, answeredOn: '2026-01-01' }))).toMatchObject({
      seeing: 'errors.choose',
    })
  })

  it('moves members, and its head only after another was chosen', async () => {
    const { caseworker } = world.actor
    const head = await registerForTest(caseworker, unique())
    const other = await registerForTest(caseworker, unique())
    const son = await registerForTest(caseworker, {
      ...unique(),
      household: 'existing',
      householdId: head.householdId,
      relationship: 'son',
    })
    const today = baghdadDay(new Date())
    const move = (personId: string, to: string | null) =>
      moveHousehold.execute(caseworker, { personId, householdId: to, relationship: 'other_relative', movedOn: today })
    expect(refusalOf(await move(head.personId, other.householdId))).toBe('people.refused.headLeaves')
    expect(fieldsOf(await move(son.personId, head.householdId))).toEqual({ householdId: 'people.errors.sameHousehold' })
    const change = { householdId: head.householdId, version: 1, headPersonId: son.personId, relationship: 'parent' }
    expect(await changeHead.execute(caseworker, change)).toMatchObject({ ok: true })
    expect(await changeHead.execute(caseworker, change)).toEqual({ ok: false, code: 'conflict' })
    expect(await move(head.personId, other.householdId)).toMatchObject({ ok: true })
    const members = (await getPersonFile(caseworker, other.personId))?.household.map(({ personId }) => personId)
    expect(members).toEqual([other.personId, head.personId])
    expect(refusalOf(await move(son.personId, null))).toBe('people.refused.alreadyAlone')
    expect(await move(head.personId, null)).toMatchObject({ ok: true })
  })
})
