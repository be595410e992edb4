import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '../../../db/client'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good } from '../../../db/testing-grant'
import { makeFacility } from '../../../db/testing-referral'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { writeCsv } from '../../sheets/csv'
import { writeXlsx } from '../../sheets/xlsx'
import { readFacilityChoices } from '../facility-choices'
import { addFacility, editFacility, toggleFacility, verifyFacility } from './commands'
import { importFacilities, type ReportRow } from './import'
import { getFacility, getFacilityImport, listAllFacilities, listFacilities } from './queries'
import { facilityColumns } from './sheet'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const form = (change: object = {}) => ({
  code: `NEW-${Math.random().toString(36).slice(2, 10)}`,
  nameEn: 'Al-Julan PHC Centre',
  nameAr: 'مركز الجولان الصحي',
  type: 'phc_centre',
  locationPcode: 'IQG01Q01N03',
  latitude: '٣٣٫٣٦١',
  longitude: '43.769',
  services: ['primary_care', 'dental'],
  days: ['0', '1', '2'],
  opensAt: '٨:٣٠',
  closesAt: '14',
  functional: 'full',
  focalName: 'د. سعاد',
  focalPhone: '0770 123 4567',
  ...change,
})

describe('a facility', () => {
  it('is entered as it is typed, in any digits', async () => {
    const { facilityId } = good(await addFacility.execute(world.actor.healthSupervisor, form()))
    expect(await getFacility(world.actor.nurse, facilityId)).toMatchObject({
      districtPcode: 'IQG01Q01',
      latitude: 33.361,
      longitude: 43.769,
      opensAt: 510,
      closesAt: 840,
      focalPhone: '+9647701234567',
      isAlwaysOpen: false,
      verifiedByName: 'Test healthSupervisor',
    })
  })

  it.each([
    ['one coordinate', { longitude: '' }, { latitude: 'facilities.errors.position' }],
    ['a latitude off the earth', { latitude: '91' }, { latitude: 'facilities.errors.degrees' }],
    ['a latitude that is words', { latitude: '33° 21′' }, { latitude: 'facilities.errors.degrees' }],
    ['hours that end before they begin', { closesAt: '7' }, { closesAt: 'facilities.errors.hours' }],
    ['an hour that is none', { opensAt: '25:00' }, { opensAt: 'errors.time' }],
    ['no service', { services: [] }, { services: 'errors.choose' }],
    ['a service of its own', { services: ['magic'] }, { 'services.0': 'errors.choose' }],
    ['a place that is none', { locationPcode: 'IQG99Q99N99' }, { locationPcode: 'errors.choose' }],
    ['a district as its place', { locationPcode: 'IQG01Q01' }, { locationPcode: 'errors.choose' }],
    ['a phone that is none', { focalPhone: 'call Ali' }, { focalPhone: 'errors.phone' }],
  ])('is not entered with %s', async (_, change, fields) => {
    expect(await addFacility.execute(world.actor.healthSupervisor, form(change))).toMatchObject({ ok: false, fields })
  })

  it('has a code of its own', async () => {
    const one = form()
    good(await addFacility.execute(world.actor.healthSupervisor, one))
    expect(await addFacility.execute(world.actor.healthSupervisor, one)).toMatchObject({
      fields: { code: 'facilities.errors.codeTaken' },
    })
  })

  const parts: Part[] = [
    'nurse',
    'healthSupervisor',
    'healthManager',
    'healthAnalyst',
    'caseworker',
    'supervisor',
    'finance',
    'admin',
  ]
  it.each(parts)('is managed and checked by whom it is given to: %s', async (part) => {
    const facilityId = await makeFacility()
    const actor = world.actor[part]
    const ref = { facilityId, version: 1 }
    const manages = ['healthSupervisor', 'healthManager'].includes(part)
    const add = await addFacility.execute(actor, form())
    const toggle = await toggleFacility.execute(actor, ref)
    expect([add.ok, toggle.ok]).toEqual([manages, manages])
    const verify = await verifyFacility.execute(actor, { ...ref, version: manages ? 2 : 1, functional: 'partial' })
    expect(verify.ok).toBe(manages || part === 'nurse')
    const edit = await sqlAs(
      actor.userId,
      (tx) => tx`update facilities set name_en = 'x' where id = ${facilityId} returning id`,
    ).then(
      (rows) => rows.length,
      () => 'refused',
    )
    expect(edit).toBe(manages ? 1 : part === 'nurse' ? 'refused' : 0)
  })

  it('changed by two at once is changed by one', async () => {
    const facilityId = await makeFacility()
    const ref = { ...form(), facilityId, version: 1 }
    const both = await Promise.all([
      editFacility.execute(world.actor.healthSupervisor, ref),
      editFacility.execute(world.actor.healthManager, { ...ref, code: 'OTHER' }),
    ])
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['conflict', 'ok'])
  })

  it('is offered by distance, and not when it is closed, does not work or lacks the service', async () => {
    const at = { services: ['eye'], latitude: 33.36, longitude: 43.76 }
    const near = await makeFacility(at)
    const far = await makeFacility({ ...at, latitude: 33.42, longitude: 43.29 })
    const unknown = await makeFacility({ ...at, latitude: null, longitude: null })
    await makeFacility({ ...at, closedOn: '2026-01-01' })
    await makeFacility({ ...at, functional: 'none' })
    await makeFacility({ ...at, services: ['dental'] })
    const found = await withActor(world.actor.nurse, (tx) => readFacilityChoices(tx, 'eye', sql`'IQG01Q01N03'`))
    expect(found.map((one) => one.id)).toEqual([near, far, unknown])
    expect(found[0]?.kilometres).toBeLessThan(3)
    // Falluja to Ramadi, some forty kilometres as the crow flies.
    expect(found[1]?.kilometres).toBeGreaterThan(35)
    expect(found[1]?.kilometres).toBeLessThan(55)
    expect(found[2]?.kilometres).toBeNull()
  })
})

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer())
const did = (report: ReportRow[] | undefined) => report?.map((row) => row.did)

