import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { listUsers, type UserRow } from '@/lib/admin/user-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { requireAdmin } from '../require-admin'
import { readUserFilter, type SearchParams, usersHref } from './filters'
import { UserFilters } from './user-filters'
import { UserSearch } from './user-search'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.users.title') }
}

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('users.manage')
  const [{ t, locale }, filter] = await Promise.all([getI18n(), readUserFilter(searchParams)])
  const page = await listUsers(actor, filter)
  const columns: Column<UserRow>[] = [
    { key: 'name', header: t('admin.users.name'), cell: (row) => <Bdi>{row.name}</Bdi> },
    { key: 'email', header: t('admin.users.email'), cell: (row) => <Code>{row.email}</Code> },
    {
      key: 'roles',
      header: t('admin.users.roles'),
      cell: (row) => (
        <>
          {row.roles.map((role) => t(`common.roles.${role}`)).join(' · ') || (row.asked.length === 0 && '–')}
          {row.asked.map((role) => (
            <div key={role} className="text-sm text-ink-soft">
              {t('admin.users.asked', { role: t(`common.roles.${role}`) })}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'teams',
      header: t('admin.users.teams'),
      cell: (row) => row.teams.map((team) => inLocale(locale, team)).join(' · ') || '–',
    },
    {
      key: 'state',
      header: t('admin.users.state'),
      cell: (row) =>
        row.isActive ? (
          <Badge tone="good">{t('admin.users.active')}</Badge>
        ) : (
          <Badge icon="ban">{t('admin.users.inactive')}</Badge>
        ),
    },
  ]
  const { after: _after, before: _before, ...filters } = filter
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <PageHeader
        title={t('admin.users.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        action={<LinkButton href="/admin/users/new">{t('admin.users.new')}</LinkButton>}
      />
      <UserSearch filter={filters} t={t} />
      <UserFilters filter={filters} teams={page.teams} t={t} locale={locale} />
      {page.rows.length === 0 ? (
        <EmptyState icon="users" title={t('admin.users.none')}>
          {isFiltered ? t('admin.users.noneFiltered') : t('admin.users.noneText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('admin.users.title')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/admin/users/${row.id}`}
        />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={
          page.previous
            ? { href: usersHref({ ...filters, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={
          page.next ? { href: usersHref({ ...filters, after: page.next }), label: t('common.list.next') } : undefined
        }
      />
    </>
  )
}
