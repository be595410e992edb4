import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { baghdadDay } from '@/lib/format'
import type { CalendarSession } from '@/lib/forums/sessions/calendar-queries'
import { daysIn, type Month } from '@/lib/forums/sessions/month'
import { toneOfSession } from '@/lib/forums/tones'
import { inLocale } from '@/lib/i18n/in-locale'

/** Days of the weeks before the first and after the last of a month. */
const blanks = (count: number, where: string) =>
  Array.from({ length: count }, (_, at) => `${where} ${at + 1}`).map((key) => (
    <li key={key} aria-hidden className="hidden bg-canvas lg:block" />
  ))

/** The days of a month. A wide screen shows all in weeks from Sunday; a narrow one only those with a session. */
export async function MonthView({
  month,
  today,
  sessions,
}: {
  month: Month
  today: string
  sessions: readonly CalendarSession[]
}) {
  const { t, format } = await getI18n()
  const { days, firstColumn } = daysIn(month)
  const on = (day: string) => sessions.filter((session) => baghdadDay(session.startsAt) === day)
  return (
    <>
      {sessions.length === 0 && <p className="mb-4 text-ink-soft">{t('forums.calendar.none')}</p>}
      <div aria-hidden className="hidden grid-cols-7 gap-px text-sm text-ink-soft lg:grid">
        {/* 1 February 2026 was a Sunday. */}
        {Array.from({ length: 7 }, (_, at) => `2026-02-0${at + 1}`).map((day) => (
          <span key={day} className="px-2 pb-1.5">
            {format.weekday(day)}
          </span>
        ))}
      </div>
      <ol className="space-y-3 lg:grid lg:grid-cols-7 lg:gap-px lg:space-y-0 lg:overflow-hidden lg:rounded-lg lg:border lg:border-line lg:bg-line">
        {blanks(firstColumn - 1, 'before')}
        {days.map((day) => {
          const held = on(day)
          return (
            <li
              key={day}
              aria-current={day === today ? 'date' : undefined}
              className={`min-w-0 rounded-lg border border-line bg-surface p-4 lg:min-h-24 lg:rounded-none lg:border-0 lg:p-2 ${
                held.length === 0 ? 'max-lg:hidden' : ''
              } ${day === today ? 'lg:shadow-[inset_0_0_0_2px_var(--color-action)]' : ''}`}
            >
              <p className="font-semibold lg:sr-only">
                {format.weekday(day)} {format.date(day)}
              </p>
              <p aria-hidden className="hidden text-sm text-ink-soft tabular-nums lg:block">
                {Number(day.slice(8))}
              </p>
              <Sessions sessions={held} />
            </li>
          )
        })}
        {blanks((7 - ((firstColumn - 1 + days.length) % 7)) % 7, 'after')}
      </ol>
    </>
  )
}

async function Sessions({ sessions }: { sessions: readonly CalendarSession[] }) {
  const { t, locale, format } = await getI18n()
  if (sessions.length === 0) return null
  return (
    <ul className="mt-2 space-y-3 lg:mt-1">
      {sessions.map((session) => (
        <li key={session.id} className="text-sm">
          <Link
            href={`/forums/${session.forumId}/sessions/${session.id}`}
            prefetch={false}
            className="touch-target inline-block font-medium text-action underline"
          >
            <span className="tabular-nums">{format.time(session.startsAt)}</span>{' '}
            {inLocale(locale, { en: session.nameEn, ar: session.nameAr })}
          </Link>
          <p className="my-1 text-ink-soft lg:hidden">
            <bdi>{session.venue}</bdi>
          </p>
          <StatusBadge
            status={{ label: t(`forums.sessions.status.${session.status}`), tone: toneOfSession[session.status] }}
          />
        </li>
      ))}
    </ul>
  )
}
