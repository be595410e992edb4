import { origins, periods, shelters } from '@/lib/communities/displacement/domain'
import type { Translator } from '@/lib/i18n/translator'

/** A column of a breakdown in words: "From: Ninewa". */
export function breakdownName(t: Translator, field: string): string {
  const [kind, code] = field.split(':')
  const origin = kind === 'origin' && origins.find((known) => known === code)
  if (origin) return t('displacement.mapping.breakdown.origin', { name: t(`displacement.origin.${origin}`) })
  const period = kind === 'period' && periods.find((known) => known === code)
  if (period) return t('displacement.mapping.breakdown.period', { name: t(`displacement.period.${period}`) })
  const shelter = kind === 'shelter' && shelters.find((known) => known === code)
  return shelter ? t('displacement.mapping.breakdown.shelter', { name: t(`displacement.shelter.${shelter}`) }) : field
}

const problems = ['number', 'no_families', 'too_many', 'fewer_individuals'] as const
const notes = ['multiplied', 'breakdown_off', 'filled_down'] as const

/** Why a row is not taken, and what was left out of it or filled in. */
export function remarksOf(t: Translator, reading: { problems: readonly string[]; notes: readonly string[] }): string[] {
  return [
    ...problems.filter((one) => reading.problems.includes(one)).map((one) => t(`displacement.file.problem.${one}`)),
    ...notes.filter((one) => reading.notes.includes(one)).map((one) => t(`displacement.file.note.${one}`)),
  ]
}
