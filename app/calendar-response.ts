import { calendarFile } from '@/lib/forums/sessions/calendar-file'
import type { CalendarSession } from '@/lib/forums/sessions/calendar-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import { pdfHeaders } from './pdf-response'

/** Sessions as a file that a calendar takes up. */
export function calendarOf(sessions: readonly CalendarSession[], locale: Locale, fileName: string): Response {
  const events = sessions.map(({ nameEn, nameAr, ...session }) => ({
    ...session,
    title: inLocale(locale, { en: nameEn, ar: nameAr }),
  }))
  return new Response(calendarFile(events, new Date()), {
    headers: {
      ...pdfHeaders,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  })
}
