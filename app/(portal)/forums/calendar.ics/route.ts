import { calendarOf } from '@/app/calendar-response'
import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { listForCalendar } from '@/lib/forums/sessions/calendar-queries'

/** All sessions in scope, for the calendar of a phone or a desk. */
export async function GET() {
  const [actor, { locale }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !may(actor, 'forums.read')) return new Response(null, { status: 404, headers: pdfHeaders })
  return calendarOf(await listForCalendar(actor), locale, 'forums.ics')
}
