import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { buttonClass } from '@/components/ui/button-class'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { listMonth } from '@/lib/forums/sessions/calendar-queries'
import { monthsAfter, readMonth } from '@/lib/forums/sessions/month'
import { SectionTabs } from '../section-tabs'
import { MonthView } from './month-view'

type Props = { searchParams: Promise<{ month?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.calendar.title') }
}

/** The sessions of a month: a grid on a desk, a list on a phone. Other months are links, and the file goes into any calendar. */
export default async function CalendarPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'forums.read')) notFound()
  const [{ t, format }, query] = await Promise.all([getI18n(), searchParams])
  const today = baghdadDay(new Date())
  const month = readMonth(query.month) ?? today.slice(0, 7)
  const sessions = await listMonth(actor, month, monthsAfter(month, 1))
  const step = (by: number, label: string) => (
    <LinkButton href={`/forums/calendar?month=${monthsAfter(month, by)}`} variant="secondary" size="sm">
      {label}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('forums.calendar.title')}
        lead={t('forums.calendar.lead')}
        action={
          <a href="/forums/calendar.ics" download className={buttonClass('secondary')}>
            {t('forums.calendar.file')}
          </a>
        }
      />
      <SectionTabs actor={actor} current="calendar" />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 className="text-xl font-semibold">{format.month(`${month}-01`)}</h2>
        <nav aria-label={t('forums.calendar.months')} className="flex flex-wrap gap-2">
          {step(-1, t('forums.calendar.previous'))}
          {month !== today.slice(0, 7) && (
            <LinkButton href="/forums/calendar" variant="secondary" size="sm">
              {t('forums.calendar.now')}
            </LinkButton>
          )}
          {step(1, t('forums.calendar.next'))}
        </nav>
      </div>
      <MonthView month={month} today={today} sessions={sessions} />
    </>
  )
}
