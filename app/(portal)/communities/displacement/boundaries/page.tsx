import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FileInput } from '@/components/ui/file-input'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireActor } from '@/lib/auth/session'
import { mayLoadBoundaries } from '@/lib/communities/displacement/boundaries/commands'
import { type BoundaryRow, listBoundaries } from '@/lib/communities/displacement/boundaries/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { newId } from '@/lib/ids'
import { base, type Query } from '../filters'
import { Parts } from '../parts'
import { LoadOutcome } from './load-outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.boundaries.title') }
}

const levels = ['l1', 'l2', 'l3', 'l4'] as const

/** The boundaries that the maps draw, and the way in for others. */
export default async function BoundariesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!mayLoadBoundaries(actor)) notFound()
  const [{ t, locale, format }, query, rows] = await Promise.all([getI18n(), searchParams, listBoundaries(actor)])
  const columns: Column<BoundaryRow>[] = [
    { key: 'place', header: t('displacement.boundaries.place'), cell: (row) => inLocale(locale, row.name) },
    {
      key: 'level',
      header: t('displacement.boundaries.level'),
      cell: (row) => t(`displacement.boundaries.levelOf.${levels[row.level - 1] ?? 'l2'}`),
    },
    {
      key: 'points',
      header: t('displacement.boundaries.points'),
      align: 'end',
      cell: (row) => format.number(row.points),
    },
    { key: 'source', header: t('displacement.boundaries.source'), cell: (row) => <Bdi>{row.source}</Bdi> },
    {
      key: 'at',
      header: t('displacement.boundaries.loadedAt'),
      cell: (row) => `${format.shortDate(new Date(row.loadedAt))} · ${isolated(row.loadedBy ?? '–')}`,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('displacement.boundaries.title')}
        lead={t('displacement.boundaries.lead')}
        back={{ href: '/admin', label: t('admin.start.title') }}
      />
      <Parts actor={actor} current="boundaries" />
      <div className="space-y-6">
        <LoadOutcome loaded={one(query.loaded)} problems={query.problem} />
        <Section title={t('displacement.boundaries.load')}>
          <form
            action={`${base}/boundaries/load`}
            method="post"
            encType="multipart/form-data"
            className="max-w-2xl space-y-4"
          >
            <input type="hidden" name="commandId" value={newId()} />
            <FileInput
              id="boundaries-hint"
              hint={t('displacement.boundaries.fileHint')}
              label={t('displacement.boundaries.file')}
              accept=".geojson,.json,application/geo+json,application/json"
            />
            <SubmitButton>{t('displacement.boundaries.submit')}</SubmitButton>
          </form>
        </Section>
        {rows.length === 0 ? (
          <EmptyState icon="map-pin" title={t('displacement.boundaries.none')}>
            {t('displacement.boundaries.noneText')}
          </EmptyState>
        ) : (
          <DataTable
            caption={t('displacement.boundaries.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.pcode}
          />
        )}
      </div>
    </>
  )
}
