import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { Pagination } from '@/components/ui/pagination'
import type { Page } from '@/lib/cases/scope'
import type { Currency } from '@/lib/format'
import { entryKinds } from '@/lib/grants/budgets/domain'
import type { EntryRow } from '@/lib/grants/budgets/ledger-query'
import { figures, type LedgerFilter, ledgerHref } from './filters'

type LedgerProps = {
  lineId: string
  currency: Currency
  entries: Page<EntryRow>
  filter: LedgerFilter
  /** Finance opens the tranche, everyone else the grant. */
  opensTranches: boolean
}

/** The movements of a line, newest first. */
export async function Ledger({ lineId, currency, entries, filter, opensTranches }: LedgerProps) {
  const { t, format } = await getI18n()
  const { of, kind } = filter
  const signed = (minor: number) =>
    minor === 0 ? '' : <Code>{`${minor > 0 ? '+' : ''}${format.money(minor, currency)}`}</Code>
  const about = (row: EntryRow) => {
    const href =
      row.trancheId && opensTranches ? `/payments/${row.trancheId}` : row.caseId ? `/grants/${row.caseId}` : null
    if (!row.reference) return row.reason ? <Bdi>{row.reason}</Bdi> : '–'
    return href ? (
      <Link href={href} prefetch={false} className="touch-target inline-flex items-center text-action underline">
        <Code>{row.reference}</Code>
      </Link>
    ) : (
      <Code>{row.reference}</Code>
    )
  }
  const columns: Column<EntryRow>[] = [
    { key: 'kind', header: t('budgets.ledger.kind'), cell: (row) => t(`budgets.entry.${row.kind}`) },
    { key: 'at', header: t('budgets.ledger.at'), cell: (row) => format.dateTime(row.at) },
    { key: 'about', header: t('budgets.ledger.about'), cell: about },
    ...figures.map(
      (figure): Column<EntryRow> => ({
        key: figure,
        header: t(`budgets.figure.${figure}`),
        align: 'end',
        cell: (row) => signed(row[`${figure}Minor`]),
      }),
    ),
    { key: 'by', header: t('budgets.ledger.by'), cell: (row) => <Bdi>{row.madeBy ?? '–'}</Bdi>, desktopOnly: true },
  ]
  const chip = kind ? t(`budgets.entry.${kind}`) : of ? t(`budgets.figure.${of}`) : null
  const all = ledgerHref(lineId, {})
  return (
    <>
      <FilterBar
        action={`/budgets/lines/${lineId}#ledger`}
        label={t('common.list.filters')}
        applyLabel={t('common.list.apply')}
        activeLabel={t('common.list.active')}
        active={chip ? [{ label: chip, href: all, removeLabel: t('common.list.remove', { label: chip }) }] : []}
      >
        <FilterSelect
          name="kind"
          label={t('budgets.ledger.kind')}
          anyLabel={t('budgets.ledger.any')}
          options={entryKinds.map((value) => ({ value, label: t(`budgets.entry.${value}`) }))}
          value={kind}
        />
      </FilterBar>
      {entries.rows.length === 0 ? (
        <p className="text-ink-soft">{t('budgets.ledger.empty')}</p>
      ) : (
        <DataTable caption={t('budgets.ledger.title')} columns={columns} rows={entries.rows} rowKey={(row) => row.id} />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={
          entries.previous
            ? { href: ledgerHref(lineId, { of, kind, before: entries.previous }), label: t('budgets.ledger.newer') }
            : undefined
        }
        next={
          entries.next
            ? { href: ledgerHref(lineId, { of, kind, after: entries.next }), label: t('budgets.ledger.older') }
            : undefined
        }
      />
    </>
  )
}
