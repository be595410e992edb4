import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../../sheets/read-table'
import { claimedTwice, fieldOf, guessMapping, missingFields } from './heads'
import { Areas, type KnownPlace, placeKey, Register, suggestPlaces } from './places'
import { nothingCarried, readRow, readWhole } from './reading'
import { findTable } from './table'

describe('heads of the lists', () => {
  it.each([
    ['Place ID', 'place_id'],
    ['Place id', 'place_id'],
    ['Place_ID', 'place_id'],
    ['Location name in Arabic', 'name_ar'],
    ['Arabic_name', 'name_ar'],
    ['Location_name', 'name_en'],
    ['Place (Arabic)', 'name_ar'],
    ['OCHA_admin_2', 'district_pcode'],
    ['OCHA_PCode', 'pcode'],
    ['IDPs families', 'families'],
    ['ID Pfamilies', 'families'],
    ['IDPfamilies', 'families'],
    ['Master Families', 'families'],
    ['IDPindividuals', 'individuals'],
    ['Salahal Din', 'origin:salah_al_din'],
    ['Al Anbar', 'origin:anbar'],
    ['Thi Qar', 'origin:thi_qar'],
    ['Pre-June 2014 Wave', 'period:pre_june_2014'],
    ['Post April 2015 Period of displacement', 'period:post_april_2015'],
    ['Jan 2024', 'period:january_2024'],
    ['Rented (pre Apr 2019)', 'shelter:rented_habitable'],
    ['Residence of Origin (Uninhabitable)', 'shelter:habitual_residence_uninhabitable'],
    ['Tent/Caravan/makeshift shelter/mud or block house', 'shelter:tent_or_makeshift'],
    ['عدد العوائل', 'families'],
    ['الأُسَر', 'families'],
    ['Google Map', null],
    ['', null],
  ])('%j is %s', (head, field) => {
    expect(fieldOf(head, 'idp')).toBe(field)
  })

  it('of returnees are not taken for those of displaced people', () => {
    expect(fieldOf('Returnee Families', 'idp')).toBeNull()
    expect(fieldOf('Returnee Families', 'returnee')).toBe('families')
    expect(fieldOf('IDPs Families', 'returnee')).toBeNull()
  })

  it('that stand twice are told, and the second is not read', () => {
    const header = ['Place ID', 'Families', 'Baghdad', 'Families', 'Baghdad', 'Households', 'Own property', 'Camp']
    const { mapping, twice } = guessMapping(header, 'idp')
    expect(twice).toEqual([3, 4, 5])
    expect(mapping).toEqual([
      'place_id',
      'families',
      'origin:baghdad',
      null,
      null,
      null,
      'shelter:own_property',
      'shelter:camp',
    ])
    expect(claimedTwice(['families', 'families'])).toBe('families')
    expect(missingFields(['families'])).toEqual(['place'])
    expect(missingFields(['name_ar', null])).toEqual(['families'])
  })
})

const sheet = (name: string, ...rows: string[][]): Sheet => ({
  name,
  rows: rows.map((cells, at) => ({ line: at + 1, cells })),
})

describe('the table in a file', () => {
  const head = ['Place ID', 'Location Name', 'IDPs Families', 'IDPs Individuals']
  it('is the sheet whose head tells most, below a merged title', () => {
    const found = findTable(
      [
        sheet('Read me', ['Displacement Tracking Matrix'], ['Source: IOM']),
        sheet('DTM DATASET', ['IDP master list', '', '', ''], ['', '', 'Total IDPs', ''], head, ['1', 'A', '2', '12']),
      ],
      'idp',
    )
    expect(found).toMatchObject({
      sheetName: 'DTM DATASET',
      otherSheets: ['Read me'],
      headerLine: 3,
      header: head,
      rows: [{ line: 4 }],
    })
  })

  it('is none in a workbook of something else, or in a sheet that is not there', () => {
    expect(findTable([sheet('Budget', ['Item', 'Price'], ['Pump', '5'])], 'idp')).toBeNull()
    expect(findTable([sheet('A', head, ['1', 'A', '2', '12'])], 'idp', 'B')).toBeNull()
    expect(findTable([sheet('A', head, ['1', 'A', '2', '12'])], 'idp', 'a')?.sheetName).toBe('A')
  })

  it('holds nothing but a head when it is empty', () => {
    expect(() => findTable([sheet('A', head)], 'idp')).toThrow('sheets.empty')
  })
})

