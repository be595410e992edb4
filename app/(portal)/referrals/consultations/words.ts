import type { ChoiceGroup } from '@/components/form/select-field'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'
import { displacementStatuses, sexes } from '@/lib/people/domain'
import { type Category, disabilityAnswers, visitKinds } from '@/lib/referrals/consultations/domain'
import type { FacilityOption } from '@/lib/referrals/consultations/queries'
import type { Words } from './new/grid-cells'

/** The words that the answers of a register are shown by: short ones, since a hundred lines stand under one another. */
export function wordsOf(t: Translator, locale: Locale, categories: readonly Category[]): Words {
  return {
    sex: Object.fromEntries(sexes.map((value) => [value, t(`people.sex.${value}`)])),
    displacement: Object.fromEntries(
      displacementStatuses.map((value) => [value, t(`consultations.displacement.${value}`)]),
    ),
    disability: Object.fromEntries(disabilityAnswers.map((value) => [value, t(`consultations.disability.${value}`)])),
    visit: Object.fromEntries(visitKinds.map((value) => [value, t(`consultations.visit.${value}`)])),
    category: Object.fromEntries(categories.map((one) => [one.code, nameOf(locale, one)])),
  }
}

/** A category's name in the reader's language. */
export const nameOf = (locale: Locale, { nameEn, nameAr, nameCkb }: Category) =>
  inLocale(locale, { en: nameEn, ar: nameAr, ckb: nameCkb })

/** Facilities under their districts. */
export function facilityGroups(facilities: readonly FacilityOption[], locale: Locale): ChoiceGroup[] {
  const groups = new Map<string, { label: string; choices: { value: string; label: string }[] }>()
  for (const facility of facilities) {
    const label = inLocale(locale, { en: facility.district_en, ar: facility.district_ar })
    const group = groups.get(label) ?? { label, choices: [] }
    group.choices.push({ value: facility.id, label: inLocale(locale, facility) })
    groups.set(label, group)
  }
  return [...groups.values()]
}
