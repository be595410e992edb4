import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSearch, FilterSelect } from '@/components/ui/filter-field'
import type { CountFilter } from '@/lib/communities/displacement/count-queries'
import type { DistrictSum } from '@/lib/communities/displacement/round-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { hrefOf } from '../../../filters'

type Props = { path: string; filter: CountFilter; districts: readonly DistrictSum[] }

/** Name, district, and what is missing or moved, as filters of a round's figures. */
export async function CountFilters({ path, filter, districts }: Props) {
  const { t, locale } = await getI18n()
  const { population, district, search, only } = filter
  const names = new Map(districts.map((row) => [row.pcode, inLocale(locale, row.name)]))
  const without = (key: 'district' | 'search' | 'only') => hrefOf(path, { ...filter, [key]: undefined })
  const active = [
    ...(search ? [{ label: search, href: without('search') }] : []),
    ...(district ? [{ label: names.get(district) ?? district, href: without('district') }] : []),
    ...(only ? [{ label: t(`displacement.counts.${only}`), href: without('only') }] : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  return (
    <FilterBar
      action={path}
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={active}
      clear={active.length > 0 ? { href: hrefOf(path, { population }), label: t('common.list.clear') } : undefined}
    >
      <input type="hidden" name="population" value={population} />
      <FilterSearch name="search" label={t('displacement.counts.search')} value={search} />
      <FilterSelect
        name="district"
        label={t('displacement.figure.district')}
        anyLabel={t('displacement.counts.anyDistrict')}
        options={[...names].map(([value, label]) => ({ value, label }))}
        value={district}
      />
      <FilterSelect
        name="only"
        label={t('displacement.counts.only')}
        anyLabel={t('displacement.counts.anyRow')}
        options={(['missing', 'moved'] as const).map((value) => ({ value, label: t(`displacement.counts.${value}`) }))}
        value={only}
      />
    </FilterBar>
  )
}
