import type { Formatter } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'
import type { ReferralRow } from '@/lib/referrals/list-query'
import { isOverdue, unseenStatuses } from '@/lib/referrals/machine'
import type { ReferralWork } from '@/lib/referrals/work-query'
import type { Item, WorkSectionName } from './work-section'

type Words = { t: Translator; format: Formatter; locale: Locale }
type Section = { key: WorkSectionName; items: Item[]; more: string }

/** What is to be done in the states that wait for us; in the others a referral waits for the facility. */
const deeds = [
  'draft',
  'accepted',
  'appointment_set',
  'no_show',
  'attended',
  'in_progress',
  'completed',
  'feedback_recorded',
] as const

function item({ t, format }: Words, row: ReferralRow, now: Date): Item {
  const { status } = row
  const deed = deeds.find((one) => one === status)
  const isUnseen = unseenStatuses.some((one) => one === status)
  return {
    key: row.id,
    href: `/referrals/${row.id}`,
    title: row.name,
    reference: row.reference,
    deed: deed ? t(`work.do.referral_${deed}`) : t('work.do.wait', { status: t(`referrals.status.${status}`) }),
    due: isUnseen && row.dueAt && t('work.seenBy', { date: format.relativeDay(row.dueAt, now) }),
    isLate: isOverdue(row, now),
  }
}

/** What referrals bring into the day: what is late in the teams, one's own, facilities that someone should check. */
export function referralSections(words: Words, work: ReferralWork, now: Date): Section[] {
  const { t, format, locale } = words
  return [
    {
      key: 'referralsOverdue',
      items: work.overdue.map((row) => item(words, row, now)),
      more: '/referrals?overdue=1',
    },
    { key: 'referrals', items: work.mine.map((row) => item(words, row, now)), more: '/referrals?mine=1' },
    {
      key: 'staleFacilities',
      items: work.stale.map((facility) => ({
        key: facility.id,
        href: `/referrals/facilities/${facility.id}`,
        title: inLocale(locale, facility),
        reference: '',
        deed: t('work.do.checkFacility'),
        due: facility.on
          ? t('work.checkedOn', { date: format.shortDate(facility.on) })
          : t('referrals.form.neverVerified'),
        isLate: false,
      })),
      more: '/referrals/facilities?stale=1',
    },
  ]
}
