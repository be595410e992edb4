import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listPlaces } from '@/lib/communities/displacement/place-queries'
import { mayKeepPlaces } from '@/lib/communities/displacement/policy'
import { base, hrefOf, type Query, readPlaceFilter } from '../filters'
import { Parts } from '../parts'
import { PlaceFilters } from './place-filters'
import { PlaceTable } from './place-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.place.title') }
}

/** The register of monitored locations, by name. */
export default async function PlacesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'displacement.read')) notFound()
  const [{ t }, filter] = await Promise.all([getI18n(), searchParams.then(readPlaceFilter)])
  const { rows, previous, next, districts } = await listPlaces(actor, filter)
  const { after: _after, before: _before, ...kept } = filter
  const path = `${base}/locations`
  return (
    <>
      <PageHeader
        title={t('displacement.place.title')}
        lead={t('displacement.place.lead')}
        action={mayKeepPlaces(actor) && <LinkButton href={`${path}/new`}>{t('displacement.place.new')}</LinkButton>}
      />
      <Parts actor={actor} current="locations" />
      <PlaceFilters filter={kept} districts={districts} />
      {rows.length === 0 ? (
        <EmptyState icon="map-pin" title={t('displacement.place.empty')}>
          {t('displacement.place.emptyText')}
        </EmptyState>
      ) : (
        <PlaceTable rows={rows} />
      )}
      <Pagination
        label={t('displacement.place.pages')}
        previous={
          previous ? { href: hrefOf(path, { ...kept, before: previous }), label: t('common.list.previous') } : undefined
        }
        next={next ? { href: hrefOf(path, { ...kept, after: next }), label: t('common.list.next') } : undefined}
      />
      <p data-noprint className="mt-8 flex flex-wrap gap-x-4">
        {(['xlsx', 'csv'] as const).map((as) => (
          <a
            key={as}
            href={`${path}/export?as=${as}`}
            className="touch-target inline-flex items-center text-action underline"
          >
            {t('displacement.place.export', { kind: as.toUpperCase() })}
          </a>
        ))}
      </p>
    </>
  )
}
