import { baghdadDay, type Formatter } from '@/lib/format'
import type { ConcernRow } from '@/lib/forums/concerns/list-query'
import type { ForumWork } from '@/lib/forums/work-query'
import { isolated } from '@/lib/i18n/isolated'
import type { Translator } from '@/lib/i18n/translator'
import type { Item, WorkSectionName } from './work-section'

type Words = { t: Translator; format: Formatter }
type Section = { key: WorkSectionName; items: Item[]; more: string }

function item({ t, format }: Words, row: ConcernRow, deed: string, today: string): Item {
  return {
    key: row.id,
    href: `/forums/concerns/${row.id}`,
    title: row.summary,
    reference: row.reference,
    deed,
    due: row.dueOn && t('work.dueOn', { date: format.relativeDay(row.dueOn) }),
    isLate: row.dueOn !== null && row.dueOn < today,
  }
}

/** What its officer does next about a concern, by where it stands. */
function deedOf(t: Translator, status: ConcernRow['status']): string {
  switch (status) {
    case 'accepted':
    case 'reopened':
      return t('concerns.next.deed.agree')
    case 'planned':
    case 'in_progress':
      return t('work.do.followActions')
    case 'resolved':
      return t('work.do.toForum')
    case 'verified_by_forum':
      return t('concerns.next.deed.close')
    default:
      return t(`concerns.status.${status}`)
  }
}

/** What forums bring into the day: what waits for a decision, one's own, actions that are late, what is restricted. */
export function forumSections(words: Words, work: ForumWork, now: Date): Section[] {
  const { t, format } = words
  const today = baghdadDay(now)
  return [
    {
      key: 'restricted',
      items: work.restricted.map((row) => ({
        key: row.id,
        href: `/forums/restricted/${row.id}`,
        title: t('concerns.category.police_conduct'),
        reference: row.reference,
        deed: t('work.do.restricted'),
        due: format.relativeDay(row.opened_at),
        isLate: true,
      })),
      more: '/forums/restricted',
    },
    {
      key: 'concernsToTriage',
      items: work.triage.map((row) => item(words, row, t('work.do.triage'), today)),
      more: '/forums/concerns?status=raised',
    },
    {
      key: 'actionsOverdue',
      items: work.actions.map((row) => ({
        key: row.id,
        href: `/forums/actions/${row.id}`,
        title: row.title,
        reference: row.reference,
        deed: t('work.do.askOwner', { owner: isolated(row.owner_name) }),
        due: t('work.dueOn', { date: format.relativeDay(row.due_on) }),
        isLate: true,
      })),
      more: '/forums/actions?which=overdue',
    },
    {
      key: 'concerns',
      items: work.mine.map((row) => item(words, row, deedOf(t, row.status), today)),
      more: '/forums/concerns?mine=1',
    },
  ]
}
