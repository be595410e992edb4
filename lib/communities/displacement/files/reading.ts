import { cleanText, toAsciiDigits } from '../../../digits'
import { plainHead } from '../../../sheets/heads'
import { type BreakdownUnit, type Cells, type CountMethod, mostFamilies, mostIndividuals } from '../domain'
import { type Mapping, type SingleField, singleFields } from './heads'

/** What a row says, as far as it can be read. Pure data: kept beside the row as JSON. */
export type Reading = {
  placeId: string
  dtmLocationId: string
  pcode: string
  nameEn: string
  nameAr: string
  governorate: string
  district: string
  subDistrict: string
  latitude: number | null
  longitude: number | null
  families: number | null
  individuals: number | null
  method: CountMethod
  origins: Cells
  periods: Cells
  shelters: Cells
  unit: BreakdownUnit | null
  /** Why it is not taken: keys of `displacement.problem.*`. */
  problems: string[]
  /** What was left out or filled in: keys of `displacement.note.*`. */
  notes: string[]
}

export type ReadRow = { kind: 'row' | 'total' | 'empty'; reading: Reading }

/** Cells of merged rows are empty but for the first: the place above holds until another is named. */
export type Carry = { governorate: string; district: string; subDistrict: string }
export const nothingCarried: Carry = { governorate: '', district: '', subDistrict: '' }

const nothing = new Set(['', '-', '–', 'na', 'nil', 'none', 'notavailable', 'null', 'لايوجد'])

