import { Fhir } from 'fhir'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '../../../app/api/fhir/[[...path]]/route'
import { readSession } from '../../../db/client'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good } from '../../../db/testing-grant'
import { makeFacility, referralAt, referralForm, referralOf } from '../../../db/testing-referral'
import { makePerson, makeWorld, type TestPerson, type World } from '../../../db/testing-world'
import { agreeKey, askKey, revokeKey } from '../../admin/keys/commands'
import { hashToken, newToken } from '../../auth/token'
import { newId } from '../../ids'
import { withdrawConsent } from '../../people/consent-commands'
import { emergencyFields } from '../domain'
import { cancelReferral } from '../follow-commands'
import { createReferral } from '../refer-commands'
import { requestStatusOf, sentStatuses, taskStatusOf } from './codes'
import { mostRequests } from './disclose'

type Json = { resourceType: string; id?: string; [key: string]: unknown }
type Bundle = Json & { type: string; link: { relation: string; url: string }[]; entry?: { resource: Json }[] }

let world: World
let key: string
let clinicalKey: string
let referral: Awaited<ReturnType<typeof referralAt>>
let foreign: Awaited<ReturnType<typeof referralAt>>

const nextYear = () => new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
const form = (facilities: string[], change: object = {}) => ({
  name: 'Hospital system',
  recipientEn: 'Directorate of Health',
  recipientAr: 'دائرة الصحة',
  scopes: ['fhir.read'],
  facilities,
  expiresOn: nextYear(),
  ...change,
})

async function makeKey(facilities: string[], change: object = {}): Promise<{ keyId: string; secret: string }> {
  const asked = good(await askKey.execute(world.actor.admin, form(facilities, change)))
  good(await agreeKey.execute(world.actor.admin2, { keyId: asked.keyId }))
  return asked
}

const base = 'http://127.0.0.1/api/fhir'
const ask = (path: string, headers: Record<string, string>) => GET(new Request(`${base}/${path}`, { headers }))
async function read<T = Json>(path: string, secret = key): Promise<{ status: number; body: T }> {
  const response = await ask(path, { authorization: `Bearer ${secret}` })
  // What the server sends is JSON of a shape that each test looks at.
  return { status: response.status, body: (await response.json()) as T }
}
const found = async (path: string, secret = key) => {
  const { status, body } = await read<Bundle>(path, secret)
  expect(status, path).toBe(200)
  return (body.entry ?? []).map((entry) => entry.resource.id)
}

const validator = new Fhir()
function expectValid(resource: object) {
  const { messages } = validator.validate(resource, { errorOnUnexpected: true })
  const wrong = messages?.filter((one) => one.severity === 'error' || one.severity === 'fatal')
  expect(wrong, JSON.stringify(resource).slice(0, 200)).toEqual([])
}

beforeAll(async () => {
  world = await makeWorld()
  referral = await referralAt(world, 'completed', {
    releasedFields: ['name', 'sex', 'birth_date', 'place', 'reason', 'diagnosis'],
  })
  foreign = await referralAt(world, 'requested')
  key = (await makeKey([referral.facilityId])).secret
  clinicalKey = (await makeKey([referral.facilityId], { name: 'Clinical', scopes: ['fhir.read', 'fhir.clinical'] }))
    .secret
})

