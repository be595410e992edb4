import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import { healthServices } from '@/lib/referrals/domain'
import type { FacilityFilter } from '@/lib/referrals/facilities/queries'
import { listHref, type View } from './filters'

type Props = { filter: FacilityFilter & { view: View }; districts: readonly (Named & { pcode: string })[] }

/** District, service and "not checked" as filters of the directory, for the list and the map alike. */
export async function FacilityFilters({ filter, districts }: Props) {
  const { t, locale } = await getI18n()
  const { view, district, service, stale } = filter
  const kept = { view, ...(district && { district }), ...(service && { service }), ...(stale && { stale }) }
  const without = (key: 'district' | 'service' | 'stale') => {
    const { [key]: _dropped, ...rest } = kept
    return listHref(rest)
  }
  const named = districts.find((one) => one.pcode === district)
  const active = [
    ...(named ? [{ label: inLocale(locale, named), href: without('district') }] : []),
    ...(service ? [{ label: t(`referrals.service.${service}`), href: without('service') }] : []),
    ...(stale ? [{ label: t('facilities.list.staleOnly'), href: without('stale') }] : []),
  ].map((chip) => ({ ...chip, removeLabel: t('common.list.remove', { label: chip.label }) }))
  return (
    <FilterBar
      action="/referrals/facilities"
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={active}
      clear={active.length > 0 ? { href: listHref({ view }), label: t('common.list.clear') } : undefined}
    >
      {view === 'map' && <input type="hidden" name="view" value="map" />}
      <FilterSelect
        name="district"
        label={t('facilities.list.district')}
        anyLabel={t('facilities.list.anyDistrict')}
        options={districts.map((one) => ({ value: one.pcode, label: inLocale(locale, one) }))}
        value={district}
      />
      <FilterSelect
        name="service"
        label={t('facilities.list.service')}
        anyLabel={t('facilities.list.anyService')}
        options={healthServices.map((value) => ({ value, label: t(`referrals.service.${value}`) }))}
        value={service}
      />
      <FilterSelect
        name="stale"
        label={t('facilities.list.check')}
        anyLabel={t('facilities.list.anyCheck')}
        options={[{ value: '1', label: t('facilities.list.staleOnly') }]}
        value={stale ? '1' : undefined}
      />
    </FilterBar>
  )
}
