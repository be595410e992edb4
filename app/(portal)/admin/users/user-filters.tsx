import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import type { UserFilter } from '@/lib/admin/user-queries'
import { roles } from '@/lib/auth/roles'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'
import { usersHref } from './filters'

type UserFiltersProps = {
  filter: UserFilter
  teams: readonly { id: string; name: Named }[]
  t: Translator
  locale: Locale
}

/** Search by name or e-mail; filter by state, role and team. */
export function UserFilters({ filter, teams, t, locale }: UserFiltersProps) {
  const { q, state, role, teamId } = filter
  const team = teams.find((one) => one.id === teamId)
  const chips = [
    q && { label: `“${q}”`, href: usersHref({ ...filter, q: undefined }) },
    state && { label: t(`admin.users.${state}`), href: usersHref({ ...filter, state: undefined }) },
    role && { label: t(`common.roles.${role}`), href: usersHref({ ...filter, role: undefined }) },
    team && { label: inLocale(locale, team.name), href: usersHref({ ...filter, teamId: undefined }) },
  ].filter((chip) => chip !== undefined && chip !== '')
  const active = chips.map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  return (
    <FilterBar
      action="/admin/users"
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={active}
      clear={active.length > 0 ? { href: '/admin/users', label: t('common.list.clear') } : undefined}
    >
      {q && <input type="hidden" name="q" value={q} />}
      <FilterSelect
        name="state"
        label={t('admin.users.state')}
        anyLabel={t('admin.users.any')}
        options={(['active', 'inactive'] as const).map((value) => ({ value, label: t(`admin.users.${value}`) }))}
        value={state}
      />
      <FilterSelect
        name="role"
        label={t('admin.users.role')}
        anyLabel={t('admin.users.any')}
        options={roles.map((value) => ({ value, label: t(`common.roles.${value}`) }))}
        value={role}
      />
      <FilterSelect
        name="team"
        label={t('admin.users.team')}
        anyLabel={t('admin.users.any')}
        options={teams.map(({ id, name }) => ({ value: id, label: inLocale(locale, name) }))}
        value={teamId}
      />
    </FilterBar>
  )
}
