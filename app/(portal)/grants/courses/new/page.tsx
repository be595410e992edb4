import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getCourseForm } from '@/lib/grants/training/course-queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { createCourse } from '../actions'
import { CourseFields } from '../course-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('training.courses.new') }
}

export default async function NewCoursePage() {
  const actor = await requireActor()
  if (!may(actor, 'training.run')) notFound()
  const [{ t, locale }, { teams, places }] = await Promise.all([getI18n(), getCourseForm(actor)])
  return (
    <ClientMessages locale={locale} rooms={['training.errors', 'training.refused']}>
      <PageHeader
        title={t('training.courses.new')}
        back={{ href: '/grants/courses', label: t('training.courses.title') }}
      />
      <PlainForm
        action={createCourse}
        submit={t('training.form.create')}
        draft={{ key: 'course-new', secret: actor.draftKey }}
        cancel={{ href: '/grants/courses', label: t('common.form.cancel') }}
      >
        <SelectField
          name="teamId"
          label={t('training.courses.team')}
          defaultValue={teams.length === 1 ? teams[0]?.id : undefined}
          choices={teams.map((team) => ({ value: team.id, label: inLocale(locale, team) }))}
        />
        <CourseFields places={places} />
      </PlainForm>
    </ClientMessages>
  )
}
