import { cleanText, toAsciiDigits } from '../digits'
import { baghdadDay } from '../format'
import { programmeCases } from '../programmes'
import { normaliseDocumentNumber } from './documents-of-identity'
import { documentTypes } from './domain'
import { parsePhone } from './phone'
import { type SearchWord, searchWords } from './search-words'

/** What a typed query may mean. Pure. */
export type SearchTerms = {
  words: SearchWord[]
  /** E.164, or null when the query is no phone number. */
  phone: string | null
  /** Keys of documents with this number, one a type. */
  documents: string[]
  /** References of cases and other records that the query may stand for. */
  references: string[]
}

/** Longer than any name, number or reference. */
const LONGEST = 120
/** References of forums, plans and projects, which are no cases. */
const recordPrefixes = ['CPF', 'PLN', 'PRJ'] as const
/** References are looked for in this many years, newest first. */
const YEARS = 6

/** `GRT-2026-00042`, `grt 42`, `2026/42`, `٤٢` → the references meant, of each prefix and year not named. */
export function referencesFor(query: string, prefixes: readonly string[], year: number): string[] {
  const match = /^(?:([a-z]{3})\s*[-–/ ]?\s*)?(?:(20\d\d)\s*[-–/ ]\s*)?0*([1-9]\d{0,6})$/i.exec(query)
  if (!match) return []
  const [, typedPrefix, typedYear, number = ''] = match
  const prefix = typedPrefix?.toUpperCase()
  const years = typedYear ? [Number(typedYear)] : Array.from({ length: YEARS }, (_, back) => year - back)
  return prefixes
    .filter((known) => !prefix || known === prefix)
    .flatMap((known) => years.map((of) => `${known}-${of}-${number.padStart(5, '0')}`))
}

/** Reads a query as names, phone, document number and reference at once. */
export function searchTerms(query: string, prefixes: readonly string[], year: number): SearchTerms {
  const text = toAsciiDigits(cleanText(query.slice(0, LONGEST)))
  const hasDigit = /\d/.test(text)
  const phone = hasDigit ? parsePhone(text) : null
  const documents = documentTypes.flatMap((type) => {
    const number = normaliseDocumentNumber(type, text)
    return number && number.length >= 4 && hasDigit ? [`${type}:${number}`] : []
  })
  return {
    words: hasDigit ? [] : searchWords(text),
    phone: phone && 'e164' in phone ? phone.e164 : null,
    documents,
    references: referencesFor(text, prefixes, year),
  }
}

/** The terms of a query, with the references of every programme and of the records beside its cases. */
export function termsOf(query: string, now = new Date()): SearchTerms {
  const prefixes = [...programmeCases.map(({ prefix }) => prefix), ...recordPrefixes]
  return searchTerms(query, prefixes, Number(baghdadDay(now).slice(0, 4)))
}
