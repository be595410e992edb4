import { compareBirth } from './birth-match'
import { normaliseDocumentNumber } from './documents-of-identity'
import type { Birth, DocumentType, Sex } from './domain'
import type { MatchReason } from './match-reasons'
import { compareNamePart, type PartMatch } from './name-match'
import type { FourPartName } from './names'
import { isOneLetterApart } from './similarity'

/** What is compared of a person. Names as written, phone in E.164, sub-district as P-code. */
export type Identity = FourPartName & {
  sex?: Sex | null
  birth?: Birth | null
  documentType?: DocumentType | null
  documentNumber?: string | null
  phone?: string | null
  subDistrict?: string | null
}

export const matchBands = ['same', 'likely', 'possible', 'unlikely'] as const
export type MatchBand = (typeof matchBands)[number]
export type IdentityMatch = { score: number; band: MatchBand; reasons: MatchReason[] }

/** The lowest score of each band. */
export const bandFloor = { same: 80, likely: 60, possible: 40, unlikely: 0 } as const satisfies Record<
  MatchBand,
  number
>

const positions = [
  { part: 'given', points: 22, against: -25 },
  { part: 'father', points: 20, against: -20 },
  { part: 'grandfather', points: 14, against: -10 },
  // The laqab varies between papers (tribe, clan, town), so a different one says little.
  { part: 'family', points: 10, against: -6 },
] as const
const SHARE: Record<PartMatch, number> = { equal: 1, sameSound: 0.95, near: 0.4, different: 0, missing: 0 }

/** Ration and housing cards are issued to a household: the same number is a hint, like a shared phone. */
const HOUSEHOLD_CARDS: readonly DocumentType[] = ['pds_card', 'residency_card']

function compareNames(a: Identity, b: Identity): { given: PartMatch; reasons: MatchReason[] } {
  const reasons: MatchReason[] = []
  let given: PartMatch = 'missing'
  for (const { part, points, against } of positions) {
    const match = compareNamePart(a[part], b[part], part === 'family')
    if (part === 'given') given = match
    if (match === 'missing') continue
    const weight = match === 'different' ? against : Math.round(points * SHARE[match])
    reasons.push({ key: `people.match.${part}.${match}`, weight })
  }
  return { given, reasons }
}

function compareDocuments(a: Identity, b: Identity): MatchReason | null {
  const type = a.documentType
  if (!type || type !== b.documentType) return null
  const left = normaliseDocumentNumber(type, a.documentNumber)
  const right = normaliseDocumentNumber(type, b.documentNumber)
  if (left === null || right === null) return null
  if (HOUSEHOLD_CARDS.includes(type))
    return left === right ? { key: 'people.match.document.sameHouseholdCard', weight: 10 } : null
  if (left === right) return { key: 'people.match.document.same', weight: 60 }
  if (left.length >= 6 && isOneLetterApart(left, right)) return { key: 'people.match.document.nearlySame', weight: 6 }
  // Books and passports are renewed under new numbers; the national card keeps one for life.
  return { key: 'people.match.document.different', weight: type === 'national_card' ? -15 : -5 }
}

function compareRest(a: Identity, b: Identity): MatchReason[] {
  const reasons: MatchReason[] = []
  if (a.sex && b.sex && a.sex !== b.sex) reasons.push({ key: 'people.match.sex.different', weight: -25 })
  if (a.phone && a.phone === b.phone) reasons.push({ key: 'people.match.phone.same', weight: 10 })
  if (a.subDistrict && a.subDistrict === b.subDistrict)
    reasons.push({ key: 'people.match.subDistrict.same', weight: 4 })
  return reasons
}

function bandOf(score: number): MatchBand {
  return matchBands.find((band) => score >= bandFloor[band]) ?? 'unlikely'
}

/**
 * Compares two records of people: is it one person? A person decides every merge; this ranks and explains.
 *
 * Points add up from what agrees and what does not, then four rules hold whatever the sum: one document number is at
 * least `likely`, and `same` unless given name or sex contradict it; two different numbers of one type are never
 * `same`; without the document, `same` needs an equal given name; a shared phone or household card alone is `possible`.
 * @returns score 0–100, its band, and the reasons, heaviest first. Symmetric.
 */
export function compareIdentity(a: Identity, b: Identity): IdentityMatch {
  const names = compareNames(a, b)
  const document = compareDocuments(a, b)
  const birth = compareBirth(a.birth, b.birth)
  const reasons = [...names.reasons, ...compareRest(a, b), ...(document ? [document] : []), ...(birth ? [birth] : [])]
  const has = (key: MatchReason['key']) => reasons.some((reason) => reason.key === key)

  let score = reasons.reduce((sum, reason) => sum + reason.weight, 0)
  if (has('people.match.document.same')) {
    const isContradicted = names.given === 'different' || has('people.match.sex.different')
    score = isContradicted ? bandFloor.likely : Math.max(score, bandFloor.same + 10)
  } else {
    const isGivenEqual = names.given === 'equal' || names.given === 'sameSound'
    const isOtherNumber = has('people.match.document.different') || has('people.match.document.nearlySame')
    if (!isGivenEqual || isOtherNumber) score = Math.min(score, bandFloor.same - 1)
    if (has('people.match.phone.same') || has('people.match.document.sameHouseholdCard'))
      score = Math.max(score, bandFloor.possible)
  }
  score = Math.min(100, Math.max(0, score))
  reasons.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight) || (one.key < other.key ? -1 : 1))
  return { score, band: bandOf(score), reasons }
}
