import { calendarOf } from '@/app/calendar-response'
import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { getCalendarSession } from '@/lib/forums/sessions/calendar-queries'
import { isId } from '@/lib/ids'
import type { SessionParams } from '../read'

/** One session, to be taken into a calendar or sent to who is invited. */
export async function GET(_request: Request, { params }: { params: SessionParams }) {
  const [{ forumId, sessionId }, actor, { locale }] = await Promise.all([params, getActor(), getI18n()])
  const isAsked = actor && may(actor, 'forums.read') && isId(forumId) && isId(sessionId)
  const session = isAsked ? await getCalendarSession(actor, forumId, sessionId) : null
  if (!session) return new Response(null, { status: 404, headers: pdfHeaders })
  return calendarOf([session], locale, 'session.ics')
}