describe('a file of facilities', () => {
  it.each(['csv', 'xlsx'] as const)('that was exported as %s changes nothing when it is read again', async (kind) => {
    const { healthSupervisor } = world.actor
    good(await addFacility.execute(healthSupervisor, form({ nameEn: '=cmd|calc', nameAr: 'مركز، "الجولان"' })))
    const rows = await listAllFacilities(healthSupervisor)
    const bytes =
      kind === 'csv'
        ? await bytesOf(writeCsv(facilityColumns, rows))
        : new Uint8Array(await writeXlsx([{ name: 'x', columns: facilityColumns, rows }], { rightToLeft: true }))
    const before = await ownerSql()`select id, version from facilities order by id`
    const { importId } = good(await importFacilities.execute(healthSupervisor, { name: `f.${kind}`, bytes }))
    const found = await getFacilityImport(healthSupervisor, importId)
    const kinds = new Set(did(found?.report))
    // A text that began like a formula was disarmed on its way out, and says so by being another text.
    if (kind === 'xlsx') {
      expect([...kinds]).toEqual(['unchanged'])
      expect(await ownerSql()`select id, version from facilities order by id`).toEqual(before)
    } else expect(kinds.has('wrong')).toBe(false)
  })

  it('adds, changes and reports row by row, and takes none of a row that is wrong', async () => {
    const { healthSupervisor } = world.actor
    const head =
      'code,name_en,name_ar,type,location_pcode,latitude,longitude,services,days,opens_at,closes_at,always_open,functional,focal_name,focal_phone'
    const row = (code: string, type: string, more = 'full,,') =>
      `${code},Centre,مركز,${type},IQG01Q01N03,,,primary_care,0 1 2,8:00,14:00,no,${more}`
    const file = (...rows: string[]) => new TextEncoder().encode([head, ...rows].join('\r\n'))
    const bytes = file(
      row('IMP-1', 'hospital'),
      row('IMP-2', 'palace'),
      row('IMP-1', 'hospital'),
      row('IMP-3', 'pharmacy', 'full,,abc'),
    )
    const first = good(await importFacilities.execute(healthSupervisor, { name: 'f.csv', bytes }))
    const report = (await getFacilityImport(healthSupervisor, first.importId))?.report
    expect(report).toMatchObject([
      { line: 2, code: 'IMP-1', did: 'added' },
      { line: 3, did: 'wrong', problems: { type: 'errors.choose' } },
      { line: 4, did: 'twice' },
      { line: 5, did: 'wrong', problems: { focal_phone: 'errors.phone' } },
    ])
    const again = file(row('IMP-1', 'hospital'), row('IMP-4', 'pharmacy'))
    const both = await Promise.all(
      [1, 2].map(() => importFacilities.execute(healthSupervisor, { name: 'f.csv', bytes: again })),
    )
    const reports = await Promise.all(
      both.map(async (one) => did((await getFacilityImport(healthSupervisor, good(one).importId))?.report)),
    )
    expect(reports.sort()).toEqual([
      ['unchanged', 'added'],
      ['unchanged', 'unchanged'],
    ])
  })

  it.each([
    ['without its columns', new TextEncoder().encode('a,b\r\n1,2'), 'facilities.refused.heads'],
    ['that is empty', new Uint8Array(), 'sheets.empty'],
    ['that is a page', new TextEncoder().encode('<html></html>'), 'sheets.notTable'],
  ])('%s is refused in words', async (_, bytes, key) => {
    const answer = await importFacilities.execute(world.actor.healthSupervisor, { name: 'x', bytes })
    expect(answer).toMatchObject({ ok: false, code: 'refused', reasons: [{ key }] })
  })

  it('is not read for who only refers', async () => {
    const answer = await importFacilities.execute(world.actor.nurse, { name: 'x', bytes: new Uint8Array([1]) })
    expect(answer).toEqual({ ok: false, code: 'forbidden' })
  })
})

it('lists pages by pages, narrowed by district and service', async () => {
  for (let i = 0; i < 30; i++) await makeFacility({ services: ['assistive_device'] })
  const first = await listFacilities(world.actor.nurse, { service: 'assistive_device', district: 'IQG01Q01' })
  expect(first.rows).toHaveLength(25)
  const second = await listFacilities(world.actor.nurse, { service: 'assistive_device', after: first.next ?? '' })
  expect(second.rows.length).toBe(5)
  expect((await listFacilities(world.actor.nurse, { district: 'IQG01Q02', service: 'assistive_device' })).rows).toEqual(
    [],
  )
  expect((await listFacilities(world.actor.caseworker, {})).rows).toEqual([])
})
