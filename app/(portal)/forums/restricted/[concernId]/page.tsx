import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { concernCategories, handlingStates, severities } from '@/lib/forums/concerns/domain'
import { getRestricted } from '@/lib/forums/concerns/restricted'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { addRestrictedNote, handleRestricted } from '../../concerns/actions'
import { Said } from './said'

type Props = { params: Promise<{ concernId: string }>; searchParams: Promise<{ read?: string | string[] }> }

const read = cache(async (concernId: string, withText: boolean) => {
  const actor = await requireActor()
  const isTheirs = may(actor, 'restricted.handle') && isId(concernId)
  return isTheirs ? getRestricted(actor, concernId, withText) : null
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { concernId }, { read: asked }] = await Promise.all([getI18n(), params, searchParams])
  const concern = await read(concernId, asked === '1')
  return { title: concern ? t('concerns.restricted.title') : t('common.states.notFoundTitle') }
}

/** One restricted concern, for a focal point. What was said is shown when asked for, and each reading is noted. */
export default async function RestrictedConcernPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { concernId }, { read: asked }] = await Promise.all([getI18n(), params, searchParams])
  const concern = await read(concernId, asked === '1')
  if (!concern) notFound()
  const category = concernCategories.find((one) => one === concern.category)
  const severity = severities.find((one) => one === concern.severity)
  return (
    <ClientMessages locale={locale} rooms={['concerns.refused', 'cases.refused']}>
      <PageHeader
        title={concern.reference}
        back={{ href: '/forums/restricted', label: t('concerns.restricted.title') }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <Section title={t('concerns.page.said')}>
            {concern.said ? (
              <Said said={concern.said} />
            ) : (
              <>
                <LinkButton href={`/forums/restricted/${concern.id}?read=1`}>
                  {t('concerns.restricted.open')}
                </LinkButton>
                <p className="mt-2 text-sm text-ink-soft">{t('concerns.restricted.openHint')}</p>
              </>
            )}
          </Section>
          <Section title={t('concerns.restricted.note')}>
            <PlainForm
              action={addRestrictedNote}
              hidden={{ caseId: concern.id }}
              submit={t('concerns.restricted.addNote')}
              variant="secondary"
              resetOnDone
            >
              <TextAreaField name="body" rows={3} maxLength={4000} label={t('concerns.restricted.note')} />
            </PlainForm>
          </Section>
        </div>
        <div className="min-w-0 space-y-6">
          <Section title={t('concerns.page.about')}>
            <DetailsList
              items={[
                { term: t('concerns.page.category'), value: category && t(`concerns.category.${category}`) },
                { term: t('concerns.page.severity'), value: severity && t(`concerns.severity.${severity}`) },
                {
                  term: t('concerns.page.place'),
                  value: <Bdi>{inLocale(locale, { en: concern.placeEn, ar: concern.placeAr })}</Bdi>,
                },
                { term: t('concerns.page.raisedOn'), value: format.date(concern.raisedOn) },
                { term: t('concerns.restricted.received'), value: format.dateTime(concern.openedAt) },
              ]}
            />
          </Section>
          <Section title={t('concerns.restricted.handling')}>
            <PlainForm
              action={handleRestricted}
              hidden={{ caseId: concern.id, version: concern.version }}
              submit={t('concerns.restricted.save')}
            >
              <RadioField
                name="state"
                label={t('concerns.restricted.handling')}
                defaultValue={concern.state}
                choices={handlingStates.map((value) => ({ value, label: t(`concerns.restricted.state.${value}`) }))}
              />
              <TextField
                name="passedTo"
                optional
                maxLength={200}
                label={t('concerns.restricted.passedTo')}
                defaultValue={concern.passedTo}
              />
            </PlainForm>
          </Section>
        </div>
      </div>
    </ClientMessages>
  )
}
