import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendarFile } from './calendar-file'

const now = new Date('2026-11-26T05:00:00Z')
const event: CalendarEvent = {
  id: '0192f3a0-0000-7000-8000-000000000001',
  status: 'scheduled',
  startsAt: new Date('2026-12-31T21:30:00Z'),
  minutesLong: 120,
  title: 'Falluja Centre forum',
  venue: 'Municipality hall',
  version: 3,
}
const file = (change: Partial<CalendarEvent>) => calendarFile([{ ...event, ...change }], now)
const unfolded = (text: string) => text.replaceAll('\r\n ', '')
const propertyOf = (text: string, name: string) =>
  unfolded(text)
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)

describe('a calendar file', () => {
  it('begins and ends as the standard says, every line with CRLF', () => {
    const text = file({})
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true)
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('gives moments in UTC, also over midnight and New Year', () => {
    expect(propertyOf(file({}), 'DTSTART')).toBe('20261231T213000Z')
    expect(propertyOf(file({}), 'DTEND')).toBe('20261231T233000Z')
    expect(propertyOf(file({ minutesLong: 180 }), 'DTEND')).toBe('20270101T003000Z')
    expect(propertyOf(file({}), 'DTSTAMP')).toBe('20261126T050000Z')
  })

  it('says what is cancelled and what is not sure', () => {
    expect(propertyOf(file({ status: 'cancelled' }), 'STATUS')).toBe('CANCELLED')
    expect(propertyOf(file({ status: 'postponed' }), 'STATUS')).toBe('TENTATIVE')
    for (const status of ['scheduled', 'held', 'shared'] as const)
      expect(propertyOf(file({ status }), 'STATUS')).toBe('CONFIRMED')
  })

  it('escapes what means something, and lets nobody write lines of their own', () => {
    const text = file({ venue: 'Hall; room 2, back\\left\nEND:VEVENT\r\nATTENDEE:mailto:x@y\u0007' })
    expect(propertyOf(text, 'LOCATION')).toBe('Hall\\; room 2\\, back\\\\left\\nEND:VEVENT\\nATTENDEE:mailto:x@y')
    expect(unfolded(text).split('\r\n')).not.toContain('ATTENDEE:mailto:x@y')
  })

  it('folds at 75 octets without cutting a character, and says the same unfolded', () => {
    const title = 'منتدى الشرطة المجتمعية في مركز مدينة الفلوجة 🕌 '.repeat(6).trim()
    const text = file({ title })
    const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...octets)).toBeLessThanOrEqual(75)
    expect(Math.max(...octets)).toBeGreaterThan(70)
    expect(text).not.toContain('\uFFFD')
    expect(propertyOf(text, 'SUMMARY')).toBe(title)
  })

  it('keeps its name over changes and counts them', () => {
    expect(propertyOf(file({}), 'UID')).toBe(`${event.id}@sanad`)
    expect(propertyOf(file({ version: 1 }), 'SEQUENCE')).toBe('0')
    expect(propertyOf(file({ version: 4 }), 'SEQUENCE')).toBe('3')
  })
})
