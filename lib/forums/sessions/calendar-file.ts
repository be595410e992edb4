import type { SessionStatus } from './machine'

/** A session as a calendar shows it. No names, no concerns: the file leaves the portal. */
export type CalendarEvent = {
  id: string
  status: SessionStatus
  startsAt: Date
  minutesLong: number
  title: string
  venue: string
  /** Counts changes, so that a calendar knows the newer of two files. */
  version: number
}

/** RFC 5545 3.3.11: what means something inside a text is escaped, line ends are written out. */
const escaped = (text: string) =>
  text
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\r' || sign === '\t' ? sign : ''))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')

const utf8 = new TextEncoder()
const mostOctets = 75

/** RFC 5545 3.1: no line is longer than 75 octets; what follows begins with a space. A character is never cut. */
function folded(line: string): string {
  const parts: string[] = ['']
  let octets = 0
  for (const sign of line) {
    const size = utf8.encode(sign).length
    if (octets + size > mostOctets) {
      parts.push(' ')
      octets = 1
    }
    parts[parts.length - 1] += sign
    octets += size
  }
  return parts.join('\r\n')
}

/** A moment in UTC, like `20261126T070000Z`. */
const utc = (moment: Date) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const statusOf = (status: SessionStatus) =>
  status === 'cancelled' ? 'CANCELLED' : status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED'

function eventLines(event: CalendarEvent, now: Date): string[] {
  const endsAt = new Date(event.startsAt.getTime() + event.minutesLong * 60_000)
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@sanad`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${event.version - 1}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.venue)}`,
    `STATUS:${statusOf(event.status)}`,
    'END:VEVENT',
  ]
}

/** Sessions as an iCalendar file (RFC 5545), which any calendar reads. Pure. */
export function calendarFile(events: readonly CalendarEvent[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sanad//Forums//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
