import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../../db/testing'
import { applied, checked, enter, makeRound, makeSite, publish, roundRef } from '../../../../db/testing-displacement'
import { good } from '../../../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../../../db/testing-world'
import { zip } from '../../../documents/testing-files'
import { newId } from '../../../ids'
import { writeXlsx } from '../../../sheets/xlsx'
import { loadBoundaries } from '../boundaries/commands'
import { listBoundaries } from '../boundaries/queries'
import { addPlace } from '../place-commands'
import { getPlace, listPlaces } from '../place-queries'
import { discardRound, submitRound } from '../round-commands'
import { getRound } from '../round-queries'
import { dismissRow, matchPlace } from '../settle'
import { cancelImport, driveApply, startImport } from './apply-file'
import { driveCheck, remapImport, saveMapping } from './check-file'
import { getImport } from './queries'
import { getQueueRow, listQueue } from './queue-queries'
import { takeFile } from './take-file'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const head = [
  'Place ID',
  'Governorate',
  'District',
  'Location Name',
  'Arabic Name',
  'IDPs Families',
  'IDPs Individuals',
]
const csv = (rows: readonly (readonly string[])[], heads: readonly string[] = head) =>
  new TextEncoder().encode(
    [heads, ...rows].map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(',')).join('\r\n'),
  )
const xlsx = async (rows: readonly (readonly string[])[]) => {
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, at) => ({
    head: rows[0]?.[at] || `c${at}`,
    kind: 'text' as const,
    value: (row: readonly string[]) => row[at] ?? '',
  }))
  return new Uint8Array(
    await writeXlsx([{ name: 'DTM DATASET', columns, rows: rows.slice(1) }], { rightToLeft: false }),
  )
}

let lastPlace = 40_000
/** A location with an id of the lists, and a row for it. */
async function site(families: string, individuals = '') {
  lastPlace += 1
  const placeId = String(lastPlace)
  const id = await makeSite({ placeId })
  return { id, placeId, row: [placeId, 'Anbar', 'Falluja', '', '', families, individuals] }
}

const findingsOf = async (importId: string) =>
  (await ownerSql()`select finding from displacement_import_rows where import_id = ${importId} order by position`).map(
    (row) => row.finding,
  )
const countsOf = (roundId: string) =>
  ownerSql()`select location_id as id, population, families, individuals, method, version from displacement_counts where round_id = ${roundId} order by 1, 2`
const take = (bytes: Uint8Array, roundId: string, change: object = {}, part: Part = 'analyst') =>
  takeFile(world.actor[part], { roundId, population: 'idp', sheet: '', name: 'list', bytes, ...change })

describe('who enters no figures', () => {
  it.each<Part>(['finance', 'manager', 'admin'])('makes the server open no file: %s', async (part) => {
    const roundId = await makeRound(world.actor.analyst)
    // Its content would be refused too; that it is not even looked at shows in the answer.
    const file = {
      roundId,
      population: 'idp' as const,
      sheet: '',
      name: 'a.xlsx',
      bytes: new TextEncoder().encode('PK'),
    }
    expect(await takeFile(world.actor[part], file)).toMatchObject({ code: 'forbidden' })
    expect(await takeFile(world.actor.analyst, file)).toMatchObject({ code: 'refused' })
    good(await discardRound.execute(world.actor.analyst, await roundRef(roundId)))
  })
})