describe('a key', () => {
  it('opens nothing until a second admin agreed, nor once it is revoked or has run out', async () => {
    const { admin, admin2 } = world.actor
    const { keyId, secret } = good(await askKey.execute(admin, form([referral.facilityId])))
    expect(secret).toMatch(/^sanad_[A-Za-z0-9_-]{43}$/)
    expect((await read('ServiceRequest', secret)).status).toBe(401)
    expect(await agreeKey.execute(admin, { keyId })).toMatchObject({ reasons: [{ key: 'apiKeys.refused.own' }] })
    good(await agreeKey.execute(admin2, { keyId }))
    expect((await read('ServiceRequest', secret)).status).toBe(200)
    await ownerSql()`update api_keys set expires_at = now() - interval '1 second' where id = ${keyId}`
    expect((await read('ServiceRequest', secret)).status).toBe(401)
    await ownerSql()`update api_keys set expires_at = now() + interval '1 day' where id = ${keyId}`
    good(await revokeKey.execute(admin, { keyId }))
    expect((await read('ServiceRequest', secret)).status).toBe(401)
  })

  it('is kept as a hash alone, and asked for by admins alone', async () => {
    const rows = await ownerSql()`select k::text as text from api_keys k`
    expect(rows.map((row) => row.text).join()).not.toContain(key.slice(12))
    const log = await ownerSql()`select changes::text as text from audit_log where table_name = 'api_keys'`
    expect(log.length).toBeGreaterThan(0)
    expect(log.map((row) => row.text).join()).not.toContain('key_hash')
    for (const part of ['nurse', 'healthSupervisor', 'healthManager', 'healthAnalyst', 'finance'] as const) {
      expect(await askKey.execute(world.actor[part], form([referral.facilityId]))).toEqual({
        ok: false,
        code: 'forbidden',
      })
      const seen = await sqlAs(
        world.actor[part].userId,
        (sql) => sql`select id from api_keys union all select id from api_reads`,
      )
      expect(seen).toHaveLength(0)
    }
  })

  it('cannot be agreed to by who asked, not even by SQL', async () => {
    const { keyId } = good(await askKey.execute(world.actor.admin, form([referral.facilityId])))
    const agree = sqlAs(
      world.actor.admin.userId,
      (sql) =>
        sql`update api_keys set approved_by = ${world.actor.admin.userId}, approved_at = now() where id = ${keyId}`,
    )
    await expect(agree).rejects.toMatchObject({ code: 'SA422' })
  })

  it.each([
    ['longer than a year', { expiresOn: '2099-01-01' }, 'expiresOn'],
    ['that ran out already', { expiresOn: '2020-01-01' }, 'expiresOn'],
    ['without a facility', { facilities: [] }, 'facilities'],
    ['for a facility that is none', { facilities: [newId()] }, 'facilities'],
    ['for medical facts alone', { scopes: ['fhir.clinical'] }, 'scopes'],
  ])('is not asked for %s', async (_, change, field) => {
    const answer = await askKey.execute(world.actor.admin, form([referral.facilityId], change))
    expect(answer).toMatchObject({ ok: false, code: 'invalid', fields: { [field]: expect.any(String) } })
  })
})

