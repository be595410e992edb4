import type { FairnessDimension } from '@/lib/grants/rounds/fairness'
import { quotaValues } from '@/lib/grants/rounds/rules'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'

const oneOf = <T extends string>(list: readonly T[], value: string): T | undefined =>
  list.find((entry) => entry === value)

/** The words for people of one kind, such as "Female", "18–59" or a district. */
export function valueLabel(
  words: { t: Translator; locale: Locale; districts: readonly { pcode: string; name: Named }[] },
  dimension: FairnessDimension,
  value: string,
): string {
  const { t, locale, districts } = words
  switch (dimension) {
    case 'sex': {
      const sex = oneOf(quotaValues.sex, value)
      return sex ? t(`people.sex.${sex}`) : value
    }
    case 'displacement': {
      const status = oneOf(quotaValues.displacement, value)
      return status ? t(`people.status.${status}`) : value
    }
    case 'disability':
      return t(value === 'yes' ? 'rounds.disability.yes' : 'rounds.disability.no')
    case 'age_band':
      // An en dash, as it is printed, and isolated: in Arabic it would read 59–18 and +60.
      return value === 'unknown' ? t('rounds.ageUnknown') : `\u2066${value.replace('-', '–')}\u2069`
    case 'district': {
      const district = districts.find((one) => one.pcode === value)
      return district ? inLocale(locale, district.name) : value
    }
  }
}
