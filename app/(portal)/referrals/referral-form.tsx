import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { ChoiceLinks } from '@/components/ui/choice-links'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Action } from '@/lib/commands/result'
import { baghdadDay } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { type ConsentLanguage, consentLanguages } from '@/lib/people/domain'
import { type HealthService, healthServices, priorities, transportSupports } from '@/lib/referrals/domain'
import type { ReferralForm as Offered } from '@/lib/referrals/form-queries'
import { ConsentFields } from './consent-fields'
import { facilityHint } from './facility-words'

type ReferralValues = {
  priority?: string
  facilityId?: string
  transport?: string
  reason?: string
  diagnosis?: string
  consent?: string | null
  emergencyReason?: string
}

type Props = {
  form: Offered
  service: HealthService
  language: ConsentLanguage
  /** The address with another service or language of the consent. */
  hrefWith: (change: { service?: string; language?: string; far?: string }) => string
  action: Action
  hidden: Record<string, string | number | undefined>
  values?: ReferralValues
  draft: { key: string; secret: string }
  cancelHref: string
}

/** A referral in one page: what is needed, how soon, why, where to, and by which consent. Works before scripts load. */
export async function ReferralForm(props: Props) {
  const { form, service, language, hrefWith, action, hidden, values = {}, draft, cancelHref } = props
  const { t, locale, format } = await getI18n()
  const today = baghdadDay(new Date())
  return (
    <div className="max-w-2xl space-y-6">
      <ChoiceLinks
        label={t('referrals.form.service')}
        hint={t('referrals.form.serviceFirst')}
        choices={healthServices.map((value) => ({
          value,
          label: t(`referrals.service.${value}`),
          href: hrefWith({ service: value }),
          isChosen: value === service,
        }))}
      />
      {form.facilities.length === 0 ? (
        <EmptyState title={t('referrals.form.noFacility')}>{t('referrals.form.noFacilityText')}</EmptyState>
      ) : (
        <ClientMessages locale={locale} rooms={['referrals.errors', 'referrals.refused', 'people.errors']}>
          <PlainForm
            action={action}
            hidden={{ ...hidden, service, language, textVersion: form.text?.version }}
            submit={t('referrals.form.send')}
            draft={draft}
            cancel={{ href: cancelHref, label: t('people.form.cancel') }}
            more={
              <SubmitButton variant="secondary" name="next" value="draft">
                {t('referrals.form.keep')}
              </SubmitButton>
            }
          >
            <RadioField
              name="priority"
              inline
              label={t('referrals.form.priority')}
              choices={priorities.map((value) => ({ value, label: t(`referrals.priority.${value}`) }))}
              defaultValue={values.priority}
            />
            <TextAreaField
              name="reason"
              label={t('referrals.form.reason')}
              hint={t('referrals.form.reasonHint')}
              maxLength={4000}
              defaultValue={values.reason}
            />
            <TextAreaField
              name="diagnosis"
              optional
              rows={2}
              label={t('referrals.form.diagnosis')}
              maxLength={4000}
              defaultValue={values.diagnosis}
            />
            <RadioField
              name="facilityId"
              label={t('referrals.form.facility')}
              choices={form.facilities.map((facility) => ({
                value: facility.id,
                label: inLocale(locale, facility.name),
                hint: facilityHint(t, format, facility, today),
              }))}
              defaultValue={values.facilityId}
            />
            {form.facilities.length === 6 && (
              <p>
                <Link
                  href={hrefWith({ far: '1' })}
                  replace
                  scroll={false}
                  prefetch={false}
                  className="touch-target inline-flex items-center text-action underline"
                >
                  {t('referrals.form.more')}
                </Link>
              </p>
            )}
            <RadioField
              name="transport"
              inline
              label={t('referrals.form.transport')}
              choices={transportSupports.map((value) => ({ value, label: t(`referrals.transport.${value}`) }))}
              defaultValue={values.transport ?? 'none'}
            />
            <ChoiceLinks
              label={t('referrals.form.language')}
              choices={consentLanguages.map((value) => ({
                value,
                label: t(`people.language.${value}`),
                href: hrefWith({ language: value }),
                isChosen: value === language,
              }))}
            />
            <ConsentFields
              form={form}
              language={language}
              chosen={values.consent ?? null}
              emergencyReason={values.emergencyReason ?? ''}
            />
          </PlainForm>
        </ClientMessages>
      )}
    </div>
  )
}
