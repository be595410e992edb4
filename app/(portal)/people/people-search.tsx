import { getI18n } from '@/app/i18n'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import type { PeopleFilters } from '@/lib/people/list-queries'
import { HiddenFilters } from './hidden-filters'

/** Finds by name, phone or document number within what the filters leave. */
export async function PeopleSearch({ filters }: { filters: PeopleFilters }) {
  const { t } = await getI18n()
  return (
    <form action="/people" method="get" data-noprint className="mb-3 flex flex-wrap items-end gap-3">
      <label className="min-w-0 flex-1 basis-60">
        <span className="mb-1 block text-sm font-medium">{t('people.list.query')}</span>
        <input type="search" name="q" defaultValue={filters.q} dir="auto" autoComplete="off" className={inputClass} />
      </label>
      <HiddenFilters filters={{ ...filters, q: undefined }} />
      <button type="submit" className={buttonClass('secondary')}>
        {t('people.search.go')}
      </button>
    </form>
  )
}
