import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSearch, FilterSelect } from '@/components/ui/filter-field'
import type { AuditFilter } from '@/lib/admin/audit-queries'
import { auditedTables } from '@/lib/admin/domain'
import type { Formatter } from '@/lib/format'
import type { Translator } from '@/lib/i18n/translator'
import { auditHref } from './filters'

type AuditFiltersProps = {
  filter: AuditFilter
  staff: readonly { id: string; name: string }[]
  t: Translator
  format: Formatter
}

/** Filters by user, list and days. */
export function AuditFilters({ filter, staff, t, format }: AuditFiltersProps) {
  const { userId, table, from, to } = filter
  const user = staff.find((one) => one.id === userId)
  const chips = [
    user && { label: user.name, href: auditHref({ ...filter, userId: undefined }) },
    table && { label: t(`admin.audit.tables.${table}`), href: auditHref({ ...filter, table: undefined }) },
    from && {
      label: t('admin.audit.fromChip', { day: format.shortDate(from) }),
      href: auditHref({ ...filter, from: null }),
    },
    to && { label: t('admin.audit.toChip', { day: format.shortDate(to) }), href: auditHref({ ...filter, to: null }) },
  ].filter((chip) => typeof chip === 'object' && chip !== null)
  const active = chips.map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  return (
    <FilterBar
      action="/admin/audit"
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={active}
      clear={active.length > 0 ? { href: '/admin/audit', label: t('common.list.clear') } : undefined}
    >
      <FilterSelect
        name="user"
        label={t('admin.audit.who')}
        anyLabel={t('admin.users.any')}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={userId}
      />
      <FilterSelect
        name="table"
        label={t('admin.audit.what')}
        anyLabel={t('admin.users.any')}
        options={auditedTables.map((value) => ({ value, label: t(`admin.audit.tables.${value}`) }))}
        value={table}
      />
      <FilterSearch name="from" label={t('admin.audit.from')} value={from ? dayText(from) : undefined} />
      <FilterSearch name="to" label={t('admin.audit.to')} value={to ? dayText(to) : undefined} />
    </FilterBar>
  )
}

/** An ISO day as it is typed: day, month, year. */
const dayText = (iso: string) => iso.split('-').reverse().join('/')
