import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { getCourse } from '@/lib/grants/training/course-queries'
import { mayRun } from '@/lib/grants/training/load'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { cancelCourse, completeCourse } from '../actions'
import { courseTone } from '../tones'
import { EnrolSection } from './enrol-section'
import { PeopleSection } from './people-section'
import { SessionsSection } from './sessions-section'

type Props = { params: Promise<{ courseId: string }> }

const read = cache(async (courseId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(courseId) ? await getCourse(actor, courseId) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { page }] = await Promise.all([getI18n(), params.then(({ courseId }) => read(courseId))])
  return { title: page?.course.code ?? t('common.states.notFoundTitle') }
}

export default async function CoursePage({ params }: Props) {
  const [{ t, locale, format }, { actor, page }] = await Promise.all([
    getI18n(),
    params.then(({ courseId }) => read(courseId)),
  ])
  if (!page) notFound()
  const { course } = page
  const isOpen = course.state === 'planned' && mayRun(actor, course)
  const hidden = { courseId: course.id, version: course.version }
  const path = `/grants/courses/${course.id}`
  // Nothing is left to mark: completing is the next step then, not a deed to look for.
  const isMarked = page.sessions.length > 0 && page.sessions.every((session) => session.marked > 0)
  const complete = (
    <PlainForm action={completeCourse} hidden={hidden} submit={t('training.course.completeDeed')}>
      {!isMarked && <h3 className="font-semibold">{t('training.course.complete')}</h3>}
      <p>{t('training.course.completeText')}</p>
    </PlainForm>
  )
  return (
    <ClientMessages locale={locale} rooms={['training.errors', 'training.refused']}>
      <PageHeader
        title={inLocale(locale, { en: course.titleEn, ar: course.titleAr })}
        back={{ href: '/grants/courses', label: t('training.courses.title') }}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Code>{course.code}</Code>
            <Badge tone={courseTone[course.state]}>{t(`training.state.${course.state}`)}</Badge>
          </span>
        }
        action={
          <>
            <a href={`${path}/attendance.pdf`} className={buttonClass('secondary')}>
              {t('training.course.sheet')}
            </a>
            {isOpen && (
              <LinkButton href={`${path}/edit`} variant="secondary">
                {t('training.course.edit')}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          {isOpen && isMarked && (
            <Notice tone="good" title={t('training.course.allMarked')}>
              {complete}
            </Notice>
          )}
          <SessionsSection page={page} isOpen={isOpen} />
          <PeopleSection page={page} isOpen={isOpen} />
        </div>
        <div className="min-w-0 space-y-6">
          <Section title={t('training.course.facts')}>
            <DetailsList
              items={[
                { term: t('training.form.trainer'), value: <Bdi>{course.trainer}</Bdi> },
                {
                  term: t('training.courses.days'),
                  value: t('training.courses.from', {
                    from: format.shortDate(course.startsOn),
                    to: format.shortDate(course.endsOn),
                  }),
                },
                { term: t('training.form.venue'), value: <Bdi>{course.venue}</Bdi> },
                { term: t('training.form.place'), value: inLocale(locale, { en: course.placeEn, ar: course.placeAr }) },
                { term: t('training.courses.team'), value: inLocale(locale, { en: course.teamEn, ar: course.teamAr }) },
                { term: t('training.form.seats'), value: format.number(course.seats) },
              ]}
            />
          </Section>
          {isOpen && <EnrolSection page={page} />}
          {isOpen && (
            <Disclosure label={t(isMarked ? 'training.course.cancel' : 'training.course.end')}>
              <div className="space-y-8">
                {!isMarked && complete}
                <PlainForm
                  action={cancelCourse}
                  hidden={hidden}
                  submit={t('training.course.cancelDeed')}
                  variant="danger"
                >
                  <h3 className="font-semibold">{t('training.course.cancel')}</h3>
                  <p className="text-ink-soft">{t('training.course.cancelText')}</p>
                </PlainForm>
              </div>
            </Disclosure>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
