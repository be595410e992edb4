import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterDate } from '@/components/ui/filter-field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { tableNames, tables } from '@/lib/forums/figures/measures'
import { getForumFigures, isDeidentified } from '@/lib/forums/figures/queries'
import { Breakdown } from '../breakdown'
import { periodHref, type Query, readPeriod } from '../period'
import { ReportTabs } from '../report-tabs'
import { ForumTable } from './figure-table'
import { dimensionName, groupName } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forumFigures.title') }
}

/** Community policing in figures; each number opens the records behind it, restricted concerns never. */
export default async function ForumFiguresPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'figures.read') || !actor.programmes.includes('policing')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const period = readPeriod(query)
  const { rows, names, restricted } = await getForumFigures(actor, period)
  return (
    <>
      <PageHeader
        title={t('forumFigures.title')}
        lead={t('forumFigures.lead')}
        action={
          <div data-noprint className="flex gap-2">
            {(['xlsx', 'csv'] as const).map((kind) => (
              <LinkButton
                key={kind}
                href={periodHref('/reports/policing/export', period, { kind })}
                variant="secondary"
              >
                {t(`figures.export.${kind}`)}
              </LinkButton>
            ))}
          </div>
        }
      />
      <ReportTabs actor={actor} current="policing" />
      <FilterBar
        action="/reports/policing"
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={[]}
      >
        <FilterDate name="from" label={t('healthFigures.from')} value={period.from} />
        <FilterDate name="to" label={t('healthFigures.to')} value={period.to} />
      </FilterBar>
      <p className="mb-4 text-ink-soft">
        {t('forumFigures.period', { from: format.shortDate(period.from), to: format.shortDate(period.to) })}
      </p>
      {isDeidentified(actor) && (
        <div className="mb-6">
          <Notice tone="info">{t('figures.withheldText')}</Notice>
        </div>
      )}
      {restricted !== null && <p className="mb-6">{t('forumFigures.restricted', { count: restricted })}</p>}
      {rows.length === 0 ? (
        <Notice tone="info">{t('healthFigures.none')}</Notice>
      ) : (
        <div className="space-y-6">
          {tableNames.map((table) => (
            <Section key={table} title={t(`forumFigures.table.${table}`)}>
              <div className="space-y-6">
                {['all', ...tables[table].dimensions].map((dimension) => {
                  const inside = rows.filter((row) => row.table === table && row.dimension === dimension)
                  if (dimension === 'age_band')
                    inside.sort((a, b) => Number.parseInt(a.value, 10) - Number.parseInt(b.value, 10))
                  const title = dimensionName(t, dimension)
                  return (
                    inside.length > 0 && (
                      <Breakdown key={dimension} title={dimension === 'all' ? null : title}>
                        <ForumTable
                          table={table}
                          title={title}
                          rows={inside}
                          period={period}
                          nameOf={(row) => groupName(t, locale, names, row.dimension, row.value)}
                        />
                      </Breakdown>
                    )
                  )
                })}
              </div>
            </Section>
          ))}
        </div>
      )}
    </>
  )
}
