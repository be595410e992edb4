import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { Pagination } from '@/components/ui/pagination'
import { listedStatuses } from '@/lib/grants/rounds/rules'
import type { SelectionFilter, SelectionPage, SelectionRow } from '@/lib/grants/rounds/selection-queries'
import { toneOf } from '@/lib/grants/tones'
import { pointsOf } from '../../committee/tones'
import { valueLabel } from '../value-label'
import { selectionHref } from './filters'

/** Every grant of the round that reached the committee or further, narrowed by status or to one kind of people. */
export async function SelectionList({ selection, filter }: { selection: SelectionPage; filter: SelectionFilter }) {
  const { t, locale, format } = await getI18n()
  const { round, page, districts } = selection
  const { dimension, value, status } = filter
  const columns: Column<SelectionRow>[] = [
    { key: 'person', header: t('rounds.selection.person'), cell: (row) => <Bdi>{row.name}</Bdi> },
    { key: 'reference', header: t('rounds.selection.reference'), cell: (row) => <Code>{row.reference}</Code> },
    {
      key: 'status',
      header: t('rounds.selection.status'),
      cell: (row) => <StatusBadge status={{ label: t(`grants.status.${row.status}`), tone: toneOf[row.status] }} />,
    },
    {
      key: 'score',
      header: t('rounds.selection.score'),
      cell: (row) => (row.score === null ? '–' : format.number(row.score)),
      align: 'end',
    },
    {
      key: 'mean',
      header: t('rounds.selection.mean'),
      cell: (row) => (row.mean === null ? '–' : <Code>{pointsOf(row.mean)}</Code>),
      align: 'end',
    },
    {
      key: 'amount',
      header: t('rounds.selection.amount'),
      cell: (row) => <Code>{format.money(Number(row.amount_minor), row.currency)}</Code>,
      align: 'end',
    },
  ]
  const active = [
    ...(dimension && value
      ? [{ label: valueLabel({ t, locale, districts }, dimension, value), href: selectionHref(round.id, { status }) }]
      : []),
    ...(status ? [{ label: t(`grants.status.${status}`), href: selectionHref(round.id, { dimension, value }) }] : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  const at = (cursor: { after?: string; before?: string }) =>
    selectionHref(round.id, { dimension, value, status, ...cursor })
  return (
    <section id="list" className="mt-8">
      <h2 className="mb-4 text-lg font-semibold">{t('rounds.selection.list')}</h2>
      <FilterBar
        action={`/grants/rounds/${round.id}`}
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={active}
        clear={active.length > 0 ? { href: selectionHref(round.id, {}), label: t('common.list.clear') } : undefined}
      >
        {dimension && <input type="hidden" name="by" value={dimension} />}
        {dimension && <input type="hidden" name="is" value={value} />}
        <FilterSelect
          name="status"
          label={t('rounds.selection.status')}
          anyLabel={t('rounds.selection.anyStatus')}
          options={listedStatuses.map((one) => ({ value: one, label: t(`grants.status.${one}`) }))}
          value={status}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState title={t('rounds.selection.empty')}>{t('rounds.selection.emptyText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('rounds.selection.list')}
          columns={columns}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/grants/${row.id}`}
        />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={page.previous ? { href: at({ before: page.previous }), label: t('common.list.previous') } : undefined}
        next={page.next ? { href: at({ after: page.next }), label: t('common.list.next') } : undefined}
      />
    </section>
  )
}
