import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSearch, FilterSelect } from '@/components/ui/filter-field'
import type { PlaceFilter } from '@/lib/communities/displacement/place-queries'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import { base, hrefOf } from '../filters'

type Props = { filter: PlaceFilter; districts: readonly (Named & { pcode: string })[] }

const words = {
  astray: 'displacement.place.astray',
  camp: 'displacement.place.camps',
  closed: 'displacement.place.closedOnes',
} as const

/** Name, district and kind as filters of the register. */
export async function PlaceFilters({ filter, districts }: Props) {
  const { t, locale } = await getI18n()
  const { district, search, only } = filter
  const path = `${base}/locations`
  const named = districts.find((one) => one.pcode === district)
  const without = (key: 'district' | 'search' | 'only') => hrefOf(path, { ...filter, [key]: undefined })
  const active = [
    ...(search ? [{ label: search, href: without('search') }] : []),
    ...(named ? [{ label: inLocale(locale, named), href: without('district') }] : []),
    ...(only ? [{ label: t(words[only]), href: without('only') }] : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  return (
    <FilterBar
      action={path}
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={active}
      clear={active.length > 0 ? { href: path, label: t('common.list.clear') } : undefined}
    >
      <FilterSearch name="search" label={t('displacement.counts.search')} value={search} />
      <FilterSelect
        name="district"
        label={t('displacement.figure.district')}
        anyLabel={t('displacement.counts.anyDistrict')}
        options={districts.map((one) => ({ value: one.pcode, label: inLocale(locale, one) }))}
        value={district}
      />
      <FilterSelect
        name="only"
        label={t('displacement.counts.only')}
        anyLabel={t('displacement.place.anyRow')}
        options={(['astray', 'camp', 'closed'] as const).map((value) => ({ value, label: t(words[value]) }))}
        value={only}
      />
    </FilterBar>
  )
}
