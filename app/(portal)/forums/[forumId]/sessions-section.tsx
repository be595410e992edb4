import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { ForumPage } from '@/lib/forums/queries'
import { toneOfSession } from '@/lib/forums/tones'

/** The sessions of a forum, the latest first. */
export async function SessionsSection({ page, canKeep }: { page: ForumPage; canKeep: boolean }) {
  const { t, format } = await getI18n()
  const { forum, sessions } = page
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
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
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
    </Section>
  )
}
