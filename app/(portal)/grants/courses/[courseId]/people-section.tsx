import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import type { CoursePage } from '@/lib/grants/training/course-queries'
import { hoursOf, isEnough, neededPercent, percentOf } from '@/lib/grants/training/hours'
import { leaveCourse } from '../actions'

/** Who is on the course, the hours of each against the four fifths, and their certificates. */
export async function PeopleSection({ page, isOpen }: { page: CoursePage; isOpen: boolean }) {
  const { t, format } = await getI18n()
  const { course, people, totalMinutes } = page
  return (
    <Section
      title={t('training.course.people')}
      action={<span className="text-sm text-ink-soft">{t('training.course.line', { percent: neededPercent })}</span>}
    >
      {people.length === 0 && <p className="text-ink-soft">{t('training.course.nobody')}</p>}
      <ul className="-my-2 divide-y divide-line">
        {people.map((person) => {
          const enough = isEnough(person.present, totalMinutes)
          const attended = t('training.course.attendedOf', {
            present: hoursOf(person.present),
            total: hoursOf(totalMinutes),
            percent: percentOf(person.present, totalMinutes),
          })
          return (
            <li key={person.id} className="grid items-center gap-x-4 gap-y-2 py-3 sm:grid-cols-[1fr_13rem_auto]">
              <div className="min-w-0">
                <Link
                  href={`/grants/${person.case_id}/training`}
                  prefetch={false}
                  className="touch-target inline-flex items-center font-medium text-action hover:underline"
                >
                  <Bdi>{person.name}</Bdi>
                </Link>
                <p className="text-sm text-ink-soft">
                  <Code>{person.reference}</Code>
                </p>
              </div>
              {person.left_on ? (
                <p className="text-sm">
                  <Badge>{t('training.course.left', { date: format.shortDate(person.left_on) })}</Badge>
                </p>
              ) : (
                <div className="space-y-1.5 text-sm">
                  <p className={enough ? 'text-good' : ''}>{attended}</p>
                  <ProgressBar
                    label={t('training.course.attended')}
                    value={person.present}
                    max={totalMinutes}
                    text={attended}
                    tone={enough ? 'good' : 'warning'}
                  />
                  {person.certificate && (
                    <a
                      href={`/grants/courses/${course.id}/certificates/${person.id}`}
                      className="touch-target inline-flex items-center text-action underline"
                    >
                      {t('training.certificate.open', { number: person.certificate })}
                    </a>
                  )}
                </div>
              )}
              {isOpen && !person.left_on && (
                <PlainForm
                  action={leaveCourse}
                  hidden={{ enrolmentId: person.id }}
                  submit={
                    <>
                      {t('training.course.leave')}
                      <span className="sr-only"> {person.name}</span>
                    </>
                  }
                  label={person.name}
                  variant="quiet"
                  className="-my-2 text-sm max-sm:-ms-4"
                />
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
