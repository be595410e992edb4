import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { inLocale } from '@/lib/i18n/in-locale'
import { displacementStatuses, sexes } from '@/lib/people/domain'
import type { PeopleFilters } from '@/lib/people/list-queries'
import type { Place } from '@/lib/people/read-places'
import { listHref } from './filters'
import { HiddenFilters } from './hidden-filters'

type Props = { filters: PeopleFilters; places: readonly Place[] }

/** What the list can be narrowed to; each choice that holds is a chip. */
export async function PeopleFilterBar({ filters, places }: Props) {
  const { t, locale } = await getI18n()
  const { q, place, sex, status, mine } = filters
  const placeLabel = (pcode: string) => {
    const found = places.find((one) => one.pcode === pcode)
    return found ? inLocale(locale, found.name) : pcode
  }
  const chips = [
    q && { label: t('people.list.filterQuery', { query: q }), without: { q: undefined } },
    place && { label: t('people.list.filterPlace', { place: placeLabel(place) }), without: { place: undefined } },
    sex && { label: t(`people.sex.${sex}`), without: { sex: undefined } },
    status && {
      label: t('people.list.filterStatus', { status: t(`people.status.${status}`) }),
      without: { status: undefined },
    },
    mine && { label: t('people.list.mine'), without: { mine: false } },
  ].filter((chip) => typeof chip === 'object')
  return (
    <FilterBar
      action="/people"
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={chips.map(({ label, without }) => ({
        label,
        href: listHref({ ...filters, ...without }),
        removeLabel: t('common.list.remove', { label }),
      }))}
      clear={chips.length > 0 ? { href: '/people', label: t('common.list.clear') } : undefined}
    >
      <HiddenFilters filters={{ q }} />
      <FilterSelect
        name="place"
        label={t('people.list.place')}
        anyLabel={t('people.list.anyPlace')}
        options={places.map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) }))}
        value={place}
      />
      <FilterSelect
        name="sex"
        label={t('people.list.sex')}
        anyLabel={t('people.list.anySex')}
        options={sexes.map((value) => ({ value, label: t(`people.sex.${value}`) }))}
        value={sex}
      />
      <FilterSelect
        name="status"
        label={t('people.list.status')}
        anyLabel={t('people.list.anyStatus')}
        options={displacementStatuses.map((value) => ({ value, label: t(`people.status.${value}`) }))}
        value={status}
      />
      <FilterSelect
        name="mine"
        label={t('people.list.whose')}
        anyLabel={t('people.list.everyone')}
        options={[{ value: '1', label: t('people.list.mine') }]}
        value={mine ? '1' : undefined}
      />
    </FilterBar>
  )
}