/** A whole number in any digits and with separators; null for none; NaN when it is something else. */
export function readWhole(text: string): number | null {
  if (nothing.has(plainHead(text)) && !/\d/.test(toAsciiDigits(text))) return null
  const digits = toAsciiDigits(text)
    .replace(/[\s,٬']/g, '')
    .replace(/[.٫]0+$/, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
}

function readDegrees(text: string, most: number): number | null {
  const plain = toAsciiDigits(text).replace('٫', '.').trim()
  const value = /^-?\d{1,3}(\.\d{1,20})?$/.test(plain) ? Number(plain) : Number.NaN
  return Math.abs(value) <= most ? value : null
}

const totalWords = new Set(['total', 'totals', 'subtotal', 'المجموع', 'مجموع', 'الإجمالي', 'إجمالي'].map(plainHead))
/** "Total", "Grand total", "Total Anbar", "المجموع الكلي". */
function isTotalWord(text: string): boolean {
  const words = text.split(/\s+/)
  return [words[0] ?? '', words.at(-1) ?? ''].some((word) => totalWords.has(plainHead(word)))
}

const sumOf = (cells: Cells) => Object.values(cells).reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** Individuals that are families times six, or times five in a camp, were multiplied, not counted. */
function methodOf(families: number, individuals: number | null, isCamp: boolean): CountMethod {
  if (families === 0) return 'counted'
  if (individuals === null) return isCamp ? 'camp_x5' : 'families_x6'
  if (individuals === families * 6) return 'families_x6'
  return isCamp && individuals === families * 5 ? 'camp_x5' : 'counted'
}

/** The unit in which every breakdown that is there adds up; null when one does not. */
function unitOf(sums: readonly number[], families: number, individuals: number): BreakdownUnit | null {
  if (sums.every((sum) => sum === families)) return 'families'
  return sums.every((sum) => sum === individuals) ? 'individuals' : null
}

function numbersOf(reading: Reading, families: number | null, individuals: number | null): void {
  if (Number.isNaN(families) || Number.isNaN(individuals)) {
    reading.problems.push('number')
    return
  }
  if (families === null) {
    reading.problems.push('no_families')
    return
  }
  if (families > mostFamilies || (individuals ?? 0) > mostIndividuals) reading.problems.push('too_many')
  const method = methodOf(
    families,
    individuals,
    sumOf(reading.shelters) > 0 && reading.shelters.camp === sumOf(reading.shelters),
  )
  const known = individuals ?? families * (method === 'camp_x5' ? 5 : 6)
  if (individuals === null && families > 0) reading.notes.push('multiplied')
  if (known < families) reading.problems.push('fewer_individuals')
  if (families === 0 && known > 0) reading.problems.push('no_families')
  Object.assign(reading, { families, individuals: known, method })
  const sums = [reading.origins, reading.periods, reading.shelters].map(sumOf).filter((sum) => sum > 0)
  if (sums.length === 0) return
  reading.unit = unitOf(sums, families, known)
  if (reading.unit) return
  reading.notes.push('breakdown_off')
  Object.assign(reading, { origins: {}, periods: {}, shelters: {} })
}

/** One row, by its mapping. `carry` is what the rows above named; the new one comes back. */
export function readRow(cells: readonly string[], mapping: Mapping, carry: Carry): ReadRow & { carry: Carry } {
  const texts = new Map<SingleField, string>()
  const parts: Record<string, Cells> = { origin: {}, period: {}, shelter: {} }
  let isOff = false
  mapping.forEach((field, at) => {
    const cell = cleanText(cells[at] ?? '')
    if (!field) return
    const [kind = '', code] = field.split(':')
    const single = singleFields.find((known) => known === field)
    if (single) texts.set(single, cell)
    else if (code) {
      const value = readWhole(cell)
      const into = parts[kind] ?? {}
      if (Number.isNaN(value)) isOff = true
      else if (value) into[code] = (into[code] ?? 0) + value
    }
  })
  const text = (field: SingleField) => (nothing.has(plainHead(texts.get(field) ?? '')) ? '' : (texts.get(field) ?? ''))
  const reading: Reading = {
    placeId: toAsciiDigits(text('place_id')).slice(0, 40),
    dtmLocationId: toAsciiDigits(text('location_id')).slice(0, 40),
    pcode: text('pcode').toUpperCase().slice(0, 40),
    nameEn: text('name_en').slice(0, 160),
    nameAr: text('name_ar').slice(0, 160),
    governorate: text('governorate') || text('governorate_pcode'),
    district: text('district') || text('district_pcode'),
    subDistrict: text('sub_district'),
    latitude: readDegrees(text('latitude'), 90),
    longitude: readDegrees(text('longitude'), 180),
    families: null,
    individuals: null,
    method: 'counted',
    origins: parts.origin ?? {},
    periods: parts.period ?? {},
    shelters: parts.shelter ?? {},
    unit: null,
    problems: [],
    notes: isOff ? ['breakdown_off'] : [],
  }
  const [families, individuals] = [readWhole(texts.get('families') ?? ''), readWhole(texts.get('individuals') ?? '')]
  const isNamed = [reading.placeId, reading.dtmLocationId, reading.pcode, reading.nameEn, reading.nameAr].some(Boolean)
  const labels = [
    text('place_id'),
    reading.nameEn,
    reading.nameAr,
    reading.governorate,
    reading.district,
    reading.subDistrict,
    cells.find((cell) => cell !== '') ?? '',
  ]
  const isTotal = labels.some(isTotalWord) || (!isNamed && families !== null)
  if (isTotal)
    return {
      kind: 'total',
      reading: { ...reading, families: families !== null && families >= 0 ? families : null },
      carry,
    }
  if (!isNamed || (families === null && individuals === null)) return { kind: 'empty', reading, carry }
  if (isOff) Object.assign(reading, { origins: {}, periods: {}, shelters: {} })
  const filled = carried(reading, carry)
  numbersOf(reading, families, individuals)
  return { kind: 'row', reading, carry: filled }
}

/** Fills in the place above where the cells are empty, as those of merged rows are. */
function carried(reading: Reading, carry: Carry): Carry {
  if (reading.governorate && reading.governorate !== carry.governorate)
    return { governorate: reading.governorate, district: reading.district, subDistrict: reading.subDistrict }
  const isFilled = (!reading.governorate && carry.governorate !== '') || (!reading.district && carry.district !== '')
  reading.governorate ||= carry.governorate
  const isOther = reading.district !== '' && reading.district !== carry.district
  reading.district ||= carry.district
  if (isFilled && reading.district) reading.notes.push('filled_down')
  return {
    governorate: reading.governorate,
    district: reading.district,
    subDistrict: isOther ? reading.subDistrict : reading.subDistrict || carry.subDistrict,
  }
}
