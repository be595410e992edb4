import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { SavedViews } from '@/components/case/saved-views'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listPeople } from '@/lib/people/list-queries'
import { canRegister } from '@/lib/people/policy'
import { listHref, listQuery, readFilters, type SearchParams } from './filters'
import { PeopleFilterBar } from './people-filter-bar'
import { PeopleSearch } from './people-search'
import { PeopleTable } from './people-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.title') }
}

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'people.read')) notFound()
  const [{ t }, filters] = await Promise.all([getI18n(), readFilters(searchParams)])
  const page = await listPeople(actor, filters)
  const { after: _after, before: _before, ...kept } = filters
  const query = listQuery(kept)
  const register = canRegister(actor) && (
    <LinkButton href="/people/new">
      <Icon name="plus" className="size-4" />
      {t('people.new')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('people.title')} lead={t('people.lead')} action={register} />
      <PeopleSearch filters={kept} />
      <PeopleFilterBar filters={kept} places={page.places} />
      <SavedViews screen="people" path="/people" views={page.views} query={query} />
      {filters.q && page.rows.length > 0 && <p className="mb-3 text-sm text-ink-soft">{t('people.list.best')}</p>}
      {page.rows.length > 0 ? (
        <PeopleTable rows={page.rows} caption={t('people.title')} />
      ) : query ? (
        <EmptyState icon="search" title={t('people.list.emptyFound')} action={register}>
          {t('people.list.emptyFoundText')}
        </EmptyState>
      ) : (
        <EmptyState icon="users" title={t('people.list.empty')} action={register}>
          {t('people.list.emptyText')}
        </EmptyState>
      )}
      <Pagination
        label={t('people.list.pages')}
        previous={
          page.previous
            ? { href: listHref({ ...kept, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={page.next ? { href: listHref({ ...kept, after: page.next }), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
