import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextField } from '@/components/form/text-field'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { baghdadDay } from '@/lib/format'
import type { CoursePage } from '@/lib/grants/training/course-queries'
import { hoursOf } from '@/lib/grants/training/hours'
import { addSession, removeSession } from '../actions'

/** The sessions of a course with their hours; each leads to its attendance sheet. */
export async function SessionsSection({ page, isOpen }: { page: CoursePage; isOpen: boolean }) {
  const { t, format } = await getI18n()
  const { course, sessions } = page
  const today = baghdadDay(new Date())
  return (
    <Section title={t('training.course.sessions')}>
      {sessions.length === 0 && <p className="text-ink-soft">{t('training.course.noSessions')}</p>}
      <ul className="-my-2 divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium">
                <Bdi>{session.topic}</Bdi>
              </p>
              <p className="text-sm text-ink-soft">
                {format.shortDate(session.heldOn)} ·{' '}
                {t('training.course.hoursCount', { hours: hoursOf(session.minutes) })} ·{' '}
                {session.marked > 0
                  ? t('training.course.marked', { present: session.present, marked: session.marked })
                  : t('training.course.notMarked')}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {isOpen && session.marked === 0 && (
                <PlainForm
                  action={removeSession}
                  hidden={{ sessionId: session.id }}
                  submit={t('training.course.removeDeed')}
                  label={session.topic}
                  variant="quiet"
                  className=""
                />
              )}
              {page.people.length > 0 && session.heldOn <= today && (
                <LinkButton
                  href={`/grants/courses/${course.id}/sessions/${session.id}`}
                  variant={isOpen && session.marked === 0 ? 'primary' : 'secondary'}
                >
                  {t(isOpen ? 'training.course.mark' : 'training.sheet.title')}
                </LinkButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isOpen && (
        <div className="mt-5">
          <Disclosure label={t('training.course.addSession')} open={sessions.length === 0}>
            <PlainForm
              action={addSession}
              hidden={{ courseId: course.id }}
              submit={t('training.course.addDeed')}
              variant="secondary"
            >
              <TextField name="topic" label={t('training.course.topic')} />
              <DateField name="heldOn" label={t('training.course.heldOn')} />
              <TextField
                name="hours"
                label={t('training.course.hours')}
                hint={t('training.course.hoursHint')}
                width="year"
                inputMode="decimal"
                autoComplete="off"
              />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
