import { cleanText, toAsciiDigits } from '../digits'
import type { DocumentType } from './domain'

/** Longest number stored; real ones have at most 20 characters. */
const MAX_LENGTH = 40

/**
 * The number as it is stored and compared: eastern digits as ASCII, upper case, without spaces and separators.
 * `none` has no number. Leading zeros stay: they are printed on the card.
 */
export function normaliseDocumentNumber(type: DocumentType, number: string | null | undefined): string | null {
  if (type === 'none' || !number) return null
  const plain = toAsciiDigits(cleanText(number))
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return plain === '' ? null : plain.slice(0, MAX_LENGTH)
}

/**
 * What a number of each type usually looks like, after normalising. Old books and governorate variants differ, so a
 * number that does not look like this only earns a hint. The unified national card's number has 12 digits.
 */
const USUAL_FORMAT: Record<DocumentType, RegExp | null> = {
  national_card: /^\d{12}$/,
  civil_id: /^\d{6,14}$/,
  nationality_certificate: /^\p{L}?\d{4,9}$/u,
  passport: /^[A-Z]\d{7,8}$|^[A-Z]{2}\d{7}$/,
  residency_card: /^\d{4,10}$/,
  pds_card: /^\d{5,9}$/,
  none: null,
}

export type DocumentHint = `people.documentHint.${Exclude<DocumentType, 'none'>}`

/** A message key when the number does not look like its type, else null. Never blocks: the paper is right. */
export function documentNumberHint(type: DocumentType, number: string | null | undefined): DocumentHint | null {
  const plain = normaliseDocumentNumber(type, number)
  if (type === 'none' || plain === null) return null
  return USUAL_FORMAT[type]?.test(plain) ? null : `people.documentHint.${type}`
}
