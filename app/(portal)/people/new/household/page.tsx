import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { canRegister } from '@/lib/people/policy'
import { search } from '@/lib/people/search-queries'
import { readFilters, type SearchParams } from '../../filters'
import { HouseholdFinder } from '../../household-finder'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.check.find') }
}

export default async function FindHouseholdPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!canRegister(actor)) notFound()
  const [{ t }, { q: query = '' }] = await Promise.all([getI18n(), readFilters(searchParams)])
  const { people } = query ? await search(actor, query) : { people: [] }
  return (
    <>
      <PageHeader
        title={t('people.check.find')}
        lead={t('people.check.findLead')}
        back={{ href: '/people/new', label: t('people.new') }}
      />
      <HouseholdFinder
        action="/people/new/household"
        query={query}
        found={people}
        hrefOf={(id) => `/people/new?householdOf=${id}`}
      />
    </>
  )
}
