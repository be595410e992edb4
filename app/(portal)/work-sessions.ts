import { baghdadDay, type Formatter } from '@/lib/format'
import type { ForumItem, SessionWork } from '@/lib/forums/session-work-query'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'
import type { Item, WorkSectionName } from './work-section'

type Words = { t: Translator; locale: Locale; format: Formatter }
type Section = { key: WorkSectionName; items: Item[]; more?: string }

/** What sessions and safety plans bring into the day: meetings, minutes, reviews, forums that seem to sleep. */
export function sessionSections({ t, locale, format }: Words, work: SessionWork, now: Date): Section[] {
  const today = baghdadDay(now)
  const ofForum = (row: ForumItem, href: string, deed: string): Item => ({
    key: row.id,
    href,
    title: inLocale(locale, row.forum),
    reference: row.reference,
    deed,
    due: format.relativeDay(row.at),
    isLate: row.at < today,
  })
  const ofSession = (row: ForumItem, deed: string) => ofForum(row, `/forums/${row.forumId}/sessions/${row.id}`, deed)
  return [
    {
      key: 'forumSessions',
      items: work.sessions.map((row) => ofSession(row, t(row.at < today ? 'work.do.heldOrNot' : 'work.do.prepare'))),
      more: '/forums/calendar',
    },
    {
      key: 'minutesToWrite',
      items: work.unwritten.map((row) => ({
        ...ofForum(row, `/forums/${row.forumId}/sessions/${row.id}/minutes`, t('work.do.minutes')),
        isLate: false,
      })),
    },
    {
      key: 'minutesToApprove',
      items: work.toApprove.map((row) => ({ ...ofSession(row, t('work.do.approve')), isLate: false })),
    },
    {
      key: 'measuresToReview',
      items: work.reviews.map((row, at) => ({
        ...ofForum(row, `/forums/${row.forumId}/safety-plans/${row.id}#measures`, t('work.do.review')),
        key: `${row.id} ${at}`,
        title: row.title,
      })),
    },
    {
      key: 'forumsAsleep',
      items: work.asleep.map((row) => ofForum(row, `/forums/${row.forumId}`, t('work.do.asleep'))),
      more: '/forums',
    },
  ]
}
