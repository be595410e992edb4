import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { Section } from '@/components/ui/section'
import type { CoursePage } from '@/lib/grants/training/course-queries'
import { enrol } from '../actions'

/** Applicants of the team who wait for a course: tick many, send once. */
export async function EnrolSection({ page }: { page: CoursePage }) {
  const { t } = await getI18n()
  const { course, people, candidates } = page
  const free = Math.max(0, course.seats - people.filter((person) => !person.left_on).length)
  return (
    <Section title={t('training.course.enrol')}>
      {candidates.length === 0 ? (
        <p className="text-ink-soft">{t('training.course.noCandidates')}</p>
      ) : (
        <PlainForm action={enrol} hidden={{ courseId: course.id }} submit={t('training.course.enrolDeed')}>
          <div className="max-h-96 overflow-y-auto">
            <CheckboxGroupField
              name="caseIds"
              label={t('training.course.waiting')}
              hint={t('training.course.enrolHint', { free })}
              choices={candidates.map((one) => ({ value: one.id, label: one.name, hint: one.reference }))}
            />
          </div>
        </PlainForm>
      )}
    </Section>
  )
}
