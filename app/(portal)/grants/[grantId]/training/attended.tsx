import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import { hoursOf, isEnough, type Mark, neededPercent, percentOf } from '@/lib/grants/training/hours'

type AttendedProps = {
  course: {
    present: number
    total: number
    course: { certificate: string | null; course_id: string; enrolment_id: string } | null
    sessions: readonly { id: string; heldOn: string; topic: string; minutes: number; mark: Mark | null }[]
  }
}

const tones = { present: 'good', absent: 'danger', excused: 'warning' } as const

/** One applicant's sessions with their marks, and the share of the hours against the four fifths. */
export async function Attended({ course: { present, total, sessions, course } }: AttendedProps) {
  const { t, format } = await getI18n()
  const enough = isEnough(present, total)
  const text = t('training.course.attendedOf', {
    present: hoursOf(present),
    total: hoursOf(total),
    percent: percentOf(present, total),
  })
  return (
    <Section
      title={t('training.course.attended')}
      action={
        <Badge tone={enough ? 'good' : 'warning'}>
          {t(enough ? 'training.grant.enough' : 'training.grant.notEnough')}
        </Badge>
      }
    >
      <p>{text}</p>
      <p className="mb-3 text-sm text-ink-soft">{t('training.course.line', { percent: neededPercent })}</p>
      <ProgressBar
        label={t('training.course.attended')}
        value={present}
        max={total}
        text={text}
        tone={enough ? 'good' : 'warning'}
      />
      <ul className="mt-4 divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="min-w-0">
              <Bdi>{session.topic}</Bdi>{' '}
              <span className="text-sm text-ink-soft">
                {format.shortDate(session.heldOn)} ·{' '}
                {t('training.course.hoursCount', { hours: hoursOf(session.minutes) })}
              </span>
            </span>
            {session.mark ? (
              <Badge tone={tones[session.mark]}>{t(`training.mark.${session.mark}`)}</Badge>
            ) : (
              <span className="text-sm text-ink-soft">{t('training.grant.notMarked')}</span>
            )}
          </li>
        ))}
      </ul>
      {course?.certificate && (
        <p className="mt-4">
          <a
            href={`/grants/courses/${course.course_id}/certificates/${course.enrolment_id}`}
            className="touch-target inline-flex items-center text-action underline"
          >
            {t('training.certificate.open', { number: course.certificate })}
          </a>
        </p>
      )}
    </Section>
  )
}
