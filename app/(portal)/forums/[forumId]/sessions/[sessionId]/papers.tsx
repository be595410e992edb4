import { getI18n } from '@/app/i18n'
import { buttonClass } from '@/components/ui/button-class'
import { hasMinutes } from '@/lib/forums/papers/minutes-paper'
import type { SessionPage } from '@/lib/forums/sessions/queries'

/** What a session gives on paper and into a calendar. Plain links: each is a file. */
export async function SessionPapers({ page }: { page: SessionPage }) {
  const { t } = await getI18n()
  const { forum, session } = page
  const here = `/forums/${forum.id}/sessions/${session.id}`
  const look = buttonClass('secondary')
  const isAhead = session.status === 'scheduled' || session.status === 'postponed'
  return (
    <>
      {hasMinutes(page) && (
        <a href={`${here}/minutes.pdf`} className={look}>
          {t('forums.minutes.print')}
        </a>
      )}
      {session.status !== 'cancelled' && (
        <a href={`/forums/${forum.id}/you-said-we-did.pdf?session=${session.id}`} className={look}>
          {t('forums.said.title')}
        </a>
      )}
      {isAhead && (
        <a href={`${here}/session.ics`} download className={look}>
          {t('forums.calendar.one')}
        </a>
      )}
    </>
  )
}
