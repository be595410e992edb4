import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { getCourseToEdit } from '@/lib/grants/training/course-queries'
import { canChange } from '@/lib/grants/training/load'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { editCourse } from '../../actions'
import { CourseFields } from '../../course-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('training.form.editTitle') }
}

export default async function EditCoursePage({ params }: { params: Promise<{ courseId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { courseId }] = await Promise.all([getI18n(), params])
  const found = isId(courseId) ? await getCourseToEdit(actor, courseId) : null
  if (!found || canChange(actor, found.course) !== true) notFound()
  const { course, places } = found
  const back = `/grants/courses/${course.id}`
  return (
    <ClientMessages locale={locale} rooms={['training.errors', 'training.refused']}>
      <PageHeader title={t('training.form.editTitle')} back={{ href: back, label: course.code }} />
      <PlainForm
        action={editCourse}
        hidden={{ courseId: course.id, version: course.version }}
        submit={t('training.form.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <CourseFields places={places} course={course} />
      </PlainForm>
    </ClientMessages>
  )
}
