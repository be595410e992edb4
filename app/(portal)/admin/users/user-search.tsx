import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'
import { inputClass } from '@/components/ui/input-class'
import type { UserFilter } from '@/lib/admin/user-queries'
import type { Translator } from '@/lib/i18n/translator'

/** Finds users by a part of the name or e-mail; the filters stay as they are. */
export function UserSearch({ filter: { q, state, role, teamId }, t }: { filter: UserFilter; t: Translator }) {
  return (
    <form action="/admin/users" method="get" className="mb-4 flex max-w-xl items-end gap-2">
      {Object.entries({ state, role, team: teamId }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label className="min-w-0 flex-1">
        <span className="mb-1 block font-semibold">{t('admin.users.search')}</span>
        <input type="search" name="q" defaultValue={q} dir="auto" autoComplete="off" className={inputClass} />
      </label>
      <button type="submit" className={buttonClass('secondary')}>
        <Icon name="search" className="size-4" />
        {t('admin.users.find')}
      </button>
    </form>
  )
}
