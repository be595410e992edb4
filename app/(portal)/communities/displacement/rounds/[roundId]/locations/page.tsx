import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type CountRow, listCounts } from '@/lib/communities/displacement/count-queries'
import { canEnter } from '@/lib/communities/displacement/policy'
import { inLocale } from '@/lib/i18n/in-locale'
import { base, hrefOf, type Query, readCountFilter } from '../../../filters'
import { PopulationLinks } from '../../../population-links'
import { changeText, numberOr, roundName } from '../../../round-words'
import { read } from '../read'
import { CountFilters } from './count-filters'

type Props = { params: Promise<{ roundId: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { page }] = await Promise.all([getI18n(), params.then(({ roundId }) => read(roundId))])
  return {
    title: page ? `${t('displacement.counts.title')} · ${roundName(t, page.round)}` : t('common.states.notFoundTitle'),
  }
}

/** The figures of a round, location by location, beside those of the round before. */
export default async function CountsPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { actor, page }, filter] = await Promise.all([
    getI18n(),
    params.then(({ roundId }) => read(roundId)),
    searchParams.then(readCountFilter),
  ])
  if (!page) notFound()
  const { round } = page
  const path = `${base}/rounds/${round.id}/locations`
  const { rows, previous, next } = await listCounts(actor, round, filter)
  const { after: _after, before: _before, ...kept } = filter
  const isOpen = canEnter(actor, round) === true
  const columns: Column<CountRow>[] = [
    { key: 'name', header: t('displacement.figure.name'), cell: (row) => inLocale(locale, row.name) },
    { key: 'district', header: t('displacement.figure.district'), cell: (row) => inLocale(locale, row.district) },
    {
      key: 'families',
      header: t('displacement.figure.families'),
      align: 'end',
      cell: (row) => (row.families === null ? t('displacement.figure.none') : format.number(row.families)),
    },
    {
      key: 'change',
      header: t('displacement.figure.change'),
      align: 'end',
      cell: (row) =>
        row.families === null ? (
          numberOr(format, row.before)
        ) : (
          <bdi dir="ltr">{changeText(t, row.families, row.before)}</bdi>
        ),
    },
    {
      key: 'individuals',
      header: t('displacement.figure.individuals'),
      align: 'end',
      cell: (row) => numberOr(format, row.individuals),
    },
    {
      key: 'method',
      header: t('displacement.figure.method'),
      cell: (row) => (row.method ? t(`displacement.method.${row.method}`) : '–'),
      desktopOnly: true,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('displacement.counts.title')}
        lead={`${roundName(t, round)} · ${format.date(round.countedOn)}`}
        back={{ href: `${base}/rounds/${round.id}`, label: roundName(t, round) }}
      />
      <PopulationLinks chosen={filter.population} hrefOf={(population) => hrefOf(path, { ...kept, population })} />
      <CountFilters path={path} filter={kept} districts={page.districts} />
      {rows.length === 0 ? (
        <EmptyState title={t('displacement.counts.empty')}>{t('displacement.counts.emptyText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('displacement.counts.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => (isOpen ? `${path}/${row.id}` : `${base}/locations/${row.id}`)}
        />
      )}
      <Pagination
        label={t('displacement.counts.pages')}
        previous={
          previous ? { href: hrefOf(path, { ...kept, before: previous }), label: t('common.list.previous') } : undefined
        }
        next={next ? { href: hrefOf(path, { ...kept, after: next }), label: t('common.list.next') } : undefined}
      />
    </>
  )
}
