import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSearch, FilterSelect } from '@/components/ui/filter-field'
import { trancheChannels, trancheMachine } from '@/lib/grants/tranches/machine'
import type { PaymentFilter } from '@/lib/grants/tranches/queries'
import { paymentsHref } from './filters'

const dayText = (iso: string) => iso.split('-').reverse().join('/')

/** Filters by status, channel, line and planned days. */
export async function PaymentFilters({
  filter,
  lines,
}: {
  filter: PaymentFilter
  lines: readonly { id: string; code: string }[]
}) {
  const { t, format } = await getI18n()
  const { status, channel, lineId, from, to } = filter
  const line = lines.find((known) => known.id === lineId)
  const chips = [
    status && { label: t(`payments.status.${status}`), href: paymentsHref({ ...filter, status: undefined }) },
    channel && { label: t(`payments.channel.${channel}`), href: paymentsHref({ ...filter, channel: undefined }) },
    line && { label: line.code, href: paymentsHref({ ...filter, lineId: undefined }) },
    from && {
      label: t('payments.fromChip', { date: format.shortDate(from) }),
      href: paymentsHref({ ...filter, from: null }),
    },
    to && { label: t('payments.toChip', { date: format.shortDate(to) }), href: paymentsHref({ ...filter, to: null }) },
  ].filter((chip) => typeof chip === 'object' && chip !== null)
  return (
    <FilterBar
      action="/payments"
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={chips.map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))}
      clear={chips.length > 0 ? { href: '/payments', label: t('common.list.clear') } : undefined}
    >
      <FilterSelect
        name="status"
        label={t('payments.field.status')}
        anyLabel={t('payments.any')}
        options={trancheMachine.states.map((value) => ({ value, label: t(`payments.status.${value}`) }))}
        value={status}
      />
      <FilterSelect
        name="channel"
        label={t('payments.field.channel')}
        anyLabel={t('payments.any')}
        options={trancheChannels.map((value) => ({ value, label: t(`payments.channel.${value}`) }))}
        value={channel}
      />
      <FilterSelect
        name="line"
        label={t('payments.field.line')}
        anyLabel={t('payments.any')}
        options={lines.map(({ id, code }) => ({ value: id, label: code }))}
        value={lineId}
      />
      <FilterSearch name="from" label={t('payments.field.from')} value={from ? dayText(from) : undefined} />
      <FilterSearch name="to" label={t('payments.field.until')} value={to ? dayText(to) : undefined} />
    </FilterBar>
  )
}
