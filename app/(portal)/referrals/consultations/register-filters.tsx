import { getI18n } from '@/app/i18n'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterMonth, FilterSelect } from '@/components/ui/filter-field'
import { inLocale, type Named } from '@/lib/i18n/in-locale'
import { ageBands } from '@/lib/people/domain'
import type { Category } from '@/lib/referrals/consultations/domain'
import type { RegisterFilter } from '@/lib/referrals/consultations/register-ids'
import { bandCodes, registersHref } from './filters'
import { nameOf } from './words'

type Props = {
  filter: RegisterFilter
  facilities: readonly (Named & { id: string })[]
  categories: readonly Category[]
}

/** Facility and months as filters of the list; what a number of the totals asked for stands as chips. */
export async function RegisterFilters({ filter, facilities, categories }: Props) {
  const { t, locale, format } = await getI18n()
  const { after: _after, before: _before, ...kept } = filter
  const facility = facilities.find((one) => one.id === kept.facility)
  const category = categories.find((one) => one.code === kept.category)
  const labels: Partial<Record<keyof typeof kept, string | undefined>> = {
    facility: facility && inLocale(locale, facility),
    from: kept.from && t('consultations.list.fromIs', { month: format.month(kept.from) }),
    to: kept.to && t('consultations.list.toIs', { month: format.month(kept.to) }),
    sex: kept.sex && t(`people.sex.${kept.sex}`),
    ageBand: ageBands[bandCodes.indexOf(kept.ageBand ?? '')],
    displacement: kept.displacement && t(`people.status.${kept.displacement}`),
    disability: kept.disability && t(`people.file.disability.${kept.disability}`),
    category: category && nameOf(locale, category),
    visit: kept.visit && t(`consultations.visit.${kept.visit}`),
  }
  const active = Object.entries(labels).flatMap(([key, label]) =>
    label
      ? [{ label, href: registersHref({ ...kept, [key]: undefined }), removeLabel: t('common.list.remove', { label }) }]
      : [],
  )
  return (
    <FilterBar
      action="/referrals/consultations"
      label={t('common.list.filters')}
      applyLabel={t('common.list.apply')}
      activeLabel={t('common.list.active')}
      active={active}
      clear={active.length > 0 ? { href: '/referrals/consultations', label: t('common.list.clear') } : undefined}
    >
      <FilterSelect
        name="facility"
        label={t('consultations.facility')}
        anyLabel={t('consultations.list.anyFacility')}
        options={facilities.map((one) => ({ value: one.id, label: inLocale(locale, one) }))}
        value={kept.facility}
      />
      <FilterMonth name="from" label={t('consultations.list.from')} value={kept.from?.slice(0, 7)} />
      <FilterMonth name="to" label={t('consultations.list.to')} value={kept.to?.slice(0, 7)} />
      {(['sex', 'displacement', 'disability', 'category', 'visit'] as const).map(
        (key) => kept[key] && <input key={key} type="hidden" name={key} value={kept[key]} />,
      )}
      {kept.ageBand && <input type="hidden" name="age_band" value={kept.ageBand} />}
    </FilterBar>
  )
}
