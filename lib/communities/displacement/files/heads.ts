import { plainHead } from '../../../sheets/heads'
import type { Population } from '../domain'
import { originHeads, periodHeads, shelterHeads } from './crosswalk'

/** What a column of a list can be, besides a breakdown (`origin:anbar`, `period:july_2017`, `shelter:camp`). */
export const singleFields = [
  'place_id',
  'location_id',
  'pcode',
  'name_en',
  'name_ar',
  'governorate',
  'governorate_pcode',
  'district',
  'district_pcode',
  'sub_district',
  'latitude',
  'longitude',
  'families',
  'individuals',
] as const
export type SingleField = (typeof singleFields)[number]
export type Field = SingleField | `origin:${string}` | `period:${string}` | `shelter:${string}`

/** The field of each column by its position; null for one that is not read. */
export type Mapping = (Field | null)[]

/** Heads of the tracking matrix's lists, rounds 5 to 134, and of lists that people keep in Arabic. */
const heads: Record<SingleField, readonly string[]> = {
  place_id: ['Place ID', 'Place code', 'رمز المكان', 'معرف المكان'],
  location_id: ['Location ID', 'معرف الموقع'],
  pcode: ['OCHA PCode', 'PCode', 'P-code', 'Place P-code', 'الرمز'],
  name_en: [
    'Location Name',
    'Location name in English',
    'Place',
    'Location',
    'Name',
    'English name',
    'اسم الموقع بالإنجليزية',
    'اسم الموقع بالإنكليزية',
    'الاسم بالإنجليزية',
    'الاسم بالإنكليزية',
  ],
  name_ar: [
    'Arabic Name',
    'Location name in Arabic',
    'Place (Arabic)',
    'الاسم بالعربية',
    'اسم الموقع',
    'اسم الموقع بالعربية',
    'الموقع',
    'اسم المكان',
    'المكان',
    'اسم الحي',
    'الحي',
  ],
  governorate: ['Governorate', 'Admin 1', 'Adm1 name', 'المحافظة', 'محافظة'],
  governorate_pcode: ['OCHA Adm1 PCode', 'OCHA Admin 1', 'Adm1 PCode'],
  district: ['District', 'Admin 2', 'Adm2 name', 'القضاء', 'قضاء'],
  district_pcode: ['OCHA ADM2 PCode', 'OCHA Admin 2', 'Adm2 PCode'],
  sub_district: ['Sub District', 'Subdistrict', 'Nahia', 'Admin 3', 'الناحية', 'ناحية'],
  latitude: ['Latitude', 'Lat', 'خط العرض'],
  longitude: ['Longitude', 'Long', 'Lon', 'خط الطول'],
  families: [
    'Families',
    'Households',
    'HHs',
    'Master Families',
    'العائلات',
    'عائلات',
    'عدد العائلات',
    'العوائل',
    'عوائل',
    'عدد العوائل',
    'الأسر',
    'أسر',
    'عدد الأسر',
  ],
  individuals: ['Individuals', 'Persons', 'الأفراد', 'أفراد', 'عدد الأفراد', 'النسمات', 'عدد النسمات'],
}

/** The same numbers under the name of who is counted; a list of the one never takes the column of the other. */
const ofPopulation: Record<Population, { families: readonly string[]; individuals: readonly string[] }> = {
  idp: {
    families: [
      'IDPs Families',
      'IDP Families',
      'ID Pfamilies',
      'العائلات النازحة',
      'عدد العائلات النازحة',
      'العوائل النازحة',
      'عدد العوائل النازحة',
      'الأسر النازحة',
      'عدد الأسر النازحة',
    ],
    individuals: ['IDPs Individuals', 'IDP Individuals', 'ID Pindividuals', 'النازحون', 'عدد النازحين'],
  },
  returnee: {
    families: [
      'Returnee Families',
      'Returnees Families',
      'العائلات العائدة',
      'عدد العائلات العائدة',
      'العوائل العائدة',
      'عدد العوائل العائدة',
      'الأسر العائدة',
      'عدد الأسر العائدة',
    ],
    individuals: ['Returnee Individuals', 'Returnees Individuals', 'العائدون', 'عدد العائدين'],
  },
}

const entriesOf = (field: Field, words: readonly string[]) => words.map((word) => [plainHead(word), field] as const)

function lookup(population: Population): ReadonlyMap<string, Field> {
  const { families, individuals } = ofPopulation[population]
  return new Map([
    ...originHeads,
    ...periodHeads,
    ...shelterHeads,
    ...singleFields.flatMap((field) => entriesOf(field, heads[field])),
    ...entriesOf('families', families),
    ...entriesOf('individuals', individuals),
  ])
}
const lookups = { idp: lookup('idp'), returnee: lookup('returnee') }

/** The field of a column by its head, in a list of these people; null when nobody knows it. */
export function fieldOf(head: string, population: Population): Field | null {
  return lookups[population].get(plainHead(head)) ?? null
}

export type Guess = {
  mapping: Mapping
  /** Positions whose head, or whose field, stands in an earlier column too; they are not read. */
  twice: number[]
}

/** Which column is what, by the heads alone. */
export function guessMapping(header: readonly string[], population: Population): Guess {
  const taken = new Set<string>()
  const seen = new Set<string>()
  const twice: number[] = []
  const mapping = header.map((head, at): Field | null => {
    const plain = plainHead(head)
    const field = fieldOf(head, population)
    const isSingle = field !== null && !field.includes(':')
    const isTwice = plain !== '' && (seen.has(plain) || (isSingle && taken.has(field)))
    seen.add(plain)
    if (isTwice) twice.push(at)
    if (!field || isTwice) return null
    taken.add(field)
    return field
  })
  return { mapping, twice }
}

/** What a list cannot be read without, as far as it is missing: families, and something that names the place. */
export function missingFields(mapping: Mapping): ('families' | 'place')[] {
  const has = (field: Field) => mapping.includes(field)
  const named = (['place_id', 'location_id', 'pcode', 'name_en', 'name_ar'] as const).some(has)
  return [...(has('families') ? [] : (['families'] as const)), ...(named ? [] : (['place'] as const))]
}

/** A field that two columns claim; a breakdown may be summed, a single field may not. */
export function claimedTwice(mapping: Mapping): SingleField | null {
  return singleFields.find((field) => mapping.indexOf(field) !== mapping.lastIndexOf(field)) ?? null
}
