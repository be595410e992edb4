import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { hoursOf, marks } from '@/lib/grants/training/hours'
import { mayRun } from '@/lib/grants/training/load'
import { getSheet, type SheetRow } from '@/lib/grants/training/sheet-queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { markAttendance } from '../../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('training.sheet.title') }
}

type Props = {
  params: Promise<{ courseId: string; sessionId: string }>
  searchParams: Promise<{ all?: string | string[] }>
}

export default async function AttendancePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t, locale, format }, { courseId, sessionId }, { all }] = await Promise.all([getI18n(), params, searchParams])
  const sheet = isId(courseId) && isId(sessionId) ? await getSheet(actor, courseId, sessionId) : null
  if (!sheet) notFound()
  const { session, rows } = sheet
  const isClosed = session.state !== 'planned'
  const isAhead = session.heldOn > baghdadDay(new Date())
  const canMark = !isClosed && !isAhead && mayRun(actor, session)
  // Prefilled by the address, so that it works before any script: what is marked otherwise stays to be changed by hand.
  const allPresent = all === 'present'
  const path = `/grants/courses/${session.courseId}`
  const chosen = (row: SheetRow) => (allPresent ? 'present' : row.mark)
  const sheetRows = (
    <div className="divide-y divide-line">
      {rows.map((row) => (
        <fieldset key={row.id} disabled={!canMark} className="min-w-0 py-3">
          <legend className="float-start mb-2 w-full">
            <span className="font-semibold">
              <Bdi>{row.name}</Bdi>
            </span>{' '}
            <span className="text-sm text-ink-soft">
              <Code>{row.reference}</Code>
            </span>
          </legend>
          <div className="clear-both grid grid-cols-3 gap-2">
            {marks.map((mark) => (
              <label
                key={mark}
                className="flex min-h-12 items-center justify-center gap-2 rounded-md border border-line bg-surface px-2 has-checked:border-action has-checked:bg-action-soft has-checked:font-semibold"
              >
                <input
                  type="radio"
                  name={`marks.${row.id}`}
                  value={mark}
                  defaultChecked={chosen(row) === mark}
                  className="size-5 shrink-0"
                />
                {t(`training.mark.${mark}`)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
  return (
    <ClientMessages locale={locale} rooms={['training.refused', 'training.errors']}>
      <PageHeader
        title={t('training.sheet.title')}
        lead={t('training.sheet.lead', {
          topic: session.topic,
          date: format.date(session.heldOn),
          hours: hoursOf(session.minutes),
        })}
        back={{ href: path, label: inLocale(locale, { en: session.titleEn, ar: session.titleAr }) }}
        action={
          <a href={`${path}/attendance.pdf?session=${session.id}`} className={buttonClass('secondary')}>
            {t('training.sheet.print')}
          </a>
        }
      />
      {isClosed && <Notice tone="neutral">{t('training.sheet.closed')}</Notice>}
      {isAhead && <Notice>{t('training.sheet.ahead')}</Notice>}
      {rows.length === 0 ? (
        <EmptyState
          icon="users"
          title={t('training.sheet.empty')}
          action={<LinkButton href={path}>{session.code}</LinkButton>}
        >
          {t('training.sheet.emptyText')}
        </EmptyState>
      ) : canMark ? (
        <PlainForm
          key={allPresent ? 'all' : 'kept'}
          action={markAttendance}
          hidden={{ sessionId: session.id }}
          submit={t('training.sheet.save')}
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <LinkButton href={`${path}/sessions/${session.id}?all=present`} variant="secondary">
              {t('training.sheet.allPresent')}
            </LinkButton>
            <p className="text-sm text-ink-soft">{t('training.sheet.allPresentHint')}</p>
          </div>
          {sheetRows}
        </PlainForm>
      ) : (
        <div className="mt-4 max-w-2xl">{sheetRows}</div>
      )}
    </ClientMessages>
  )
}