const mapping = guessMapping(
  [
    'Place ID',
    'Name',
    'Arabic name',
    'Governorate',
    'District',
    'Families',
    'Individuals',
    'Camp',
    'Own property',
    'Anbar',
    'Ninewa',
  ],
  'idp',
).mapping
const read = (cells: string[], carry = nothingCarried) => readRow(cells, mapping, carry)
const row = (...cells: string[]) => ['23792', '', 'حي العنقاء', 'Anbar', 'Falluja', ...cells]

describe('a row', () => {
  it.each([
    ['١٬٢٣٤', 1234],
    ['1,234', 1234],
    ['12.0', 12],
    ['12.5', Number.NaN],
    ['-3', Number.NaN],
    ['about 40', Number.NaN],
    ['N/A', null],
    ['-', null],
    ['Not available', null],
    ['', null],
    ['0', 0],
  ])('counts %j as %s', (text, number) => {
    expect(readWhole(text)).toBe(number)
  })

  it.each([
    [['10', '60'], 'families_x6', 60, []],
    [['10', ''], 'families_x6', 60, ['multiplied']],
    [['10', '57'], 'counted', 57, []],
    [['10', '50', '10'], 'camp_x5', 50, []],
    [['10', '', '10'], 'camp_x5', 50, ['multiplied']],
    [['10', '50'], 'counted', 50, []],
    [['0', '0'], 'counted', 0, []],
  ])('%j: individuals are %s', (cells, method, individuals, notes) => {
    expect(read(row(...cells)).reading).toMatchObject({ method, individuals, notes, problems: [] })
  })

  it.each([
    [['10', '9'], 'fewer_individuals'],
    [['', '9'], 'no_families'],
    [['0', '9'], 'no_families'],
    [['ten', '60'], 'number'],
    [['-10', '60'], 'number'],
    [['1000001', '6000006'], 'too_many'],
  ])('%j is not read: %s', (cells, problem) => {
    expect(read(row(...cells)).reading.problems).toContain(problem)
  })

  it('knows whether its breakdowns are families or individuals, and leaves out one that does not add up', () => {
    expect(read(row('10', '60', '', '10', '4', '6')).reading).toMatchObject({
      unit: 'families',
      origins: { anbar: 4, ninewa: 6 },
    })
    expect(read(row('10', '60', '', '60', '24', '36')).reading).toMatchObject({
      unit: 'individuals',
      shelters: { own_property: 60 },
    })
    expect(read(row('10', '60', '', '10', '24', '36')).reading).toMatchObject({
      unit: null,
      origins: {},
      shelters: {},
      notes: ['breakdown_off'],
      families: 10,
    })
  })

  it.each([
    [['', 'Total', '', '', '', '1,500']],
    [['', '', '', 'Anbar Total', '', '1500']],
    [['Grand total', '', '', '', '', '1500']],
    [['', '', 'المجموع الكلي', '', '', '١٥٠٠']],
    [['', '', '', 'Anbar', '', '1500']],
  ])('%j is one of totals', (cells) => {
    expect(read(cells)).toMatchObject({ kind: 'total', reading: { families: 1500 } })
  })

  it('without figures is empty', () => {
    expect(read(row('', '')).kind).toBe('empty')
    expect(read(['', '', '', '', '', '', '']).kind).toBe('empty')
  })

  it('takes the place from above where cells are merged, and not across governorates', () => {
    const first = read(['1', 'A', '', 'Anbar', 'Falluja', '5', ''])
    const second = read(['2', 'B', '', '', '', '6', ''], first.carry)
    expect(second.reading).toMatchObject({ governorate: 'Anbar', district: 'Falluja' })
    expect(second.reading.notes).toContain('filled_down')
    expect(read(['3', 'C', '', 'Ninewa', '', '7', ''], second.carry).reading).toMatchObject({
      governorate: 'Ninewa',
      district: '',
    })
  })
})

