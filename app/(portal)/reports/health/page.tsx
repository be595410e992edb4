import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { getI18n } from '@/app/i18n'
import { isPhone } from '@/app/phone'
import { Disclosure } from '@/components/ui/disclosure'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterDate } from '@/components/ui/filter-field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { dimensions, measures } from '@/lib/referrals/figures/measures'
import { foldHealthFigures, getHealthFigures, isDeidentified } from '@/lib/referrals/figures/queries'
import { periodHref, type Query, readPeriod } from '../period'
import { ReportTabs } from '../report-tabs'
import { HealthTable } from './figure-table'
import { Months } from './months'
import { NumberCell } from './number-cell'
import { groupName } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('healthFigures.title') }
}

/** Health referrals in figures; each number opens the records behind it. */
export default async function HealthFiguresPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'figures.read') || !actor.programmes.includes('health')) notFound()
  const [{ t, locale, format }, query, isFolded] = await Promise.all([getI18n(), searchParams, isPhone()])
  const period = readPeriod(query)
  const { rows, names } = await getHealthFigures(actor, period)
  after(foldHealthFigures)
  const all = rows.find((row) => row.dimension === 'all')
  const words = { from: format.shortDate(period.from), to: format.shortDate(period.to) }
  return (
    <>
      <PageHeader
        title={t('healthFigures.title')}
        lead={t('healthFigures.lead')}
        action={
          <div data-noprint className="flex gap-2">
            {(['xlsx', 'csv'] as const).map((kind) => (
              <LinkButton key={kind} href={periodHref('/reports/health/export', period, { kind })} variant="secondary">
                {t(`figures.export.${kind}`)}
              </LinkButton>
            ))}
          </div>
        }
      />
      <ReportTabs actor={actor} current="health" />
      <FilterBar
        action="/reports/health"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={[]}
      >
        <FilterDate name="from" label={t('healthFigures.from')} value={period.from} />
        <FilterDate name="to" label={t('healthFigures.to')} value={period.to} />
      </FilterBar>
      <p className="mb-4 text-ink-soft">{t('healthFigures.period', words)}</p>
      {isDeidentified(actor) && (
        <div className="mb-6">
          <Notice tone="info">{t('figures.withheldText')}</Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <Notice tone="info">{t('healthFigures.none')}</Notice>
      ) : (
        <div className="space-y-6">
          <Section title={t('healthFigures.all')}>
            {all && (
              <dl className="mb-4 grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-6">
                {measures.map((measure) => (
                  <div key={measure}>
                    <dt className="text-sm text-ink-soft">{t(`healthFigures.measure.${measure}`)}</dt>
                    <dd className="text-lg font-semibold">
                      <NumberCell row={all} measure={measure} dimension={null} period={period} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            <p className="text-sm text-ink-soft">{t('healthFigures.beside')}</p>
          </Section>
          {dimensions.map((dimension) => {
            const title = t(`healthFigures.by.${dimension}`)
            const inside = rows.filter((row) => row.dimension === dimension)
            if (dimension === 'month') inside.sort((a, b) => (a.value < b.value ? 1 : -1))
            const table = (
              <HealthTable
                title={title}
                dimension={dimension}
                rows={inside}
                period={period}
                nameOf={(row) => groupName(t, locale, names, row.dimension, row.value)}
              />
            )
            return (
              <Section key={dimension} title={title} isFolded={isFolded && dimension !== 'month'}>
                {dimension === 'month' ? (
                  <div className="space-y-4">
                    <Months rows={rows} period={period} />
                    <Disclosure label={t('healthFigures.table')}>{table}</Disclosure>
                  </div>
                ) : (
                  table
                )}
              </Section>
            )
          })}
        </div>
      )}
    </>
  )
}
