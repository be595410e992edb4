import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { listTeams, type TeamRow } from '@/lib/admin/team-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { requireAdmin } from '../require-admin'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.teams.title') }
}

export default async function TeamsPage() {
  const actor = await requireAdmin('teams.manage')
  const [{ t, locale, format }, teams] = await Promise.all([getI18n(), listTeams(actor)])
  const columns: Column<TeamRow>[] = [
    { key: 'name', header: t('admin.users.team'), cell: (row) => inLocale(locale, row.name) },
    { key: 'district', header: t('admin.teams.district'), cell: (row) => inLocale(locale, row.district) },
    {
      key: 'state',
      header: t('admin.users.state'),
      cell: (row) =>
        row.isActive ? <Badge tone="good">{t('admin.inUse')}</Badge> : <Badge icon="ban">{t('admin.notInUse')}</Badge>,
    },
    { key: 'members', header: t('admin.teams.members'), cell: (row) => format.number(row.members), align: 'end' },
  ]
  const action = <LinkButton href="/admin/teams/new">{t('admin.teams.new')}</LinkButton>
  return (
    <>
      <PageHeader
        title={t('admin.teams.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        {...(teams.length > 0 && { action })}
      />
      {teams.length === 0 ? (
        <EmptyState icon="users" title={t('admin.teams.none')} action={action}>
          {t('admin.teams.noneText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('admin.teams.title')}
          columns={columns}
          rows={teams}
          rowKey={(row) => row.id}
          rowHref={(row) => `/admin/teams/${row.id}`}
        />
      )}
    </>
  )
}
