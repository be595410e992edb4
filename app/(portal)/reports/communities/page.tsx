import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { type FigureRow, getCommunityFigures, type Table, tableNames, tables } from '@/lib/communities/figures/queries'
import { ReportTabs } from '../report-tabs'
import { dimensionName, groupName, measureName } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('communityFigures.title') }
}

/** Needs and projects in figures, as they stand today; each number opens the records behind it. */
export default async function CommunityFiguresPage() {
  const actor = await requireActor()
  if (!may(actor, 'figures.read') || !may(actor, 'communities.read')) notFound()
  const [{ t, locale, format }, { rows, names }] = await Promise.all([getI18n(), getCommunityFigures(actor)])
  const count =
    (table: Table) =>
    (measure: string): Column<FigureRow> => ({
      key: measure,
      header: measureName(t, measure),
      align: 'end',
      cell: (row) => {
        const value = row.counts[measure] ?? 0
        if (value === 0) return <span className="text-ink-soft tabular-nums">{format.number(0)}</span>
        const query = new URLSearchParams({ table, measure, by: row.dimension, value: row.value })
        return (
          <Link
            href={`/reports/communities/records?${query}`}
            prefetch={false}
            className="touch-target inline-flex items-center text-action tabular-nums underline"
          >
            {format.number(value)}
          </Link>
        )
      },
    })
  const columnsOf = (table: Table): Column<FigureRow>[] => [
    { key: 'who', header: t('healthFigures.who'), cell: (row) => groupName(t, locale, names, row) },
    ...tables[table].measures.map(count(table)),
    ...(table === 'projects'
      ? [
          {
            key: 'value',
            header: t('communityFigures.value'),
            align: 'end' as const,
            cell: (row: FigureRow) =>
              row.values.length === 0
                ? '–'
                : row.values.map(({ minor, currency }) => (
                    <span key={currency} className="block whitespace-nowrap tabular-nums">
                      {format.money(minor, currency)}
                    </span>
                  )),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader
        title={t('communityFigures.title')}
        lead={t('communityFigures.lead')}
        action={
          <div data-noprint className="flex gap-2">
            {(['xlsx', 'csv'] as const).map((kind) => (
              <LinkButton key={kind} href={`/reports/communities/export?kind=${kind}`} variant="secondary">
                {t(`figures.export.${kind}`)}
              </LinkButton>
            ))}
          </div>
        }
      />
      <ReportTabs actor={actor} current="communities" />
      {rows.length === 0 && <Notice tone="info">{t('healthFigures.none')}</Notice>}
      <div className="space-y-6">
        {tableNames.map((table) => (
          <Section key={table} title={t(`communityFigures.table.${table}`)}>
            <div className="space-y-8">
              {['all', ...tables[table].dimensions].map((dimension) => {
                const inside = rows.filter((row) => row.table === table && row.dimension === dimension)
                return (
                  inside.length > 0 && (
                    <div key={dimension}>
                      {dimension !== 'all' && <h3 className="mb-3 font-semibold">{dimensionName(t, dimension)}</h3>}
                      <DataTable
                        caption={dimensionName(t, dimension)}
                        columns={columnsOf(table)}
                        rows={inside}
                        rowKey={(row) => `${row.dimension}-${row.value}`}
                      />
                    </div>
                  )
                )
              })}
            </div>
          </Section>
        ))}
      </div>
    </>
  )
}
