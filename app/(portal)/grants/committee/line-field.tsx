import { getI18n } from '@/app/i18n'
import { RadioField } from '@/components/form/radio-field'
import type { Currency } from '@/lib/format'
import type { LineChoice } from '@/lib/grants/committee/line-choices'
import { inLocale } from '@/lib/i18n/in-locale'

type LineFieldProps = { lines: readonly LineChoice[]; currency: Currency; value: string | null; optional?: boolean }

/** The lines that could pay, each with what is free on it. */
export async function LineField({ lines, currency, value, optional }: LineFieldProps) {
  const { t, locale, format } = await getI18n()
  if (lines.length === 0) return <p className="text-ink-soft">{t('committee.item.noLine')}</p>
  return (
    <RadioField
      name="budgetLineId"
      label={t('committee.item.line')}
      {...(optional && { optional, hint: t('committee.item.lineHint') })}
      defaultValue={value}
      choices={lines.map((line) => ({
        value: line.id,
        label: `${line.code} · ${inLocale(locale, { en: line.nameEn, ar: line.nameAr })}`,
        hint: t('committee.item.lineFree', { amount: format.money(line.freeMinor, currency) }),
      }))}
    />
  )
}
