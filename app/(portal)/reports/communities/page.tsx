import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getCommunityFigures, tableNames, tables } from '@/lib/communities/figures/queries'
import { Breakdown } from '../breakdown'
import { ReportTabs } from '../report-tabs'
import { CommunityTable } from './figure-table'
import { dimensionName, groupName } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('communityFigures.title') }
}

/** Needs and projects in figures, as they stand today; each number opens the records behind it. */
export default async function CommunityFiguresPage() {
  const actor = await requireActor()
  if (!may(actor, 'figures.read') || !may(actor, 'communities.read')) notFound()
  const [{ t, locale }, { rows, names }] = await Promise.all([getI18n(), getCommunityFigures(actor)])
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
            <div className="space-y-6">
              {['all', ...tables[table].dimensions].map((dimension) => {
                const inside = rows.filter((row) => row.table === table && row.dimension === dimension)
                return (
                  inside.length > 0 && (
                    <Breakdown key={dimension} title={dimension === 'all' ? null : dimensionName(t, dimension)}>
                      <CommunityTable
                        table={table}
                        title={dimensionName(t, dimension)}
                        rows={inside}
                        nameOf={(row) => groupName(t, locale, names, row)}
                      />
                    </Breakdown>
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
