import type { Formatter } from '@/lib/format'
import type { Translator } from '@/lib/i18n/translator'
import { isStale } from '@/lib/referrals/facilities/domain'
import type { FacilityChoice } from '@/lib/referrals/facility-choices'
import { clockOf } from '@/lib/time-of-day'

const day = 86_400_000
// A Sunday, for the names of days.
const sunday = Date.UTC(2026, 0, 4, 9)

/** Working days in words; a run of days as its two ends. */
export function daysText(days: readonly number[], format: Formatter): string {
  const names = [...days].sort((a, b) => a - b).map((index) => format.weekday(sunday + index * day))
  const [first, last] = [days[0], days.at(-1)]
  const isRun = first !== undefined && last !== undefined && last - first === days.length - 1 && days.length > 2
  return isRun ? `${names[0]}–${names.at(-1)}` : format.list(names)
}

/** When a facility is open, in words. */
export function hoursText(
  t: Translator,
  format: Formatter,
  facility: Pick<FacilityChoice, 'days' | 'opensAt' | 'closesAt' | 'isAlwaysOpen'>,
): string {
  if (facility.isAlwaysOpen) return t('referrals.form.alwaysOpen')
  const hours = { from: clockOf(facility.opensAt), to: clockOf(facility.closesAt) }
  return t('referrals.form.open', { days: daysText(facility.days, format), ...hours })
}

/** Distance, hours, function and last check: what choosing a facility needs, on one line. */
export function facilityHint(t: Translator, format: Formatter, facility: FacilityChoice, today: string): string {
  const { kilometres, verifiedOn } = facility
  const checked = !verifiedOn
    ? t('referrals.form.neverVerified')
    : t(isStale(verifiedOn, today) ? 'referrals.form.stale' : 'referrals.form.verified', {
        date: format.shortDate(verifiedOn),
      })
  return [
    kilometres === null
      ? facility.isSameDistrict && t('referrals.form.sameDistrict')
      : t('referrals.form.kilometres', { count: kilometres }),
    hoursText(t, format, facility),
    facility.functional === 'partial' && t('referrals.form.partly'),
    checked,
  ]
    .filter(Boolean)
    .join(' · ')
}
