import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { canPrepare, handsOf, mayOn } from '@/lib/grants/policy'
import { getGrantTraining } from '@/lib/grants/training/grant-training-query'
import { isEnough } from '@/lib/grants/training/hours'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { completeTraining, enrolOne, waiveTraining } from '../../courses/actions'
import { Attended } from './attended'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('training.grant.title') }
}

export default async function GrantTrainingPage({ params }: { params: Promise<{ grantId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale, format }, { grantId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) ? await getGrantTraining(actor, grantId) : null
  if (!found) notFound()
  const { grant, course, waiver, open } = found
  const hidden = { caseId: grant.id, version: grant.version }
  const isTraining = grant.status === 'training'
  const enough = isEnough(found.present, found.total)
  const canJoin = isTraining && !waiver && course?.state !== 'planned' && mayOn(actor, 'training.run', grant) && !enough
  const mayWaive = isTraining && !waiver && !enough && mayOn(actor, 'training.waive', grant)
  return (
    <ClientMessages locale={locale} rooms={['training.refused', 'training.errors', 'grants.refused', 'cases.refused']}>
      <PageHeader
        title={t('training.grant.title')}
        back={{ href: `/grants/${grant.id}`, label: grant.reference }}
        {...(course && {
          lead: (
            <Link href={`/grants/courses/${course.course_id}`} prefetch={false} className="text-action underline">
              {inLocale(locale, { en: course.title_en, ar: course.title_ar })}
            </Link>
          ),
        })}
      />
      <div className="max-w-2xl space-y-6">
        {waiver && (
          <Notice tone="good" title={t('training.grant.waived')}>
            <p dir="auto">{waiver.reason}</p>
            <p className="text-sm text-ink-soft">
              <Bdi>{t('training.grant.waivedBy', { name: waiver.by, date: format.shortDate(waiver.at) })}</Bdi>
            </p>
          </Notice>
        )}
        {course ? (
          <Attended course={found} />
        ) : (
          !waiver && (
            <Notice title={t('training.grant.noCourse')}>
              <p>{t('training.grant.noCourseText')}</p>
            </Notice>
          )
        )}
        {isTraining && (enough || waiver) && canPrepare(actor, grant) === true && (
          <PlainForm action={completeTraining} hidden={hidden} submit={t('training.grant.complete')} />
        )}
        {canJoin && (
          <Section title={t('training.grant.join')}>
            {open.length === 0 ? (
              <p className="text-ink-soft">{t('training.grant.noOpen')}</p>
            ) : (
              <PlainForm action={enrolOne} hidden={{ caseIds: grant.id }} submit={t('training.course.enrolDeed')}>
                <RadioField
                  name="courseId"
                  label={t('training.grant.joinCourse')}
                  choices={open.map((one) => ({
                    value: one.id,
                    label: t('training.grant.courseChoice', {
                      title: inLocale(locale, { en: one.titleEn, ar: one.titleAr }),
                      date: format.shortDate(one.startsOn),
                    }),
                    hint: t('training.grant.seatsFree', { free: one.free }),
                  }))}
                />
              </PlainForm>
            )}
          </Section>
        )}
        {mayWaive &&
          (handsOf(grant).includes(actor.userId) ? (
            <Notice tone="neutral">{t('training.refused.own_case')}</Notice>
          ) : (
            <Disclosure label={t('training.grant.waive')}>
              <PlainForm action={waiveTraining} hidden={hidden} submit={t('training.grant.waiveDeed')}>
                <p className="text-ink-soft">{t('training.grant.waiveText')}</p>
                <TextAreaField name="reason" rows={3} label={t('training.grant.reason')} />
              </PlainForm>
            </Disclosure>
          ))}
      </div>
    </ClientMessages>
  )
}
