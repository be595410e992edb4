import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { type CommunityRow, listCommunities } from '@/lib/communities/community/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { SectionTabs } from './section-tabs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('community.title') }
}

/** Sub-districts where anything is known: who lives there, and how much of ours is there. */
export default async function CommunitiesPage() {
  const actor = await requireActor()
  if (!may(actor, 'communities.read')) notFound()
  const [{ t, locale, format }, rows] = await Promise.all([getI18n(), listCommunities(actor)])
  const count = (key: 'idp' | 'returnee' | 'forums' | 'needs' | 'projects'): Column<CommunityRow> => ({
    key,
    header: t(`community.list.${key}`),
    align: 'end',
    cell: (row) => {
      const value = row[key]
      return value ? <span className="tabular-nums">{format.number(value)}</span> : '–'
    },
  })
  const columns: Column<CommunityRow>[] = [
    { key: 'name', header: t('community.list.name'), cell: (row) => inLocale(locale, row.name) },
    { key: 'district', header: t('community.list.district'), cell: (row) => inLocale(locale, row.district) },
    ...(['idp', 'returnee', 'forums', 'needs', 'projects'] as const).map(count),
  ]
  return (
    <>
      <PageHeader title={t('community.title')} lead={t('community.lead')} />
      <SectionTabs actor={actor} current="communities" />
      {rows.length === 0 ? (
        <EmptyState title={t('community.list.empty')} />
      ) : (
        <DataTable
          caption={t('community.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.pcode}
          rowHref={(row) => `/communities/${row.pcode}`}
        />
      )}
    </>
  )
}
