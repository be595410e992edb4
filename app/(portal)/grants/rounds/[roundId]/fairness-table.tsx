import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { FairnessDimension, FairnessRow } from '@/lib/grants/rounds/fairness'
import type { Named } from '@/lib/i18n/in-locale'
import { valueLabel } from '../value-label'
import { selectionHref } from './filters'

type FairnessTableProps = {
  roundId: string
  dimension: FairnessDimension
  rows: readonly FairnessRow[]
  hasChosen: boolean
  districts: readonly { pcode: string; name: Named }[]
}

/** One dimension: applicants and chosen, with their shares against what was meant; each figure opens the list of these. */
export async function FairnessTable({ roundId, dimension, rows, hasChosen, districts }: FairnessTableProps) {
  const { t, locale, format } = await getI18n()
  const label = (row: FairnessRow) => valueLabel({ t, locale, districts }, dimension, row.value)
  const href = (row: FairnessRow) => selectionHref(roundId, { dimension, value: row.value })
  const columns: Column<FairnessRow>[] = [
    { key: 'group', header: t('rounds.selection.group'), cell: label },
    { key: 'applied', header: t('rounds.selection.applied'), cell: (row) => format.number(row.applied), align: 'end' },
    {
      key: 'reached',
      header: t('rounds.selection.reached'),
      align: 'end',
      cell: (row) => (
        <Link href={href(row)} prefetch={false} className="text-action underline">
          {format.number(row.reached)}
          <span className="sr-only"> {t('rounds.selection.seeList', { group: label(row) })}</span>
        </Link>
      ),
    },
    { key: 'chosen', header: t('rounds.selection.chosen'), cell: (row) => format.number(row.chosen), align: 'end' },
    {
      key: 'share',
      header: t('rounds.selection.ofChosen'),
      cell: (row) => <ShareBar row={row} words={shareWords(row)} percent={format.percent(row.chosenShare)} />,
    },
    {
      key: 'quota',
      header: t('rounds.selection.quota'),
      cell: (row) =>
        row.quota === null ? (
          '–'
        ) : (
          <span className="inline-flex flex-wrap items-center gap-2">
            {format.percent(row.quota)}
            {hasChosen && (
              <Badge tone={row.chosenShare + 0.005 < row.quota ? 'warning' : 'good'}>
                {t(row.chosenShare + 0.005 < row.quota ? 'rounds.selection.below' : 'rounds.selection.met')}
              </Badge>
            )}
          </span>
        ),
    },
  ]
  const shareWords = (row: FairnessRow) =>
    t('rounds.selection.share', { chosen: format.percent(row.chosenShare), applied: format.percent(row.appliedShare) })
  const name = t(`rounds.dimension.${dimension}`)
  return (
    <div>
      <h3 className="mb-2 font-semibold">{name}</h3>
      <DataTable caption={name} columns={columns} rows={rows} rowKey={(row) => row.value} />
    </div>
  )
}

/** The share of the chosen as a bar over the share of the applicants, with a line at what was meant. */
function ShareBar({ row, words, percent }: { row: FairnessRow; words: string; percent: string }) {
  const wide = (share: number) => Math.min(100, share * 100)
  return (
    <span className="flex min-w-32 items-center gap-2">
      <svg
        role="img"
        aria-label={words}
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        className="flip-rtl h-4 w-full text-info"
      >
        <rect width="100" height="12" className="fill-sunken" />
        <rect width={wide(row.appliedShare)} height="12" fill="currentColor" opacity="0.25" />
        <rect y="3" width={wide(row.chosenShare)} height="6" fill="currentColor" />
        {row.quota !== null && <rect x={wide(row.quota)} width="1" height="12" className="fill-ink" />}
      </svg>
      <span className="w-10 shrink-0 text-end tabular-nums">{percent}</span>
    </span>
  )
}
