import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { ChoiceLinks } from '@/components/ui/choice-links'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { PointMap } from '@/components/ui/point-map'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { type FacilityFilter, listFacilities, listFacilityMap } from '@/lib/referrals/facilities/queries'
import { SectionTabs } from '../section-tabs'
import { FacilityFilters } from './facility-filters'
import { FacilityTable } from './facility-table'
import { FileSection } from './file-section'
import { listHref, readFilters, type SearchParams, type View } from './filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('facilities.title') }
}

type Filter = FacilityFilter & { view: View }

export default async function FacilitiesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor()
  if (!may(actor, 'facilities.read')) notFound()
  const [{ t }, filter, { problem, heads }] = await Promise.all([getI18n(), readFilters(searchParams), searchParams])
  const mayManage = may(actor, 'facilities.manage')
  const views = (['list', 'map'] as const).map((view) => ({
    value: view,
    label: t(`facilities.view.${view}`),
    href: listHref({ ...filter, view }),
    isChosen: filter.view === view,
  }))
  return (
    <>
      <PageHeader
        title={t('facilities.title')}
        lead={t('facilities.lead')}
        action={mayManage && <LinkButton href="/referrals/facilities/new">{t('facilities.new')}</LinkButton>}
      />
      <SectionTabs actor={actor} current="facilities" />
      <div className="mb-4">
        <ChoiceLinks label={t('facilities.view.label')} choices={views} />
      </div>
      {filter.view === 'map' ? <MapView actor={actor} filter={filter} /> : <ListView actor={actor} filter={filter} />}
      <FileSection mayManage={mayManage} problem={problem} heads={heads} />
    </>
  )
}

async function ListView({ actor, filter }: { actor: Actor; filter: Filter }) {
  const [{ t }, page] = await Promise.all([getI18n(), listFacilities(actor, filter)])
  const { after: _after, before: _before, ...kept } = filter
  return (
    <>
      <FacilityFilters filter={kept} districts={page.districts} />
      {page.rows.length === 0 ? (
        <EmptyState title={t('facilities.list.empty')}>{t('facilities.list.emptyText')}</EmptyState>
      ) : (
        <FacilityTable rows={page.rows} />
      )}
      <Pagination
        label={t('facilities.list.pages')}
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

const tones = { full: 'good', partial: 'warning', none: 'danger' } as const

async function MapView({ actor, filter }: { actor: Actor; filter: Filter }) {
  const [{ t, locale }, { rows, districts }] = await Promise.all([getI18n(), listFacilityMap(actor, filter)])
  const points = rows.flatMap((row) =>
    row.latitude === null || row.longitude === null
      ? []
      : [
          {
            id: row.id,
            latitude: row.latitude,
            longitude: row.longitude,
            href: `/referrals/facilities/${row.id}`,
            label: `${inLocale(locale, row.name)} · ${row.closedOn ? t('facilities.closed') : t(`facilities.functional.${row.functional}`)}`,
            tone: row.closedOn ? ('neutral' as const) : tones[row.functional],
          },
        ],
  )
  const names = districts.flatMap(({ latitude, longitude, ...name }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, label: inLocale(locale, name) }],
  )
  return (
    <>
      <FacilityFilters filter={filter} districts={districts} />
      {points.length === 0 ? (
        <EmptyState title={t('facilities.map.none')}>{t('facilities.list.emptyText')}</EmptyState>
      ) : (
        <div className="space-y-4">
          <p className="text-ink-soft">{t('facilities.map.text')}</p>
          <PointMap
            title={t('facilities.map.title')}
            points={points}
            names={names}
            scale={(count) => isolated(t('facilities.map.kilometres', { count }))}
          />
          <FacilityTable rows={rows} />
        </div>
      )}
    </>
  )
}
