import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { baghdadDay } from '@/lib/format'
import { daysUntil, watchDays } from '@/lib/referrals/supplies/domain'
import type { DeliveryItem } from '@/lib/referrals/supplies/queries'

/** What is in a delivery, and once it was received what came of each line. */
export async function ItemsTable({ items }: { items: readonly DeliveryItem[] }) {
  const { t, format } = await getI18n()
  const today = baghdadDay(new Date())
  const isReceived = items.some((item) => item.received !== null)
  const columns: Column<DeliveryItem>[] = [
    {
      key: 'name',
      header: t('supplies.field.name'),
      // As one: in Arabic a Latin name would else stand after its strength.
      cell: (item) => <Bdi>{`${item.name} ${item.strength}`.trim()}</Bdi>,
    },
    { key: 'kind', header: t('supplies.field.kind'), cell: (item) => t(`supplies.kind.${item.kind}`) },
    { key: 'batch', header: t('supplies.field.batchOrSerial'), cell: (item) => <Code>{item.batch}</Code> },
    {
      key: 'expires',
      header: t('supplies.field.expiresOn'),
      cell: (item) => {
        if (!item.expires_on) return '–'
        const date = format.shortDate(item.expires_on)
        const left = daysUntil(item.expires_on, today)
        if (left > watchDays) return date
        return <Badge tone={left < 0 ? 'danger' : 'warning'}>{date}</Badge>
      },
    },
    {
      key: 'sent',
      header: t('supplies.field.sent'),
      align: 'end',
      cell: (item) => <Bdi>{`${format.number(item.sent)} ${item.unit}`}</Bdi>,
    },
    ...(isReceived
      ? [
          {
            key: 'received',
            header: t('supplies.field.received'),
            align: 'end' as const,
            cell: (item: DeliveryItem) => {
              const count = format.number(item.received ?? 0)
              return item.received === item.sent ? count : <Badge tone="danger">{count}</Badge>
            },
          },
          {
            key: 'damaged',
            header: t('supplies.field.damaged'),
            align: 'end' as const,
            cell: (item: DeliveryItem) => {
              const count = format.number(item.damaged ?? 0)
              return item.damaged ? <Badge tone="danger">{count}</Badge> : count
            },
          },
          {
            key: 'remark',
            header: t('supplies.field.remark'),
            cell: (item: DeliveryItem) => <Bdi>{item.remark || '–'}</Bdi>,
          },
        ]
      : []),
  ]
  return <DataTable caption={t('supplies.items')} columns={columns} rows={items} rowKey={(item) => item.id} />
}
