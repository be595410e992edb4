import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { baghdadDay } from '@/lib/format'
import { isOverdue } from '@/lib/forums/actions/domain'
import type { ActionRow } from '@/lib/forums/actions/queries'
import { toneOf } from '@/lib/forums/actions/tones'

/** What was agreed: what, who, by when, and how far it is. */
export async function ActionList({ actions }: { actions: readonly ActionRow[] }) {
  const { t, format } = await getI18n()
  const today = baghdadDay(new Date())
  if (actions.length === 0) return <p className="text-ink-soft">{t('concerns.actions.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {actions.map((action) => (
        <li key={action.id} className="py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <Link
              href={`/forums/actions/${action.id}`}
              prefetch={false}
              className="touch-target min-w-0 font-medium text-action underline"
            >
              <Bdi>{action.title}</Bdi>
            </Link>
            <StatusBadge
              status={{ label: t(`concerns.actions.status.${action.status}`), tone: toneOf[action.status] }}
            />
          </div>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
            <Bdi>{action.ownerName}</Bdi>
            {isOverdue(action, today) ? (
              <Badge tone="danger">{format.relativeDay(action.dueOn)}</Badge>
            ) : (
              <span>{format.shortDate(action.dueOn)}</span>
            )}
            {action.level !== 'forum' && <Badge tone="warning">{t(`concerns.actions.level.${action.level}`)}</Badge>}
          </p>
        </li>
      ))}
    </ul>
  )
}