describe('a list of figures', () => {
  it('comes to something row by row, is looked at first, and taken when someone says so', async () => {
    const { analyst } = world.actor
    const roundId = await makeRound(analyst)
    const [a, b, c] = [await site('10', '60'), await site('١٬٠٠٠', '5,731'), await site('7')]
    const importId = await checked(
      analyst,
      roundId,
      csv([
        a.row,
        b.row,
        c.row,
        ['', '', 'Falluja total', '', '', '1017', ''],
        a.row,
        ['999999999', 'Anbar', 'Falluja', 'Nowhere in particular', '', '5', '30'],
        ['', 'Ninewa', 'Mosul', 'Al Zuhur', '', '50', '300'],
        [c.placeId, 'Anbar', 'Falluja', '', '', 'many', ''],
        [c.placeId, 'Anbar', 'Falluja', '', '', '', ''],
        ['Total', '', '', '', '', '1030', ''],
      ]),
    )
    expect(await findingsOf(importId)).toEqual([
      'ready',
      'ready',
      'ready',
      'total',
      'twice',
      'unknown_place',
      'elsewhere',
      'unreadable',
      'empty',
      'total',
    ])
    expect(await countsOf(roundId)).toEqual([])
    const page = await getImport(analyst, importId, {})
    expect(page?.head.totals).toEqual([
      { line: 5, says: 1017, block: 1017, all: 1017 },
      { line: 11, says: 1030, block: 65, all: 1082 },
    ])
    expect(await applied(analyst, importId)).toBe('done')
    const counts = await countsOf(roundId)
    expect(counts).toHaveLength(3)
    expect(counts).toEqual(
      expect.arrayContaining([
        { id: a.id, population: 'idp', families: 10, individuals: 60, method: 'families_x6', version: 1 },
        { id: b.id, population: 'idp', families: 1000, individuals: 5731, method: 'counted', version: 1 },
        { id: c.id, population: 'idp', families: 7, individuals: 42, method: 'families_x6', version: 1 },
      ]),
    )
  })

  it('read a second time changes nothing: the same file leads to where it was read, the same rows to what stands', async () => {
    const { analyst, caseworker } = world.actor
    const roundId = await makeRound(analyst)
    const [a, b] = [await site('10'), await site('20', '131')]
    const rows = [a.row, b.row]
    const importId = await checked(analyst, roundId, csv(rows))
    await applied(analyst, importId)
    const before = await countsOf(roundId)
    expect(good(await take(csv(rows), roundId, {}, 'caseworker'))).toEqual({ importId, isAgain: true })
    const other = await checked(caseworker, roundId, await xlsx([head, ...rows.toReversed()]))
    expect(other).not.toBe(importId)
    expect(await findingsOf(other)).toEqual(['same', 'same'])
    expect(await applied(caseworker, other)).toBe('done')
    expect(await countsOf(roundId)).toEqual(before)
    // The list of returnees is another list, though its bytes are the same.
    expect(good(await take(csv(rows), roundId, { population: 'returnee' })).isAgain).toBe(false)
  })

  it('that says otherwise replaces what stands, and says what stood there', async () => {
    const { analyst } = world.actor
    const roundId = await makeRound(analyst)
    const a = await site('15')
    good(await enter(analyst, roundId, a.id, 12))
    const importId = await checked(analyst, roundId, csv([a.row]))
    const page = await getImport(analyst, importId, { finding: 'changes' })
    expect(page?.page.rows).toMatchObject([{ familiesBefore: 12, reading: { families: 15 } }])
    await applied(analyst, importId)
    expect(await countsOf(roundId)).toMatchObject([{ families: 15, version: 2 }])
  })

  it('with heads that are known goes straight to its preview; the columns can be matched anew', async () => {
    const { analyst, caseworker } = world.actor
    const heads = ['Code of the place', 'Zone', 'Count A', 'Count B']
    const a = await site('1')
    const roundId = await makeRound(analyst)
    const rows = [[a.placeId, 'Falluja', '5', '8']]
    const refused = await take(csv(rows, heads), roundId)
    expect(refused).toMatchObject({ reasons: [{ key: 'displacement.refused.no_heads' }] })
    const half = ['Place ID', 'District', 'Count A', 'Count B']
    const first = good(await take(csv(rows, half), roundId)).importId
    const save = (columns: string[]) => saveMapping.execute(analyst, { importId: first, columns })
    expect(await save(['place_id', 'district', '', ''])).toMatchObject({
      fields: { columns: 'displacement.errors.missing_families' },
    })
    expect(await save(['', 'district', 'families', ''])).toMatchObject({
      fields: { columns: 'displacement.errors.missing_place' },
    })
    expect(await save(['place_id', 'district', 'families', 'families'])).toMatchObject({
      fields: { columns: 'displacement.errors.claimedTwice' },
    })
    good(await save(['place_id', 'district', 'families', 'shelter:camp']))
    expect(await driveCheck(analyst, first)).toBe('checked')
    expect((await getImport(analyst, first, {}))?.page.rows[0]?.reading?.families).toBe(5)
    good(await remapImport.execute(analyst, { importId: first }))
    good(await save(['place_id', 'district', '', 'families']))
    await driveCheck(analyst, first)
    expect((await getImport(analyst, first, {}))?.page.rows[0]?.reading?.families).toBe(8)
    await applied(analyst, first)
    expect(await remapImport.execute(analyst, { importId: first })).toMatchObject({
      reasons: [{ key: 'displacement.refused.begun' }],
    })
    const next = good(
      await take(csv([[a.placeId, 'Falluja', '6', '9']], half), await makeRound(analyst), {}, 'caseworker'),
    ).importId
    const page = await getImport(caseworker, next, {})
    expect(page?.head).toMatchObject({
      state: 'checking',
      isRemembered: true,
      mapping: ['place_id', 'district', null, 'families'],
    })
    expect(await driveCheck(caseworker, next)).toBe('checked')
  })

  it('keeps its breakdown when someone changes nothing but how sure they are', async () => {
    const { analyst } = world.actor
    const roundId = await makeRound(analyst)
    const a = await site('10', '60')
    const heads = [...head, 'Ninewa', 'Baghdad', 'Own property']
    await applied(analyst, await checked(analyst, roundId, csv([[...a.row, '36', '24', '60']], heads)))
    const broken = () =>
      ownerSql()`select origins, shelters, breakdown_unit as unit from displacement_counts where round_id = ${roundId}`
    const form = { origin: 'ninewa', shelter: 'own_property', version: 1 }
    good(await enter(analyst, roundId, a.id, 10, { ...form, confidence: 'low' }))
    const kept = { origins: { ninewa: 36, baghdad: 24 }, shelters: { own_property: 60 }, unit: 'individuals' }
    expect(await broken()).toEqual([kept])
    good(await enter(analyst, roundId, a.id, 10, { ...form, origin: 'baghdad', version: 2 }))
    expect(await broken()).toEqual([{ ...kept, origins: { baghdad: 60 } }])
    good(await enter(analyst, roundId, a.id, 12, { ...form, version: 3 }))
    expect(await broken()).toEqual([{ origins: { ninewa: 12 }, shelters: { own_property: 12 }, unit: 'families' }])
  })

  it('tells when the same file was taken into another round', async () => {
    const { analyst } = world.actor
    const bytes = csv([(await site('4')).row])
    const [first, second] = [await makeRound(analyst), await makeRound(analyst)]
    await applied(analyst, await checked(analyst, first, bytes))
    const importId = await checked(analyst, second, bytes)
    const [row] = await ownerSql()`select number from displacement_rounds where id = ${first}`
    expect((await getImport(analyst, importId, {}))?.head.sameFileIn).toBe(row?.number)
  })

  it('can be cancelled, left and taken up again, by whoever comes', async () => {
    const { analyst, caseworker } = world.actor
    const roundId = await makeRound(analyst)
    const importId = await checked(analyst, roundId, csv([(await site('4')).row]))
    expect(await driveApply(analyst, importId)).toBe('checked')
    good(await startImport.execute(analyst, { importId }))
    expect(await submitRound.execute(analyst, { ...(await roundRef(roundId)) })).toMatchObject({ ok: false })
    const ends = await Promise.all([
      driveApply(analyst, importId),
      driveApply(caseworker, importId),
      driveApply(analyst, importId),
    ])
    expect(ends).toContain('done')
    expect(await countsOf(roundId)).toHaveLength(1)
    const other = await checked(analyst, roundId, csv([(await site('4')).row]))
    good(await cancelImport.execute(caseworker, { importId: other }))
    expect(await driveApply(analyst, other)).toBe('cancelled')
    expect(await cancelImport.execute(analyst, { importId: other })).toMatchObject({
      reasons: [{ key: 'displacement.refused.import_over' }],
    })
    expect(await countsOf(roundId)).toHaveLength(1)
  })

  it('goes into no round that is not open', async () => {
    const { analyst } = world.actor
    const roundId = await makeRound(analyst)
    const a = await site('4')
    good(await enter(analyst, roundId, a.id, 4))
    const waiting = await checked(analyst, roundId, csv([(await site('5')).row]))
    await publish(world, roundId)
    expect(await take(csv([a.row]), roundId)).toMatchObject({ reasons: [{ key: 'displacement.refused.locked' }] })
    expect(await startImport.execute(analyst, { importId: waiting })).toMatchObject({
      reasons: [{ key: 'displacement.refused.locked' }],
    })
    expect((await listQueue(analyst, {})).rows.some((row) => row.importId === waiting)).toBe(false)
  })
})