describe('without a key', () => {
  it.each([
    ['nothing', {}],
    ['a session', { cookie: 'sanad-session=abc; __Host-sanad-session=abc' }],
    ['another scheme', { authorization: 'Basic c2FuYWQ6c2FuYWQ=' }],
    ['a key that was never made', { authorization: `Bearer sanad_${'A'.repeat(43)}` }],
    ['a key that is SQL', { authorization: `Bearer ' or 1=1 --` }],
  ])('%s opens nothing', async (_, headers) => {
    for (const path of [
      'ServiceRequest',
      `ServiceRequest/${referral.caseId}`,
      `Patient/${referral.personId}`,
      'Nothing',
      '',
    ]) {
      const response = await ask(path, headers)
      expect(response.status, path).toBe(401)
      expect(response.headers.get('www-authenticate')).toContain('Bearer')
      const body: Json = await response.json()
      expectValid(body)
      expect(JSON.stringify(body)).toContain('"login"')
    }
  })

  it('the session of no role opens anything, as a cookie or in the place of a key', async () => {
    for (const [part, { userId }] of Object.entries(world.actor)) {
      const token = newToken()
      await ownerSql()`insert into sessions (id, user_id, token_hash, expires_at)
        values (${newId()}, ${userId}, ${hashToken(token)}, now() + interval '1 hour')`
      expect(await readSession(hashToken(token)), part).toMatchObject({ user_id: userId })
      for (const headers of [
        { cookie: `sanad-session=${token}; __Host-sanad-session=${token}` },
        { authorization: `Bearer ${token}` },
        { authorization: `Bearer sanad_${token}` },
      ])
        for (const path of [`ServiceRequest/${referral.caseId}`, `Patient/${referral.personId}`, 'Task'])
          expect((await ask(path, headers)).status, part).toBe(401)
    }
  })

  it('only what the server can do is told', async () => {
    const response = await ask('metadata', {})
    expect(response.headers.get('content-type')).toContain('application/fhir+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expectValid(await response.json())
  })

  it('nothing is written, by any method', async () => {
    const response = POST()
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
    expectValid(await response.json())
  })
})

describe('resources', () => {
  it('are valid FHIR R4, alone and in their bundles', async () => {
    const types = [
      'ServiceRequest',
      'Task',
      'Patient',
      'Organization',
      'Location',
      'Consent',
      'Provenance',
      'CodeSystem',
    ]
    for (const secret of [key, clinicalKey])
      for (const type of types) {
        const { body } = await read<Bundle>(type, secret)
        expectValid(body)
        expect(body.entry?.length, type).toBeGreaterThan(0)
        for (const { resource } of body.entry ?? []) {
          expectValid(resource)
          const one = await read(`${type}/${resource.id}`, secret)
          expect([one.status, one.body]).toEqual([200, resource])
        }
      }
    const { body } = await read<Bundle>(`ServiceRequest/${referral.caseId}/$everything`)
    expectValid(body)
    expect(body.entry?.map((entry) => entry.resource.resourceType).sort()).toEqual(
      ['Consent', 'Location', 'Organization', 'Patient', 'Provenance', 'ServiceRequest', 'Task'].sort(),
    )
  })

  it('the validator would have said otherwise', () => {
    const { valid } = validator.validate({ resourceType: 'Task', status: 'received!', intent: 'order' })
    expect(valid).toBe(false)
  })

  // FHIR R4 (4.0.1), required bindings of what we write.
  const requestStatus = ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']
  const taskStatus =
    'draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error'.split(
      ' ',
    )
  it.each(sentStatuses)('say %s in words of FHIR', (status) => {
    expect(requestStatus).toContain(requestStatusOf(status))
    expect(taskStatus).toContain(taskStatusOf(status))
  })

  it('hold what was released and nothing else', async () => {
    const { body } = await read<Bundle>(`ServiceRequest/${referral.caseId}/$everything`)
    const text = JSON.stringify(body)
    expect(text).toContain('العيساوي')
    expect(text).not.toMatch(/Chest pain|angina|Test nurse|\+964/)
    const patient = (await read(`Patient/${referral.personId}`)).body
    expect(Object.keys(patient).sort()).toEqual(['address', 'birthDate', 'gender', 'id', 'name', 'resourceType'])
    const clinical = (await read(`ServiceRequest/${referral.caseId}`, clinicalKey)).body
    expect(clinical.reasonCode).toEqual([{ text: 'Chest pain since Tuesday' }, { text: 'Suspected angina' }])
  })

  it('of a consent that does not release the reason hold none, whatever the key', async () => {
    const other = await referralAt(world, 'requested', { releasedFields: ['sex'] })
    const { secret } = await makeKey([other.facilityId], { scopes: ['fhir.read', 'fhir.clinical'] })
    const text = JSON.stringify((await read(`ServiceRequest/${other.caseId}/$everything`, secret)).body)
    expect(text).not.toMatch(/Chest pain|angina|العيساوي|1985/)
    expect(text).toContain('"gender":"male"')
  })

  it('a consent that releases only the reason opens nothing to a key without that scope', async () => {
    const other = await referralAt(world, 'requested', { releasedFields: ['reason'] })
    const { secret } = await makeKey([other.facilityId])
    expect((await read(`ServiceRequest/${other.caseId}`, secret)).status).toBe(404)
  })
})

describe('reach', () => {
  it('ends at the facilities of the key', async () => {
    for (const path of ['ServiceRequest', 'Task', 'Provenance'])
      expect((await read(`${path}/${foreign.caseId}`)).status).toBe(404)
    expect((await read(`ServiceRequest/${foreign.caseId}/$everything`)).status).toBe(404)
    expect((await read(`Patient/${foreign.personId}`)).status).toBe(404)
    expect((await read(`Organization/${foreign.facilityId}`)).status).toBe(404)
    const { consentId } = await referralOf(world.actor.nurse, foreign.caseId)
    expect((await read(`Consent/${consentId}`)).status).toBe(404)
    expect(await found(`ServiceRequest?patient=${foreign.personId}`)).toEqual([])
    expect(await found(`ServiceRequest?_id=${foreign.caseId}`)).toEqual([])
    expect(await found(`Task?owner=Organization/${foreign.facilityId}`)).toEqual([])
    expect(await found('ServiceRequest')).toEqual([referral.caseId])
  })

  it('leaves drafts out', async () => {
    const draft = await referralAt(world, 'draft')
    const { secret } = await makeKey([draft.facilityId])
    expect((await read(`ServiceRequest/${draft.caseId}`, secret)).status).toBe(404)
    expect(await found('Patient', secret)).toEqual([])
  })

  it('ends at once when consent is withdrawn, and with its last day', async () => {
    const other = await referralAt(world, 'accepted')
    const { secret } = await makeKey([other.facilityId])
    const { consentId } = await referralOf(world.actor.nurse, other.caseId)
    const paths = [
      `ServiceRequest/${other.caseId}`,
      `Patient/${other.personId}`,
      `Consent/${consentId}`,
      `Task/${other.caseId}`,
    ]
    for (const path of paths) expect((await read(path, secret)).status).toBe(200)
    await ownerSql()`update consents set expires_on = current_date - 2, given_on = current_date - 9 where id = ${consentId}`
    for (const path of paths) expect((await read(path, secret)).status, path).toBe(404)
    await ownerSql()`update consents set expires_on = current_date + 90 where id = ${consentId}`
    for (const path of paths) expect((await read(path, secret)).status).toBe(200)
    good(await withdrawConsent.execute(world.actor.nurse, { personId: other.personId, consentId }))
    for (const path of paths) expect((await read(path, secret)).status, path).toBe(404)
    const rows =
      await ownerSql()`select ended_because from disclosures where case_id = ${other.caseId} and channel = 'fhir'`
    expect(rows).toMatchObject([{ ended_because: 'consent_withdrawn' }])
  })

  it('and a withdrawal in the same moment leave no sharing open', async () => {
    for (let round = 0; round < 3; round++) {
      const other = await referralAt(world, 'requested')
      const { secret } = await makeKey([other.facilityId])
      const { consentId } = await referralOf(world.actor.nurse, other.caseId)
      await Promise.all([
        read(`ServiceRequest/${other.caseId}`, secret),
        withdrawConsent.execute(world.actor.nurse, { personId: other.personId, consentId }).then(good),
        read(`Patient/${other.personId}`, secret),
        read(`ServiceRequest/${other.caseId}/$everything`, secret),
      ])
      const rows =
        await ownerSql()`select ended_at from disclosures where case_id = ${other.caseId} and channel = 'fhir'`
      expect(rows.every((row) => row.ended_at !== null)).toBe(true)
    }
  })

  it('of an emergency without consent is what the facility’s page shows, while it lasts', async () => {
    const person: TestPerson = await makePerson(world.actor.nurse)
    const facilityId = await makeFacility()
    const emergency = {
      priority: 'emergency_24h',
      consent: 'emergency',
      emergencyReason: 'Unconscious, nobody with him',
    }
    const { caseId } = good(
      await createReferral.execute(world.actor.nurse, {
        ...referralForm,
        ...emergency,
        personId: person.personId,
        facilityId,
      }),
    )
    const { secret } = await makeKey([facilityId], { scopes: ['fhir.read', 'fhir.clinical'] })
    const { body } = await read<Bundle>(`ServiceRequest/${caseId}/$everything`, secret)
    expectValid(body)
    expect(JSON.stringify(body)).not.toMatch(/angina|Unconscious/)
    expect(JSON.stringify(body)).toContain('"priority":"stat"')
    expect(JSON.stringify(body)).toContain('Chest pain')
    const [disclosed] = await ownerSql()`select fields from disclosures where case_id = ${caseId} and channel = 'fhir'`
    expect(disclosed?.fields).toEqual(emergencyFields)
    // A key without the medical scope learns who is coming, and not why.
    const plain = await makeKey([facilityId])
    const { body: without } = await read<Bundle>(`ServiceRequest/${caseId}/$everything`, plain.secret)
    expect(JSON.stringify(without)).not.toMatch(/Chest pain|angina|Unconscious/)
    // As a link would: over two weeks after the last day that counts.
    await ownerSql()`update referrals set due_at = now() - interval '15 days' where case_id = ${caseId}`
    expect((await read(`ServiceRequest/${caseId}`, secret)).status).toBe(404)
    await ownerSql()`update referrals set due_at = now() where case_id = ${caseId}`
    expect((await read(`ServiceRequest/${caseId}`, secret)).status).toBe(200)
    const { version } = await referralOf(world.actor.nurse, caseId)
    good(await cancelReferral.execute(world.actor.nurse, { caseId, version, why: 'mistake' }))
    expect((await read(`ServiceRequest/${caseId}`, secret)).status).toBe(404)
    expect((await read(`Patient/${person.personId}`, secret)).status).toBe(404)
  })
})

describe('a revoked key', () => {
  const openOf = (caseId: string) =>
    ownerSql()`select fields, ended_because, until_on::text from disclosures where case_id = ${caseId} and channel = 'fhir' order by id`

  it('ends what its recipient held through it, and not what another key of theirs still reaches', async () => {
    const other = await referralAt(world, 'requested', { releasedFields: ['name', 'reason'] })
    const recipient = { recipientEn: 'Ministry', recipientAr: 'الوزارة' }
    const plain = await makeKey([other.facilityId], recipient)
    const clinical = await makeKey([other.facilityId], { ...recipient, scopes: ['fhir.read', 'fhir.clinical'] })
    const elsewhere = await makeKey([referral.facilityId], recipient)
    for (const { secret } of [plain, clinical])
      expect((await read(`Patient/${other.personId}`, secret)).status).toBe(200)
    expect((await read(`Patient/${referral.personId}`, elsewhere.secret)).status).toBe(200)
    good(await revokeKey.execute(world.actor.admin, { keyId: clinical.keyId }))
    const rows = await openOf(other.caseId)
    expect(rows.map((row) => [row.fields, row.ended_because])).toEqual([
      [['name'], null],
      [['name', 'reason'], 'revoked'],
    ])
    good(await revokeKey.execute(world.actor.admin, { keyId: plain.keyId }))
    expect((await openOf(other.caseId)).map((row) => row.ended_because)).toEqual(['revoked', 'revoked'])
    const [kept] = await ownerSql()`select ended_at from disclosures
      where case_id = ${referral.caseId} and channel = 'fhir' and recipient_en = 'Ministry'`
    expect(kept).toEqual({ ended_at: null })
  })

  it('and a reader in the same moment leave no sharing open', async () => {
    for (let round = 0; round < 5; round++) {
      const other = await referralAt(world, 'requested')
      const name = `Reader ${round}`
      const { keyId, secret } = await makeKey([other.facilityId], { recipientEn: name, recipientAr: name })
      await Promise.all([
        read(`Patient/${other.personId}`, secret),
        revokeKey.execute(world.actor.admin, { keyId }),
        read(`ServiceRequest/${other.caseId}`, secret),
      ])
      expect((await openOf(other.caseId)).filter((row) => row.ended_because === null)).toEqual([])
    }
  })

  it('is said to hold what it read until it or the consent ends, whichever comes first', async () => {
    const other = await referralAt(world, 'requested')
    const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    const { secret } = await makeKey([other.facilityId], { recipientEn: 'Soon', recipientAr: 'قريبًا', expiresOn: soon })
    await read(`Patient/${other.personId}`, secret)
    expect(await openOf(other.caseId)).toMatchObject([{ until_on: soon }])
  })
})

describe('what was read', () => {
  it('is entered once for each referral and recipient, and each request is logged', async () => {
    const other = await referralAt(world, 'requested')
    const { secret, keyId } = await makeKey([other.facilityId])
    await Promise.all(Array.from({ length: 6 }, () => read(`ServiceRequest/${other.caseId}`, secret)))
    await read(`Task/${foreign.caseId}`, secret)
    await read('Task?nonsense=1', secret)
    const rows = await ownerSql()`select * from disclosures where case_id = ${other.caseId}`
    expect(rows).toMatchObject([
      {
        channel: 'fhir',
        basis: 'consent',
        recipient_en: 'Directorate of Health',
        fields: ['name', 'sex', 'birth_date'],
        made_by: null,
        ended_at: null,
      },
    ])
    const log = await ownerSql()`select resource, record_id, status, count(*)::integer as count from api_reads
      where api_key_id = ${keyId} group by 1, 2, 3 order by count desc, status`
    expect(log).toMatchObject([
      { resource: 'ServiceRequest', record_id: other.caseId, status: 'ok', count: 6 },
      { resource: 'Task', record_id: foreign.caseId, status: 'not_found', count: 1 },
      { resource: 'Task', record_id: null, status: 'refused', count: 1 },
    ])
  })

  it('is at most so much a minute', async () => {
    const { secret, keyId } = await makeKey([referral.facilityId])
    const ids = Array.from({ length: mostRequests }, () => newId())
    await ownerSql()`insert into api_reads (id, api_key_id, resource, status)
      select id::uuid, ${keyId}, 'Task', 'ok' from unnest(${ids}::text[]) id`
    const { status, body } = await read('Task', secret)
    expect(status).toBe(429)
    expectValid(body)
    await read('Task', secret)
    const [row] = await ownerSql()`select count(*)::integer as count from api_reads where api_key_id = ${keyId}`
    expect(row?.count).toBe(mostRequests + 1)
    expect((await read('Task')).status).toBe(200)
  })
})

describe('searches', () => {
  it('find by what they ask', async () => {
    const own = [referral.caseId]
    for (const query of [
      `ServiceRequest?_id=${referral.caseId},${foreign.caseId}`,
      `ServiceRequest?patient=Patient/${referral.personId}`,
      `ServiceRequest?subject=${referral.personId}&status=active,completed`,
      `ServiceRequest?identifier=${referral.reference}`,
      `ServiceRequest?performer=Organization/${referral.facilityId}&authored=ge2020&authored=le2099-12-31`,
      `Task?status=completed&_lastUpdated=ge2020-01-01T00:00:00Z`,
      `Task?focus=ServiceRequest/${referral.caseId}&owner=${referral.facilityId}`,
      `Provenance?target=Task/${referral.caseId}`,
      `Patient?_id=${referral.personId}`,
      `Location?organization=${referral.facilityId}`,
      'Consent?status=active',
    ])
      expect(await found(query), query).toHaveLength(1)
    expect(await found('ServiceRequest?status=completed')).toEqual(own)
    for (const query of [
      'ServiceRequest?status=revoked',
      'ServiceRequest?authored=lt2020',
      'Task?status=rejected',
      'Task?_lastUpdated=ge2099',
      'ServiceRequest?identifier=REF-0000-00000',
      `ServiceRequest?patient=${newId()}`,
      'Consent?status=inactive',
      `Task?focus=${referral.caseId}&_after=00000000-0000-7000-8000-000000000000`,
    ])
      expect(await found(query), query).toEqual([])
  })

  it('go on from page to page, each record once', async () => {
    const facilityId = await makeFacility()
    const made: string[] = []
    for (let index = 0; index < 5; index++) {
      const { personId } = await makePerson(world.actor.nurse)
      made.push(good(await createReferral.execute(world.actor.nurse, { ...referralForm, personId, facilityId })).caseId)
    }
    const { secret } = await makeKey([facilityId, referral.facilityId])
    for (const [type, count] of [
      ['ServiceRequest', 6],
      ['Patient', 6],
      ['Consent', 6],
      ['Location', 2],
    ] as const) {
      const seen: (string | undefined)[] = []
      let path: string | undefined = `${type}?_count=${type === 'Location' ? 1 : 2}`
      while (path) {
        const { body }: { body: Bundle } = await read<Bundle>(path, secret)
        expectValid(body)
        seen.push(...(body.entry ?? []).map((entry) => entry.resource.id))
        path = body.link.find((link) => link.relation === 'next')?.url.split('/api/fhir/')[1]
      }
      expect(seen).toHaveLength(count)
      expect(new Set(seen).size, type).toBe(count)
    }
    expect(await found('ServiceRequest?_count=1000', secret)).toHaveLength(6)
    expect(await found('ServiceRequest?_count=50', secret)).toEqual([...made.reverse(), referral.caseId])
  })

  it.each([
    ['an unknown one', 'ServiceRequest?colour=red', 'colour'],
    ['one of another resource', 'Patient?name=Ali', 'name'],
    ['a modifier', 'ServiceRequest?status:not=active', 'status:not'],
    ['an include', 'ServiceRequest?_include=ServiceRequest:subject', '_include'],
    ['an array', 'ServiceRequest?status[]=active', 'status'],
    ['the prototype', 'ServiceRequest?__proto__=1', '__proto__'],
    ['a constructor', 'ServiceRequest?constructor=1', 'constructor'],
    ['SQL for an id', `ServiceRequest?_id=${encodeURIComponent("' or 1=1 --")}`, '_id'],
    ['SQL for a status', `Task?status=${encodeURIComponent("completed'; drop table cases --")}`, 'status'],
    ['SQL for a date', `Task?authored-on=${encodeURIComponent('ge2020-01-01; select 1')}`, 'authored-on'],
    ['NUL', 'ServiceRequest?identifier=REF%00', 'identifier'],
    ['bytes that are no text', 'ServiceRequest?identifier=%ff%fe', 'identifier'],
    ['a mark of direction', 'ServiceRequest?identifier=%E2%80%AEREF', 'identifier'],
    ['a long value', `ServiceRequest?identifier=${'x'.repeat(500)}`, 'identifier'],
    ['a long address', `ServiceRequest?identifier=${'x'.repeat(5000)}`, 'long'],
    ['nothing for a value', 'ServiceRequest?status=', 'status'],
    ['the same twice', 'ServiceRequest?status=active&status=completed', 'status'],
    ['too many ids', `ServiceRequest?_id=${Array.from({ length: 51 }, (_, index) => `a${index}`).join()}`, '_id'],
    ['a reference to elsewhere', 'ServiceRequest?patient=https://evil.example/Patient/1', 'patient'],
    ['a reference of another kind', 'ServiceRequest?patient=Organization/1', 'patient'],
    ['a day that is none', 'ServiceRequest?authored=2026-02-31', 'authored'],
    ['a prefix that is none', 'ServiceRequest?authored=ap2026', 'authored'],
    ['a count of none', 'ServiceRequest?_count=0', '_count'],
    ['a count below none', 'ServiceRequest?_count=-1', '_count'],
    ['a count with a fraction', 'ServiceRequest?_count=1e3', '_count'],
    ['a cursor of its own', 'ServiceRequest?_after=zzz', '_after'],
    ['one where none belongs', `ServiceRequest/${newId()}?status=active`, 'status'],
    ['an id that is none', 'ServiceRequest/..%2f..%2fetc', 'id'],
    ['an id with NUL', 'ServiceRequest/%00', 'id'],
    ['an address that is no text', 'ServiceRequest/%E0%A4%A', 'readable'],
  ])('refuse %s', async (_, path, word) => {
    const { status, body } = await read(path)
    expect(status).toBe(400)
    expectValid(body)
    expect(body).toMatchObject({ issue: [{ code: 'invalid', diagnostics: expect.stringContaining(word) }] })
  })

  it.each([
    'Observation',
    'Observation/1',
    'serviceRequest',
    'ServiceRequest/1/2/3',
    'Patient/1/$everything',
    'ServiceRequest/1/$purge',
    '',
  ])('know no %j', async (path) => {
    const { status, body } = await read(path)
    expect(status).toBe(404)
    expectValid(body)
    expect(body).toMatchObject({ issue: [{ code: 'not-supported' }] })
  })

  it('send JSON alone', async () => {
    expect((await read('Task?_format=json')).status).toBe(200)
    expect((await read('Task?_format=xml')).status).toBe(406)
  })
})
