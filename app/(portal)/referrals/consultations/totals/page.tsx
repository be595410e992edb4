import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterMonth, FilterSelect } from '@/components/ui/filter-field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { inLocale } from '@/lib/i18n/in-locale'
import { type SumDimension, sumDimensions } from '@/lib/referrals/consultations/domain'
import type { RegisterFilter } from '@/lib/referrals/consultations/register-ids'
import { getTotals, isDeidentified, mayCount } from '@/lib/referrals/consultations/totals-query'
import { ReportTabs } from '../../../reports/report-tabs'
import { SectionTabs } from '../../section-tabs'
import type { Query } from '../filters'
import { Breakdown } from './breakdown'
import { readTotalsFilter, totalsHref } from './filters'
import { MonthChart } from './month-chart'
import { nameOfValue, orderOf } from './names'
import { NumberLink } from './number-link'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('consultations.totals.title') }
}

const keyOf: Record<SumDimension, keyof RegisterFilter> = {
  facility: 'facility',
  sex: 'sex',
  age_band: 'ageBand',
  displacement: 'displacement',
  disability: 'disability',
  category: 'category',
  visit: 'visit',
}

/** Consultations in numbers, month by month and by each thing that is counted; each number opens its registers. */
export default async function TotalsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!mayCount(actor)) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const filter = readTotalsFilter(query, new Date())
  const page = await getTotals(actor, filter)
  const { totals, facilities } = page
  const isHidden = isDeidentified(actor)
  const facility = facilities.find((one) => one.id === filter.facility)
  const base: RegisterFilter = { from: filter.from, to: filter.to, facility: filter.facility ?? undefined }
  const behindOf = (dimension: SumDimension) =>
    isHidden ? null : (value: string): RegisterFilter => ({ ...base, [keyOf[dimension]]: value })
  const visits = (kind: string) => totals.rows.find((row) => row.dimension === 'visit' && row.value === kind)
  const tiles = [
    { key: 'all' as const, row: totals.all, behind: isHidden ? null : base },
    { key: 'new' as const, row: visits('new'), behind: behindOf('visit')?.('new') ?? null },
    { key: 'follow_up' as const, row: visits('follow_up'), behind: behindOf('visit')?.('follow_up') ?? null },
  ]
  return (
    <>
      <PageHeader
        title={t('consultations.totals.title')}
        lead={t(isHidden ? 'consultations.totals.leadAlone' : 'consultations.totals.lead', {
          from: format.month(filter.from),
          to: format.month(filter.to),
        })}
        {...(may(actor, 'consultations.read') && {
          back: { href: '/referrals/consultations', label: t('consultations.title') },
        })}
        action={(['xlsx', 'csv'] as const).map((as) => (
          <LinkButton
            key={as}
            href={totalsHref(filter, { as }, '/referrals/consultations/totals/export')}
            variant="secondary"
          >
            {t(`figures.export.${as}`)}
          </LinkButton>
        ))}
      />
      {/* Who sees figures without registers came from Reports. */}
      {isHidden ? (
        <ReportTabs actor={actor} current="consultations" />
      ) : (
        <SectionTabs actor={actor} current="consultations" />
      )}
      <FilterBar
        action="/referrals/consultations/totals"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={
          facility
            ? [
                {
                  label: inLocale(locale, facility),
                  href: totalsHref({ ...filter, facility: null }),
                  removeLabel: t('common.list.remove', { label: inLocale(locale, facility) }),
                },
              ]
            : []
        }
      >
        <FilterMonth name="from" label={t('consultations.list.from')} value={filter.from.slice(0, 7)} />
        <FilterMonth name="to" label={t('consultations.list.to')} value={filter.to.slice(0, 7)} />
        <FilterSelect
          name="facility"
          label={t('consultations.facility')}
          anyLabel={t('consultations.list.anyFacility')}
          options={facilities.map((one) => ({ value: one.id, label: inLocale(locale, one) }))}
          value={filter.facility ?? undefined}
        />
      </FilterBar>
      {isHidden && (
        <div className="mb-6">
          <Notice tone="info">{t('figures.withheldText')}</Notice>
        </div>
      )}
      {totals.all.count === 0 ? (
        <Notice tone="info">{t('consultations.totals.none')}</Notice>
      ) : (
        <div className="space-y-6">
          <Section title={t('consultations.totals.byMonth')}>
            <dl className="mb-6 flex flex-wrap gap-x-12 gap-y-4">
              {tiles.map(({ key, row, behind }) => (
                <div key={key}>
                  <dt className="text-sm text-ink-soft">{t(`consultations.totals.tile.${key}`)}</dt>
                  <dd className="text-xl font-semibold">
                    <NumberLink count={row?.count ?? 0} isWithheld={row?.isWithheld ?? false} behind={behind} />
                  </dd>
                </div>
              ))}
            </dl>
            <MonthChart
              months={totals.months}
              behind={isHidden ? null : (month) => ({ ...base, from: month, to: month })}
            />
          </Section>
          <div className="gap-6 lg:columns-2">
            {sumDimensions
              .filter((dimension) => !(filter.facility && dimension === 'facility'))
              .map((dimension) => {
                const order = orderOf[dimension]
                const rows = totals.rows.filter((row) => row.dimension === dimension)
                rows.sort((a, b) => (order ? order.indexOf(a.value) - order.indexOf(b.value) : b.count - a.count))
                return (
                  <Breakdown
                    key={dimension}
                    dimension={dimension}
                    rows={rows}
                    nameOf={(value) => nameOfValue(t, locale, page, dimension, value)}
                    behind={behindOf(dimension)}
                  />
                )
              })}
          </div>
        </div>
      )}
    </>
  )
}
