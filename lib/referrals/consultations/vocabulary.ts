import { toAsciiDigits } from '../../digits'
import { type DisplacementStatus, displacementStatuses, type Sex, sexes } from '../../people/domain'
import {
  type Category,
  type Column,
  type DisabilityAnswer,
  disabilityAnswers,
  type VisitKind,
  visitKinds,
} from './domain'

/** Text as it is compared: no case, marks, spaces or signs, one form of alef, ya and ta, digits of ours. */
export function plain(text: string): string {
  return toAsciiDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Keys that stand for an answer by themselves: the first is shown in the legend of each script. */
export type Keys = { latin: string; arabic: string }

export const sexKeys: Record<Sex, Keys> = { female: { latin: 'f', arabic: 'ث' }, male: { latin: 'm', arabic: 'ذ' } }
export const displacementKeys: Record<DisplacementStatus, Keys> = {
  idp_in_camp: { latin: 'c', arabic: 'م' },
  idp_out_of_camp: { latin: 'o', arabic: 'ن' },
  returnee: { latin: 'r', arabic: 'ع' },
  host_community: { latin: 'h', arabic: 'ض' },
  refugee_asylum_seeker: { latin: 'a', arabic: 'ل' },
  other: { latin: 'x', arabic: 'خ' },
}
export const disabilityKeys: Record<DisabilityAnswer, Keys> = {
  yes: { latin: 'y', arabic: 'ن' },
  no: { latin: 'n', arabic: 'ل' },
  unknown: { latin: 'u', arabic: 'غ' },
}
export const visitKeys: Record<VisitKind, Keys> = {
  new: { latin: 'n', arabic: 'ج' },
  follow_up: { latin: 'f', arabic: 'م' },
}

/** Words of registers and files, beside code and keys. */
const words: Record<string, readonly string[]> = {
  female: ['women', 'woman', 'girl', 'انثى', 'ا', 'امراة', 'بنت', 'نساء', 'مێ', '2'],
  male: ['man', 'men', 'boy', 'ذكر', 'رجل', 'ولد', 'رجال', 'نێر', '1'],
  idp_in_camp: ['displaced, in a camp', 'idp camp', 'camp', 'مخيم', 'نازح في مخيم', 'نازح داخل مخيم', '1'],
  idp_out_of_camp: [
    'displaced, outside camps',
    'idp outside',
    'idp',
    'out of camp',
    'نازح',
    'نازح خارج المخيم',
    'نازح خارج المخيمات',
    '2',
  ],
  returnee: ['returned', 'عائد', 'عائدة', '3'],
  host_community: ['host', 'resident', 'مجتمع مضيف', 'المجتمع المضيف', 'من المجتمع المضيف', 'مضيف', 'مقيم', '4'],
  refugee_asylum_seeker: [
    'refugee',
    'asylum seeker',
    'refugee or asylum seeker',
    'لاجئ',
    'طالب لجوء',
    'لاجئ أو طالب لجوء',
    '5',
  ],
  other: ['اخرى', 'آخر', 'غير ذلك', '6'],
  yes: ['with disability', 'disabled', 'true', '1', 'نعم', 'معاق', 'ذو إعاقة', 'مع إعاقة'],
  no: ['without disability', 'none', 'false', '0', 'لا', 'بلا إعاقة', 'بدون إعاقة'],
  unknown: ['not known', '?', 'غير معروف', 'غير معروفة', 'لا يعرف', '9'],
  new: ['first', 'yes', 'true', '1', 'جديد', 'جديدة', 'زيارة جديدة', 'نعم'],
  follow_up: ['follow-up', 'followup', 'old', 'no', 'false', '0', '2', 'مراجعة', 'مراجع', 'متابعة', 'لا'],
}

function lookup<C extends string>(codes: readonly C[], keys: Record<C, Keys>): ReadonlyMap<string, C> {
  const found = new Map<string, C>()
  for (const code of codes)
    for (const word of [code, keys[code].latin, keys[code].arabic, ...(words[code] ?? [])])
      if (plain(word) !== '' && !found.has(plain(word))) found.set(plain(word), code)
  return found
}

const lookups = {
  sex: lookup(sexes, sexKeys),
  displacement: lookup(displacementStatuses, displacementKeys),
  disability: lookup(disabilityAnswers, disabilityKeys),
  visit: lookup(visitKinds, visitKeys),
}
export type CodeColumn = keyof typeof lookups

export const keysOf: Record<CodeColumn, Record<string, Keys>> = {
  sex: sexKeys,
  displacement: displacementKeys,
  disability: disabilityKeys,
  visit: visitKeys,
}

/** The code that a typed text stands for in a column, or null. */
export const sexOf = (text: string) => lookups.sex.get(plain(text)) ?? null
export const displacementOf = (text: string) => lookups.displacement.get(plain(text)) ?? null
export const disabilityOf = (text: string) => lookups.disability.get(plain(text)) ?? null
export const visitOf = (text: string) => lookups.visit.get(plain(text)) ?? null

const months = /^(m|mo|mth|mths|month|months|ش|شهر|شهرا|اشهر|شهور)$/
const days = /^(d|day|days|w|wk|week|weeks|ي|يوم|يوما|ايام|اسبوع|اسابيع)$/
const years = /^(y|yr|yrs|year|years|سنه|سنوات|سنين|س|عام|عاما)?$/

/** Whole years out of `34`, `٣٤`, `34 y`; `8 m` or `٨ أشهر` is 0. Null when it is no age. */
export function ageOf(text: string): number | null {
  const parts = /^(\d{1,3})\s*([\p{L}\p{M}]*)\.?$/u.exec(toAsciiDigits(text).trim())
  if (!parts) return null
  const count = Number(parts[1])
  const unit = plain(parts[2] ?? '')
  if (months.test(unit)) return count <= 120 ? Math.floor(count / 12) : null
  if (days.test(unit)) return 0
  return years.test(unit) && count <= 120 ? count : null
}

/** The category's code by its number, code or name in any language, or null. */
export function categoryOf(text: string, categories: readonly Category[]): string | null {
  const typed = plain(text)
  if (typed === '') return null
  const found =
    categories.find((one) => String(one.number) === typed) ??
    categories.find((one) =>
      [one.code, one.nameEn, one.nameAr, one.nameCkb ?? ''].some((name) => plain(name) === typed),
    )
  return found?.code ?? null
}

/**
 * The code that a single key gives in a column, when nothing longer could be meant: then the grid goes on to the next
 * cell. A number of a category goes on only when no other number begins with it.
 */
export function codeOfKey(column: Column, text: string, categories: readonly Category[]): string | null {
  const typed = plain(text)
  if (column === 'age') return null
  if (column === 'category') {
    const isWhole =
      /^\d{1,3}$/.test(typed) &&
      !categories.some((one) => String(one.number) !== typed && String(one.number).startsWith(typed))
    return isWhole ? categoryOf(typed, categories) : null
  }
  if (typed.length !== 1) return null
  return lookups[column].get(typed) ?? null
}
