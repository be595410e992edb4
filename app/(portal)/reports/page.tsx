import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterDate, FilterSelect } from '@/components/ui/filter-field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { dimensions } from '@/lib/grants/figures/measures'
import { foldFigures, getFigures, isDeidentified } from '@/lib/grants/figures/queries'
import { FigureTable } from './figure-table'
import { figuresHref, readFilters } from './filters'
import type { Query } from './period'
import { ReportTabs } from './report-tabs'
import { Totals } from './totals'
import { valueName } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('figures.title') }
}

/** The programme in figures; each number opens the records behind it. */
export default async function FiguresPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'figures.read')) notFound()
  // Whoever works in other programmes only begins with theirs.
  const first = ['health', 'policing'].find((programme) => actor.programmes.some((one) => one === programme))
  if (!actor.programmes.includes('livelihoods') && first) redirect(`/reports/${first}`)
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const filters = readFilters(query)
  const { rows, districts, rounds } = await getFigures(actor, filters)
  after(foldFigures)
  const all = rows.find((row) => row.dimension === 'all')
  const active = (['from', 'to', 'round'] as const).flatMap((key) => {
    const value = filters[key]
    if (!value) return []
    const label = t(`figures.filter.${key}Is`, { value: key === 'round' ? value : format.shortDate(value) })
    const href = figuresHref('/reports', { ...filters, [key]: null })
    return [{ label, href, removeLabel: t('common.list.remove', { label }) }]
  })
  return (
    <>
      <PageHeader
        title={t('figures.title')}
        lead={t('figures.lead')}
        action={
          <div data-noprint className="flex gap-2">
            {(['xlsx', 'csv'] as const).map((kind) => (
              <LinkButton key={kind} href={figuresHref('/reports/export', filters, { kind })} variant="secondary">
                {t(`figures.export.${kind}`)}
              </LinkButton>
            ))}
          </div>
        }
      />
      <ReportTabs actor={actor} current="grants" />
      <FilterBar
        action="/reports"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={active}
        clear={active.length > 0 ? { href: '/reports', label: t('common.list.clear') } : undefined}
      >
        <FilterDate name="from" label={t('figures.filter.from')} value={filters.from ?? undefined} />
        <FilterDate name="to" label={t('figures.filter.to')} value={filters.to ?? undefined} />
        <FilterSelect
          name="round"
          label={t('figures.filter.round')}
          anyLabel={t('figures.filter.anyRound')}
          options={rounds.map((code) => ({ value: code, label: code }))}
          value={filters.round ?? undefined}
        />
      </FilterBar>
      {isDeidentified(actor) && (
        <div className="mb-6">
          <Notice tone="info">{t('figures.withheldText')}</Notice>
        </div>
      )}
      {(!all || all.applications === 0) && <Notice tone="info">{t('figures.none')}</Notice>}
      {all && all.applications > 0 && (
        <div className="space-y-6">
          <Totals row={all} filters={filters} />
          {dimensions.map((dimension) => (
            <FigureTable
              key={dimension}
              title={t(`figures.by.${dimension}`)}
              dimension={dimension}
              rows={rows.filter((row) => row.dimension === dimension)}
              filters={filters}
              nameOf={(value) => valueName(t, locale, districts, dimension, value)}
            />
          ))}
        </div>
      )}
    </>
  )
}
