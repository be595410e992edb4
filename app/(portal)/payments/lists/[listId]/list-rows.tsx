import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import type { Refusal } from '@/lib/commands/result'
import type { ListHead, ListRow } from '@/lib/grants/tranches/lists/queries'
import { trancheTone } from '@/lib/grants/tranches/tones'
import { translateRefusal } from '@/lib/i18n/translator'
import { takeOff } from '../../actions'

type Row = ListRow & { against: Refusal[] }

/** The tranches of a list; beside each, why the reader cannot release it. */
export async function ListRows({ list, rows }: { list: ListHead; rows: readonly Row[] }) {
  const { t, format } = await getI18n()
  const columns: Column<Row>[] = [
    { key: 'reference', header: t('payments.field.reference'), cell: (row) => <Code>{row.reference}</Code> },
    { key: 'payee', header: t('payments.field.payee'), cell: (row) => <Bdi>{row.payeeName}</Bdi> },
    {
      key: 'account',
      header: t('payments.field.account'),
      cell: (row) => (row.payeeAccount ? <Code>{row.payeeAccount}</Code> : '–'),
    },
    {
      key: 'status',
      header: t('payments.field.status'),
      cell: (row) => (
        <>
          <StatusBadge status={{ label: t(`payments.status.${row.status}`), tone: trancheTone[row.status] }} />
          {row.against.length > 0 && (
            <span className="mt-1 block text-sm text-ink-soft">
              {t('payments.lists.against')}: {row.against.map((reason) => translateRefusal(t, reason)).join(' ')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      header: t('payments.field.amount'),
      align: 'end',
      cell: (row) => <Code>{format.money(row.amountMinor, list.currency)}</Code>,
    },
  ]
  if (list.state === 'made')
    columns.push({
      key: 'off',
      header: t('payments.lists.takeOff'),
      cell: (row) =>
        row.status === 'authorised' ? (
          <PlainForm
            action={takeOff}
            hidden={{ listId: list.id, trancheId: row.trancheId }}
            submit={t('payments.lists.takeOff')}
            variant="quiet"
            label={`${t('payments.lists.takeOff')} ${row.reference}`}
            className="relative z-10"
          />
        ) : (
          ''
        ),
    })
  return (
    <DataTable
      caption={t('payments.lists.rows')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/payments/${row.trancheId}`}
    />
  )
}