const areas = new Areas([
  { pcode: 'IQG01', level: 1, parentPcode: null, names: ['Al-Anbar', 'الانبار', 'Anbar'] },
  { pcode: 'IQG15', level: 1, parentPcode: null, names: ['Ninewa', 'نينوى'] },
  { pcode: 'IQG01Q01', level: 2, parentPcode: 'IQG01', names: ['Al-Falluja', 'الفلوجة', 'Fallujah'] },
  { pcode: 'IQG01Q05', level: 2, parentPcode: 'IQG01', names: ['Ana', 'عنه'] },
  { pcode: 'IQG01Q05N02', level: 3, parentPcode: 'IQG01Q05', names: ['Rawa', 'راوه', "Ra'ua"] },
])
const place = (id: string, names: string[], change: Partial<KnownPlace> = {}): KnownPlace => ({
  id,
  names,
  placeId: null,
  dtmLocationId: null,
  pcode: null,
  districtPcode: 'IQG01Q01',
  latitude: null,
  longitude: null,
  ...change,
})
const reading = (change: object) => ({ ...read(row('10', '60')).reading, placeId: '', nameAr: '', ...change })

describe('the place of a row', () => {
  it('lies in a district by its name, its code, or that of a sub-district which the lists call one', () => {
    expect(['Falluja', 'الفلوجه', 'IQG01Q01', "Ra'ua", 'Mosul'].map((text) => areas.district(text))).toEqual([
      'IQG01Q01',
      'IQG01Q01',
      'IQG01Q01',
      'IQG01Q05',
      null,
    ])
    expect(areas.isElsewhere({ governorate: 'نينوى', district: 'Mosul' })).toBe(true)
    expect(areas.isElsewhere({ governorate: 'Al Anbar', district: 'Falluja' })).toBe(false)
    expect(areas.isElsewhere({ governorate: 'Atlantis', district: '' })).toBe(false)
  })

  it('is found by id before name, and by a name only when it is the only one', () => {
    const register = new Register([
      place('a', ['Al-Nahda', 'النهضة'], { placeId: '7' }),
      place('b', ['Hay Al-Shuhada', 'حي الشهداء']),
      place('c', ['Hay al Shuhadaa', 'حي الشهداء'], { districtPcode: 'IQG01Q05' }),
    ])
    expect(register.find(reading({ placeId: '7', nameEn: 'Something else' }), null)).toBe('a')
    expect(register.find(reading({ nameAr: 'نهضه' }), 'IQG01Q01')).toBe('a')
    expect(register.find(reading({ nameAr: 'حي الشُهداء' }), 'IQG01Q05')).toBe('c')
    expect(register.find(reading({ nameAr: 'حي الشهداء' }), null)).toBeNull()
    expect(register.find(reading({ nameAr: 'النهضة' }), 'IQG01Q05')).toBeNull()
    expect(placeKey('Al-Nahda')).toBe(placeKey('AL NAHDA'))
  })

  it('is suggested by likeness, by district and by distance', () => {
    const places = [
      place('near', ['Karma market'], { latitude: 33.4, longitude: 43.9 }),
      place('alike', ['Saqlawiya centre']),
      place('far', ['Saqlawiyah center'], { districtPcode: 'IQG01Q05' }),
      place('other', ['Habbaniya camp']),
    ]
    const found = suggestPlaces(
      reading({ nameEn: 'Al Saqlawiyah centre', latitude: 33.401, longitude: 43.9 }),
      'IQG01Q01',
      places,
    )
    expect(found.map((one) => one.id)).toEqual(['alike', 'far', 'near'])
    expect(found[2]?.kilometres).toBeLessThan(0.2)
  })
})
