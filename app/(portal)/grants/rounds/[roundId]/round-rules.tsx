import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import type { RoundPage } from '@/lib/grants/rounds/queries'
import { inLocale } from '@/lib/i18n/in-locale'

/** The published rules of a round, as they stand. */
export async function RoundRules({ page }: { page: RoundPage }) {
  const { t, locale, format } = await getI18n()
  const { round, chosen, districts } = page
  const served = districts.filter((one) => chosen.includes(one.pcode)).map((one) => inLocale(locale, one.name))
  const notice = inLocale(locale, { en: round.noticeEn, ar: round.noticeAr })
  return (
    <Section title={t('rounds.selection.rules')}>
      <DetailsList
        columns={2}
        items={[
          { term: t('rounds.list.opens'), value: format.shortDate(round.opensOn) },
          { term: t('rounds.list.closes'), value: format.shortDate(round.closesOn) },
          { term: t('rounds.form.ceiling'), value: <Code>{format.money(round.maxAmountMinor, round.currency)}</Code> },
          { term: t('rounds.form.minAge'), value: t('rounds.selection.minAge', { age: round.minAge }) },
          { term: t('rounds.form.quietDays'), value: t('rounds.selection.quietDays', { days: round.quietDays }) },
          {
            term: t('rounds.form.districts'),
            value: served.length > 0 ? format.list(served) : t('rounds.selection.everywhere'),
          },
          ...(round.targetGrants === null
            ? []
            : [{ term: t('rounds.list.target'), value: format.number(round.targetGrants) }]),
          { term: t('rounds.form.split'), value: <Code>{round.trancheSplit.join('/')}</Code> },
        ]}
      />
      {notice && (
        <p dir="auto" className="mt-4 whitespace-pre-line">
          {notice}
        </p>
      )}
    </Section>
  )
}
