import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import { type Translator, translateRefusal } from '@/lib/i18n/translator'
import { ageBands, displacementStatuses, sexes } from '@/lib/people/domain'
import { disabilityAnswers, type SumDimension, visitKinds } from '@/lib/referrals/consultations/domain'
import type { TotalsPage } from '@/lib/referrals/consultations/totals-query'
import { bandCodes } from '../filters'
import { nameOf } from '../words'

/** The order in which the values of a dimension are shown: of closed lists their own, of others the largest first. */
export const orderOf: Partial<Record<SumDimension, readonly string[]>> = {
  sex: sexes,
  age_band: bandCodes,
  displacement: displacementStatuses,
  disability: disabilityAnswers,
  visit: visitKinds,
}

/** The name of a value of a dimension in the reader's language. */
export function nameOfValue(
  t: Translator,
  locale: Locale,
  page: TotalsPage,
  dimension: SumDimension,
  value: string,
): string {
  switch (dimension) {
    case 'facility': {
      const facility = page.facilities.find((one) => one.id === value)
      return facility ? inLocale(locale, facility) : value
    }
    case 'category': {
      const category = page.categories.find((one) => one.code === value)
      return category ? nameOf(locale, category) : value
    }
    case 'age_band':
      // Isolated: in Arabic it would read 59–18 and +60.
      return `\u2066${ageBands[bandCodes.indexOf(value)] ?? value}\u2069`
    case 'sex':
      return translateRefusal(t, { key: `people.sex.${value}` })
    case 'displacement':
      return translateRefusal(t, { key: `people.status.${value}` })
    case 'disability':
      return translateRefusal(t, { key: `people.file.disability.${value}` })
    case 'visit':
      return translateRefusal(t, { key: `consultations.visit.${value}` })
  }
}
