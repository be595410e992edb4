import { SelectField } from '@/components/form/select-field'
import type { District } from '@/lib/admin/team-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'

type DistrictFieldProps = { districts: readonly District[]; value?: string; t: Translator; locale: Locale }

/** The district a team works in, by governorate. */
export function DistrictField({ districts, value, t, locale }: DistrictFieldProps) {
  const governorates = [...new Set(districts.map((district) => inLocale(locale, district.within)))]
  return (
    <SelectField
      name="districtPcode"
      label={t('admin.teams.district')}
      defaultValue={value}
      choices={governorates.map((label) => ({
        label,
        choices: districts
          .filter((district) => inLocale(locale, district.within) === label)
          .map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) })),
      }))}
    />
  )
}
