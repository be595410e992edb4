import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { MoneyField } from '@/components/form/money-field'
import { PlainForm } from '@/components/form/plain-form'
import { Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { baghdadDay, type Currency } from '@/lib/format'
import { type ExchangeRate, freeOf, inDinars } from '@/lib/grants/budgets/domain'
import type { LineRow, SourceRow } from '@/lib/grants/budgets/queries'
import { setRate } from './actions'

const figures = ['allocated', 'committed', 'released', 'spent', 'free'] as const
const currencies: readonly Currency[] = ['IQD', 'USD']

const amountOf = (line: LineRow, figure: (typeof figures)[number]) =>
  figure === 'free' ? freeOf(line) : line[`${figure}Minor`]

/** All lines together: each currency by itself, and both in dinars only with a rate and its date. */
export async function Totals({
  sources,
  rate,
  mayRate,
}: {
  sources: readonly SourceRow[]
  rate: ExchangeRate | null
  mayRate: boolean
}) {
  const { t, format } = await getI18n()
  const lines = sources.flatMap((source) => source.lines)
  const used = currencies.filter((currency) => lines.some((line) => line.currency === currency))
  const sum = (currency: Currency, figure: (typeof figures)[number]) =>
    lines.filter((line) => line.currency === currency).reduce((all, line) => all + BigInt(amountOf(line, figure)), 0n)
  const rateWords = rate && {
    rate: format.money(rate.filsPerDollar, 'IQD'),
    date: format.date(rate.day),
  }
  return (
    <Section title={t('budgets.totals.title')}>
      <dl className="grid gap-4 xs:grid-cols-2 lg:grid-cols-5">
        {figures.map((figure) => {
          const all = inDinars(
            lines.map((line) => ({ minor: amountOf(line, figure), currency: line.currency })),
            rate,
          )
          return (
            <div key={figure} className="min-w-0">
              <dt className="text-sm text-ink-soft">{t(`budgets.figure.${figure}`)}</dt>
              {used.map((currency) => (
                <dd key={currency} className="font-semibold">
                  <Code>{format.money(sum(currency, figure), currency)}</Code>
                </dd>
              ))}
              {used.length > 1 && all !== null && (
                <dd className="text-sm text-ink-soft">
                  <Code>{`≈ ${format.money(((all + 500n) / 1000n) * 1000n, 'IQD')}`}</Code>
                </dd>
              )}
            </div>
          )
        })}
      </dl>
      {used.length > 1 && (
        <p className="mt-3 text-sm text-ink-soft">
          {rateWords ? t('budgets.totals.at', rateWords) : t('budgets.totals.noRate')}
        </p>
      )}
      {mayRate && (
        <div className="mt-4">
          <Disclosure label={t('budgets.rate.title')}>
            <PlainForm action={setRate} submit={t('budgets.rate.submit')}>
              <p className="text-ink-soft">{rateWords ? t('budgets.totals.at', rateWords) : t('budgets.rate.none')}</p>
              <MoneyField name="rate" currency="IQD" label={t('budgets.rate.rate')} />
              <DateField name="day" label={t('budgets.rate.day')} defaultValue={baghdadDay(new Date())} />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
