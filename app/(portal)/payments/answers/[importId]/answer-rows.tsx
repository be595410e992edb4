import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Pagination } from '@/components/ui/pagination'
import type { Tone } from '@/components/ui/tone'
import type { Page } from '@/lib/cases/scope'
import { type Finding, findings } from '@/lib/grants/tranches/answers/domain'
import type { ImportRow } from '@/lib/grants/tranches/answers/queries'

const toneOf = (finding: Finding): Tone =>
  finding === 'applied' ? 'good' : finding === 'ready' ? 'info' : finding === 'already' ? 'neutral' : 'danger'

type AnswerRowsProps = {
  importId: string
  counts: ReadonlyMap<Finding, number>
  finding: Finding | undefined
  page: Page<ImportRow>
}

/** The rows of a file, as they stand in it, with what each comes to; the counts filter. */
export async function AnswerRows({ importId, counts, page, finding }: AnswerRowsProps) {
  const { t, format } = await getI18n()
  const href = (query: Record<string, string | undefined>) => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
    const text = search.toString()
    return `/payments/answers/${importId}${text ? `?${text}` : ''}`
  }
  const columns: Column<ImportRow>[] = [
    {
      key: 'reference',
      header: t('payments.field.reference'),
      cell: (row) =>
        row.trancheId ? (
          <Link
            href={`/payments/${row.trancheId}`}
            prefetch={false}
            className="touch-target inline-flex items-center text-action underline"
          >
            <Code>{row.reference}</Code>
          </Link>
        ) : (
          <Bdi>{row.reference || '–'}</Bdi>
        ),
    },
    {
      key: 'finding',
      header: t('payments.answers.found'),
      cell: (row) => <Badge tone={toneOf(row.finding)}>{t(`payments.answers.finding.${row.finding}`)}</Badge>,
    },
    { key: 'answer', header: t('payments.answers.answer'), cell: (row) => <Bdi>{row.answer || '–'}</Bdi> },
    {
      key: 'amount',
      header: t('payments.field.amount'),
      align: 'end',
      cell: (row) => <Bdi>{`${row.amount} ${row.currency}`.trim() || '–'}</Bdi>,
    },
    {
      key: 'bank',
      header: t('payments.field.paymentReference'),
      cell: (row) => <Bdi>{row.paymentReference || '–'}</Bdi>,
    },
    { key: 'date', header: t('payments.field.paidOn'), cell: (row) => <Bdi>{row.paidOn || '–'}</Bdi> },
    {
      key: 'reason',
      header: t('payments.field.reason'),
      cell: (row) => <Bdi>{row.reason || '–'}</Bdi>,
      desktopOnly: true,
    },
    { key: 'row', header: t('payments.answers.position'), align: 'end', cell: (row) => format.number(row.position) },
  ]
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const chip = (label: string, count: number, value: Finding | undefined) => (
    <Link
      key={value ?? 'all'}
      href={href({ finding: value })}
      prefetch={false}
      aria-current={finding === value ? 'page' : undefined}
      className="touch-target inline-flex items-center gap-2 rounded-full border border-line bg-surface px-3 py-1 text-sm aria-[current]:border-action aria-[current]:bg-action-soft"
    >
      {label} <span className="font-semibold tabular-nums">{format.number(count)}</span>
    </Link>
  )
  return (
    <div>
      <nav aria-label={t('payments.answers.found')} className="mb-4 flex flex-wrap gap-2">
        {chip(t('payments.queue.all'), total, undefined)}
        {findings
          .filter((known) => (counts.get(known) ?? 0) > 0)
          .map((known) => chip(t(`payments.answers.finding.${known}`), counts.get(known) ?? 0, known))}
      </nav>
      <DataTable caption={t('payments.answers.rows')} columns={columns} rows={page.rows} rowKey={(row) => row.id} />
      <Pagination
        label={t('common.list.pages')}
        previous={
          page.previous
            ? { href: href({ finding, before: page.previous }), label: t('common.list.previous') }
            : undefined
        }
        next={page.next ? { href: href({ finding, after: page.next }), label: t('common.list.next') } : undefined}
      />
    </div>
  )
}
