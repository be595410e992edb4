import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { ForumPage } from '@/lib/forums/queries'
import { toneOfSession } from '@/lib/forums/tones'

/** So many sessions stand open; a forum that meets each month soon has dozens. */
const latest = 6

/** The sessions of a forum, the latest first; the earlier ones behind a word. */
export async function SessionsSection({ page, canKeep }: { page: ForumPage; canKeep: boolean }) {
  const { t, format } = await getI18n()
  const { forum, sessions } = page
  const list = (rows: ForumPage['sessions']) => (
    <ul className="divide-y divide-line">
      {rows.map((session) => (
        <li key={session.id} className="py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <Link
              href={`/forums/${forum.id}/sessions/${session.id}`}
              prefetch={false}
              className="touch-target font-medium text-action underline"
            >
              {session.heldOn ? format.date(session.heldOn) : format.dateTime(session.startsAt)}
            </Link>
            <StatusBadge
              status={{ label: t(`forums.sessions.status.${session.status}`), tone: toneOfSession[session.status] }}
            />
          </div>
          <p className="mt-1 text-sm text-ink-soft">
            <Bdi>{session.venue}</Bdi>
            {session.attended !== null && ` · ${t('forums.sessions.attended', { count: session.attended })}`}
          </p>
        </li>
      ))}
    </ul>
  )
  return (
    <Section
      id="sessions"
      title={t('forums.sessions.title')}
      action={
        canKeep && (
          <LinkButton href={`/forums/${forum.id}/sessions/new`} variant="secondary" size="sm">
            {t('forums.sessions.plan')}
          </LinkButton>
        )
      }
    >
      {sessions.length === 0 && <p className="text-ink-soft">{t('forums.sessions.none')}</p>}
      {list(sessions.slice(0, latest))}
      {sessions.length > latest && (
        <div className="mt-4">
          <Disclosure label={t('forums.sessions.earlier')}>{list(sessions.slice(latest))}</Disclosure>
        </div>
      )}
    </Section>
  )
}
