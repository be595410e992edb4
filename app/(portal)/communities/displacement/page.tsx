import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getOverview, type MapDistrict } from '@/lib/communities/displacement/overview-query'
import { inLocale } from '@/lib/i18n/in-locale'
import { base, hrefOf, type Query, readPopulation } from './filters'
import { MapSection } from './map-section'
import { Parts } from './parts'
import { PopulationLinks } from './population-links'
import { SumTiles } from './sum-tiles'
import { TrendSection } from './trend-section'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.title') }
}

/** The last published round: how many families, where, and how that came about. */
export default async function DisplacementPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!may(actor, 'displacement.read')) notFound()
  const [{ t, locale, format }, population] = await Promise.all([getI18n(), searchParams.then(readPopulation)])
  const overview = await getOverview(actor, population)
  const { round, districts, trend } = overview
  const columns: Column<MapDistrict>[] = [
    { key: 'name', header: t('displacement.figure.district'), cell: (row) => inLocale(locale, row.name) },
    ...(['locations', 'families', 'counted', 'multiplied'] as const).map((what) => ({
      key: what,
      header: t(`displacement.figure.${what}`),
      align: 'end' as const,
      cell: (row: MapDistrict) => format.number(row[what]),
    })),
  ]
  const lead =
    round &&
    [
      t('displacement.overview.roundOf', { number: String(round.number), date: format.date(round.countedOn) }),
      round.edition > 1 && t('displacement.overview.edition', { edition: round.edition }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <PageHeader
        title={t('displacement.title')}
        lead={lead ?? t('displacement.lead')}
        action={
          round && (
            <LinkButton href={`${base}/rounds/${round.roundId}`} variant="secondary">
              {t('displacement.overview.openRound')}
            </LinkButton>
          )
        }
      />
      <Parts actor={actor} current="overview" />
      {!round ? (
        <EmptyState icon="map-pin" title={t('displacement.overview.none')}>
          {t('displacement.overview.noneText')}
        </EmptyState>
      ) : (
        <>
          <PopulationLinks chosen={population} hrefOf={(value) => hrefOf(base, { population: value })} />
          <div className="space-y-6">
            <SumTiles sum={round.sums[population]} />
            <MapSection overview={overview} />
            <Section title={t('displacement.overview.byDistrict')}>
              <DataTable
                caption={t('displacement.overview.byDistrict')}
                columns={columns}
                rows={districts}
                rowKey={(row) => row.pcode}
                rowHref={(row) => `${base}/areas/${row.pcode}`}
              />
            </Section>
            <TrendSection title={t('displacement.overview.trendTitle')} trend={trend} />
          </div>
        </>
      )}
    </>
  )
}