describe('an unknown place', () => {
  const unknown = (name: string, families: string, placeId = '') => [
    placeId,
    'Anbar',
    'Falluja',
    name,
    '',
    families,
    '',
  ]

  it('waits with suggestions, and matched it is taken; the next list finds it by itself', async () => {
    const { analyst, caseworker } = world.actor
    const name = `Saqlawiya ${newId().slice(-6)}`
    const locationId = await makeSite({ nameEn: `${name} centre`, nameAr: 'مركز الصقلاوية' })
    const roundId = await makeRound(analyst)
    const importId = await checked(analyst, roundId, csv([unknown(`Al-${name} center`, '30', '88001')]))
    await applied(analyst, importId)
    const returnees = await checked(
      analyst,
      roundId,
      csv(
        [unknown('As Saqlawiyah', '90', '88001')],
        [
          'Place ID',
          'Governorate',
          'District',
          'Location Name',
          'Arabic Name',
          'Returnee Families',
          'Returnee Individuals',
        ],
      ),
      'returnee',
    )
    expect((await listQueue(caseworker, {})).rows.filter((row) => row.roundId === roundId)).toHaveLength(2)
    const queued = await getQueueRow(caseworker, importId, 1, '')
    expect(queued?.candidates[0]?.id).toBe(locationId)
    expect((await getQueueRow(caseworker, importId, 1, 'الصقلاويه'))?.candidates.map((one) => one.id)).toContain(
      locationId,
    )
    good(await matchPlace.execute(caseworker, { importId, position: '1', locationId }))
    // The first file was done, so its row is taken at once; the second waits for someone to say so.
    expect(await findingsOf(importId)).toEqual(['applied'])
    expect(await findingsOf(returnees)).toEqual(['ready'])
    expect(await countsOf(roundId)).toMatchObject([{ id: locationId, population: 'idp', families: 30 }])
    expect((await getPlace(analyst, locationId))?.place).toMatchObject({
      placeId: '88001',
      aliases: [`Al-${name} center`],
    })
    expect(await matchPlace.execute(analyst, { importId, position: '1', locationId })).toMatchObject({
      reasons: [{ key: 'displacement.refused.row_settled' }],
    })
    const next = await checked(analyst, await makeRound(analyst), csv([unknown(`al ${name} center`, '31')]))
    expect(await findingsOf(next)).toEqual(['ready'])
  })

  it('is entered into the register by who keeps it, and its figures wait for who enters them', async () => {
    const { analyst, supervisor } = world.actor
    const roundId = await makeRound(analyst)
    const name = `New town ${newId().slice(-6)}`
    const importId = await checked(analyst, roundId, csv([unknown(name, '12', '88002')]))
    await applied(analyst, importId)
    const form = {
      nameEn: name,
      nameAr: 'المدينة الجديدة',
      areaPcode: 'IQG01Q01',
      placeId: '88002',
      importId,
      position: '1',
    }
    expect(await addPlace.execute(world.actor.caseworker, form)).toMatchObject({ code: 'forbidden' })
    good(await addPlace.execute(supervisor, form))
    expect(await findingsOf(importId)).toEqual(['ready'])
    expect((await getRound(supervisor, roundId))?.imports[0]).toMatchObject({ unknown: 0, waiting: 1 })
    expect((await startImport.execute(supervisor, { importId })).ok).toBe(false)
    expect(await applied(analyst, importId)).toBe('done')
    expect(await countsOf(roundId)).toHaveLength(1)
  })

  it('can be left out', async () => {
    const { analyst, supervisor } = world.actor
    const roundId = await makeRound(analyst)
    const importId = await checked(analyst, roundId, csv([unknown(`Elsewhere ${newId().slice(-6)}`, '12')]))
    good(await dismissRow.execute(supervisor, { importId, position: '1' }))
    expect(await findingsOf(importId)).toEqual(['dismissed'])
    expect(await getQueueRow(analyst, importId, 1, '')).toBeNull()
  })

  it('that is a location which stands in the file already is told as its second row', async () => {
    const { analyst } = world.actor
    const roundId = await makeRound(analyst)
    const a = await site('10')
    const importId = await checked(analyst, roundId, csv([a.row, unknown(`Twin ${newId().slice(-6)}`, '11')]))
    good(await matchPlace.execute(analyst, { importId, position: '2', locationId: a.id }))
    expect(await findingsOf(importId)).toEqual(['ready', 'twice'])
  })

  it('matched by two at once is matched by one', async () => {
    const { analyst, caseworker } = world.actor
    const roundId = await makeRound(analyst)
    const importId = await checked(analyst, roundId, csv([unknown(`Race ${newId().slice(-6)}`, '11')]))
    const sites = [await makeSite(), await makeSite()]
    const both = await Promise.all([
      matchPlace.execute(analyst, { importId, position: 1, locationId: sites[0] }),
      matchPlace.execute(caseworker, { importId, position: 1, locationId: sites[1] }),
    ])
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('by raw SQL gives a location no more than a name to who only matches', async () => {
    const { caseworker } = world.actor
    const id = await makeSite({ aliases: ['one'], placeId: `P-${newId()}` })
    const as = (text: string) => sqlAs(caseworker.userId, (sql) => sql.unsafe(text, [id]))
    await as("update monitored_locations set aliases = aliases || 'two'::text where id = $1")
    for (const set of [
      "aliases = '{}'",
      "place_id = 'other'",
      'latitude = 33, longitude = 43',
      "district_pcode = 'IQG01Q03'",
    ])
      await expect(as(`update monitored_locations set ${set} where id = $1`)).rejects.toThrow(
        'displacement.refused.place_managed',
      )
  })
})

const sheetXml = (cells: string, more = '') =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData>${more}</worksheet>`
const book = (sheets: Record<string, string>) => ({
  '[Content_Types].xml':
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${Object.keys(
    sheets,
  )
    .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.keys(
    sheets,
  )
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('')}</Relationships>`,
  ...Object.fromEntries(Object.values(sheets).map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
})
const cellsOf = (rows: readonly (readonly string[])[], from = 1) =>
  rows
    .map(
      (row, at) =>
        `<row r="${at + from}">${row
          .map((cell, column) =>
            cell === ''
              ? ''
              : `<c r="${String.fromCharCode(65 + column)}${at + from}" t="inlineStr"><is><t>${cell}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')

describe('a workbook', () => {
  it('is read from the sheet that holds the list, below a merged title, with merged cells', async () => {
    const { analyst } = world.actor
    const [a, b] = [await site('10'), await site('11')]
    const list = [
      ['IDP master list, round 134', '', '', '', '', '', ''],
      head,
      a.row,
      [b.placeId, '', '', '', '', '11', ''],
    ]
    const bytes = zip(
      book({
        'Read me': sheetXml(cellsOf([['Displacement Tracking Matrix'], ['Sources']])),
        'DTM DATASET': sheetXml(
          cellsOf(list),
          '<mergeCells count="2"><mergeCell ref="A1:G1"/><mergeCell ref="C3:C4"/></mergeCells>',
        ),
        Notes: sheetXml(
          cellsOf([
            ['Location Name', 'District'],
            ['none', 'none'],
          ]),
        ),
      }),
    )
    const roundId = await makeRound(analyst)
    const importId = await checked(analyst, roundId, bytes)
    const page = await getImport(analyst, importId, {})
    expect(page?.head).toMatchObject({ sheetName: 'DTM DATASET', otherSheets: ['Read me', 'Notes'], headerLine: 2 })
    expect(page?.page.rows[1]?.reading).toMatchObject({
      district: 'Falluja',
      notes: expect.arrayContaining(['filled_down']),
    })
    expect(await findingsOf(importId)).toEqual(['ready', 'ready'])
    expect(await take(bytes, roundId, { sheet: 'Notes ' })).toMatchObject({ ok: true })
    expect(await take(bytes, roundId, { sheet: 'Sheet 9' })).toMatchObject({
      reasons: [{ key: 'displacement.refused.no_list', params: { sheets: 'Read me, DTM DATASET, Notes' } }],
    })
  })

  const plain = { S: sheetXml(cellsOf([head, ['1', 'Anbar', 'Falluja', 'x', '', '1', '']])) }
  it.each([
    [
      'of something else',
      zip(
        book({
          Budget: sheetXml(
            cellsOf([
              ['Item', 'Price'],
              ['Pump', '5'],
            ]),
          ),
        }),
      ),
      'displacement.refused.no_list',
    ],
    ['with a password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'sheets.locked'],
    ['with macros', zip({ ...book(plain), 'xl/vbaProject.bin': 'x' }), 'sheets.macros'],
    ['that is a bomb', zip(book({ S: sheetXml(' '.repeat(90 * 1024 * 1024)) })), 'sheets.tooBig'],
    [
      'with a cell at the end of the world',
      zip(book({ S: sheetXml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') })),
      'sheets.tooManyRows',
    ],
    ['that is cut short', Buffer.from('PK\x03\x04 cut'), 'sheets.broken'],
    ['that is a picture', Buffer.from([137, 80, 78, 71, 0, 0, 1, 2]), 'sheets.notTable'],
    ['that is empty', Buffer.alloc(0), 'sheets.empty'],
    ['with a head and nothing else', csv([]), 'sheets.empty'],
  ])('%s is refused in words', async (_, bytes, key) => {
    const roundId = await makeRound(world.actor.analyst)
    expect(await take(bytes, roundId)).toMatchObject({ ok: false, code: 'refused', reasons: [{ key }] })
    expect(await ownerSql()`select 1 from displacement_imports where round_id = ${roundId}`).toEqual([])
  })

  it('saved as CSV is read in the encodings of Excel', async () => {
    const { analyst } = world.actor
    const name = 'حي التأميم'
    const id = await makeSite({ nameAr: name, placeId: null })
    const text = `اسم الموقع;القضاء;عدد العوائل\r\n${name};الفلوجة;٢٥\r\n`
    const decoder = new TextDecoder('windows-1256')
    const bytesOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]))
    // Windows-1256 has no Arabic-Indic digits.
    const old = new Uint8Array(
      [...text.replace('٢٥', '25')].map((letter) => bytesOf.get(letter) ?? expect.fail(`no byte for ${letter}`)),
    )
    for (const bytes of [
      new TextEncoder().encode(text),
      new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
      old,
    ]) {
      const roundId = await makeRound(analyst)
      await applied(analyst, await checked(analyst, roundId, bytes))
      expect(await countsOf(roundId)).toMatchObject([{ id, families: 25 }])
    }
  })

  it('of twenty thousand rows is read; of one more it is refused', async () => {
    const { analyst } = world.actor
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => [
        String(900_000 + at),
        'Anbar',
        'Falluja',
        `Town ${at}`,
        '',
        String(at % 500),
        '',
      ])
    expect(await take(csv(rows(20_001)), await makeRound(analyst))).toMatchObject({
      reasons: [{ key: 'sheets.tooManyRows' }],
    })
    const began = performance.now()
    const importId = await checked(analyst, await makeRound(analyst), csv(rows(20_000)))
    if (process.env.MEASURE) console.info(`20,000 rows: ${Math.round(performance.now() - began)} ms`)
    expect((await getImport(analyst, importId, {}))?.counts.get('unknown_place')).toBe(20_000)
  }, 60_000)
})

describe('role × list', () => {
  const everyone: readonly Part[] = ['caseworker', 'nurse', 'analyst', 'supervisor', 'manager', 'finance', 'admin']
  it.each(everyone)('is read by who enters figures, and seen by who works on rounds: %s', async (part) => {
    const { analyst } = world.actor
    const actor = world.actor[part]
    const roundId = await makeRound(analyst)
    const a = await site('3')
    const enters = ['caseworker', 'nurse', 'analyst'].includes(part)
    expect((await take(csv([a.row]), roundId, {}, part)).ok).toBe(enters)
    const importId = await checked(analyst, roundId, csv([a.row, (await site('4')).row]))
    const works = !['finance', 'admin'].includes(part)
    expect((await getImport(actor, importId, {})) !== null).toBe(works)
    expect((await startImport.execute(actor, { importId })).ok).toBe(enters)
    const seen = await sqlAs(
      actor.userId,
      (sql) => sql`select count(*)::int as n from displacement_import_rows where import_id = ${importId}`,
    )
    expect(seen[0]?.n).toBe(works ? 2 : 0)
    const moved = await sqlAs(
      actor.userId,
      (sql) => sql`update displacement_imports set state = 'cancelled' where id = ${importId} returning 1`,
    ).then(
      (rows) => rows.length,
      () => 0,
    )
    expect(moved).toBe(enters ? 1 : 0)
    const forged = sqlAs(
      actor.userId,
      (sql) => sql`update displacement_import_rows set cells = '[]' where import_id = ${importId} returning 1`,
    )
    expect(
      await forged.then(
        (rows) => rows.length,
        () => 0,
      ),
    ).toBe(0)
  })
})

describe('boundaries', () => {
  const box = (west: number, south: number, size = 1) => [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ]
  const geojson = (...features: [string, number[][][]][]) => ({
    name: 'anbar.geojson',
    bytes: new TextEncoder().encode(
      JSON.stringify({
        type: 'FeatureCollection',
        features: features.map(([pcode, coordinates]) => ({
          type: 'Feature',
          properties: { ADM2_PCODE: pcode },
          geometry: { type: 'Polygon', coordinates },
        })),
      }),
    ),
  })

  it.each(['caseworker', 'analyst', 'supervisor', 'manager', 'admin'] as const)(
    'are loaded by an admin alone: %s',
    async (part) => {
      const actor = world.actor[part]
      expect((await loadBoundaries(actor, geojson(['IQG01Q03', box(43.1, 33.2, 0.4)]))).ok).toBe(part === 'admin')
      const raw = sqlAs(
        actor.userId,
        (sql) => sql`insert into location_boundaries (pcode, level, polygons, source) values ('IQG01Q07', 2, '[]', 'x')
        on conflict (pcode) do update set source = 'y' returning 1`,
      )
      expect(
        await raw.then(
          (rows) => rows.length,
          () => 0,
        ),
      ).toBe(part === 'admin' ? 1 : 0)
      await ownerSql()`delete from location_boundaries`
    },
  )

  it('are loaded all or none: a code that is none, or another place, is told', async () => {
    const { admin } = world.actor
    expect(
      await loadBoundaries(
        admin,
        geojson(['IQG01Q01', box(43.5, 33)], ['IQG99Q01', box(44, 33)], ['IQG01Q02', box(46, 33)]),
      ),
    ).toMatchObject({
      reasons: [
        { key: 'displacement.boundary.unknown_pcode', params: { feature: 2, name: 'IQG99Q01' } },
        { key: 'displacement.boundary.far', params: { feature: 3, name: 'IQG01Q02' } },
      ],
    })
    expect(await listBoundaries(admin)).toEqual([])
    expect(await loadBoundaries(admin, { name: 'x', bytes: new TextEncoder().encode('[]') })).toMatchObject({
      reasons: [{ key: 'displacement.boundary.not_geojson' }],
    })
  })

  it('say where positions lie, before and after they are loaded', async () => {
    const { admin, analyst } = world.actor
    const at = { latitude: 33.36, longitude: 43.77 }
    const [right, astray, nowhere] = [
      await makeSite(at),
      await makeSite({ ...at, districtPcode: 'IQG01Q03' }),
      await makeSite(),
    ]
    good(await loadBoundaries(admin, geojson(['IQG01Q01', box(43.6, 33.1, 0.5)], ['IQG01Q03', box(43.1, 33.2, 0.4)])))
    const astrayIds = async () => (await listPlaces(analyst, { only: 'astray' })).rows.map((row) => row.id)
    expect(await astrayIds()).toEqual([astray])
    const later = await makeSite({ latitude: 33.4, longitude: 43.2, districtPcode: 'IQG01Q03' })
    expect((await getPlace(analyst, later))?.place.positionDistrict?.pcode).toBe('IQG01Q03')
    expect((await getPlace(analyst, nowhere))?.place.positionDistrict).toBeNull()
    // Loaded anew, with another shape.
    good(await loadBoundaries(admin, geojson(['IQG01Q01', box(43.3, 33.1, 0.3)])))
    expect((await getPlace(analyst, right))?.place.positionDistrict).toBeNull()
    expect(await listBoundaries(admin)).toMatchObject([
      { pcode: 'IQG01Q01', points: 5, source: 'anbar.geojson' },
      { pcode: 'IQG01Q03' },
    ])
  })
})
