import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getAreaTrend } from '@/lib/communities/displacement/trend-query'
import { inLocale } from '@/lib/i18n/in-locale'
import { base } from '../../filters'
import { numberOr } from '../../round-words'
import { TrendSection } from '../../trend-section'

type Props = { params: Promise<{ pcode: string }> }

const read = cache(async (pcode: string) => {
  const actor = await requireActor()
  const isAllowed = may(actor, 'displacement.read') && /^IQ[A-Z0-9]{3,20}$/.test(pcode)
  return isAllowed ? await getAreaTrend(actor, pcode) : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t, locale }, found] = await Promise.all([getI18n(), params.then(({ pcode }) => read(pcode))])
  return { title: found ? inLocale(locale, found.area.name) : t('common.states.notFoundTitle') }
}

type Row = NonNullable<Awaited<ReturnType<typeof getAreaTrend>>>['places'][number]

/** A district or a community: its trend, and its locations with most families. */
export default async function AreaPage({ params }: Props) {
  const [{ t, locale, format }, found] = await Promise.all([getI18n(), params.then(({ pcode }) => read(pcode))])
  if (!found) notFound()
  const columns: Column<Row>[] = [
    { key: 'name', header: t('displacement.figure.name'), cell: (row) => inLocale(locale, row.name) },
    {
      key: 'idp',
      header: t('displacement.rounds.idpFamilies'),
      align: 'end',
      cell: (row) => numberOr(format, row.idp),
    },
    {
      key: 'returnee',
      header: t('displacement.rounds.returneeFamilies'),
      align: 'end',
      cell: (row) => numberOr(format, row.returnee),
    },
  ]
  return (
    <>
      <PageHeader
        title={inLocale(locale, found.area.name)}
        lead={t('displacement.area.lead')}
        back={{ href: base, label: t('displacement.title') }}
      />
      <div className="space-y-6">
        <TrendSection title={t('displacement.place.trend')} trend={found.trend} />
        <Section title={t('displacement.area.places')}>
          {found.places.length === 0 ? (
            <p className="text-ink-soft">{t('displacement.area.noPlaces')}</p>
          ) : (
            <DataTable
              caption={t('displacement.area.places')}
              columns={columns}
              rows={found.places}
              rowKey={(row) => row.id}
              rowHref={(row) => `${base}/locations/${row.id}`}
            />
          )}
        </Section>
      </div>
    </>
  )
}
