import type { I18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Pagination } from '@/components/ui/pagination'
import { Section } from '@/components/ui/section'
import type { KeyPage, ReadRow } from '@/lib/admin/keys/queries'

/** The log of a key: what was asked for and when, never what stood in the answer. */
export function Reads({ row, i18n: { t, format } }: { row: KeyPage; i18n: I18n }) {
  const { rows, previous, next } = row.log
  const columns: Column<ReadRow>[] = [
    { key: 'when', header: t('apiKeys.page.when'), cell: (read) => format.dateTime(read.at) },
    {
      key: 'resource',
      header: t('apiKeys.page.resource'),
      cell: (read) => (read.resource === 'unknown' ? t('apiKeys.unknownResource') : <Code>{read.resource}</Code>),
    },
    {
      key: 'record',
      header: t('apiKeys.page.record'),
      // The end of the id is enough to tell records apart; it opens nothing for an admin.
      cell: (read) => (read.recordId ? <Code>…{read.recordId.slice(-8)}</Code> : '–'),
    },
    { key: 'answer', header: t('apiKeys.page.answer'), cell: (read) => t(`apiKeys.answer.${read.status}`) },
  ]
  const href = (cursor: string) => `/admin/keys/${row.id}?${cursor}#log`
  return (
    <Section id="log" title={t('apiKeys.page.log')}>
      <p className="mb-4 text-ink-soft">{t(rows.length > 0 ? 'apiKeys.page.logText' : 'apiKeys.page.logNone')}</p>
      {rows.length > 0 && (
        <DataTable caption={t('apiKeys.page.log')} columns={columns} rows={rows} rowKey={(read) => read.id} />
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={previous ? { href: href(`before=${previous}`), label: t('common.list.previous') } : undefined}
        next={next ? { href: href(`after=${next}`), label: t('common.list.next') } : undefined}
      />
    </Section>
  )
}
