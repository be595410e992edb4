import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { getConsentForm } from '@/lib/people/consent-text-queries'
import { consentLanguages, consentMethods, consentPurposes, releasableFields } from '@/lib/people/domain'
import { canEdit } from '@/lib/people/policy'
import { giveConsent } from '../../actions'
import type { PersonParams } from '../editable-person'
import { ConsentText } from './consent-text'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.consent.title') }
}

const lengths = [3, 6, 12, 24]
type Props = { params: PersonParams; searchParams: Promise<{ purpose?: string; language?: string }> }

export default async function ConsentPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t, locale }, { personId }, asked] = await Promise.all([getI18n(), params, searchParams])
  const purpose = consentPurposes.find((one) => one === asked.purpose) ?? 'livelihood_grant'
  const language = consentLanguages.find((one) => one === asked.language) ?? 'ar'
  const form = isId(personId) ? await getConsentForm(actor, personId, purpose, language) : null
  if (!form || !canEdit(actor, form.placed)) notFound()
  const back = `/people/${personId}`
  return (
    <>
      <PageHeader title={t('people.consent.title')} back={{ href: back, label: form.name }} />
      <div className="max-w-2xl space-y-6">
        <ConsentText path={`${back}/consent`} purpose={purpose} language={language} text={form.text} />
        {form.text && (
          <ClientMessages locale={locale} rooms={['people.errors']}>
            <PlainForm
              action={giveConsent}
              hidden={{ personId, purpose, language, textVersion: form.text.version }}
              submit={t('people.consent.submit')}
              draft={{ key: `person-consent-${personId}`, secret: actor.draftKey }}
              cancel={{ href: back, label: t('people.form.cancel') }}
            >
              <RadioField
                name="method"
                label={t('people.consent.method')}
                choices={consentMethods.map((value) => ({ value, label: t(`people.method.${value}`) }))}
              />
              <TextField
                name="witnessName"
                optional
                width="half"
                label={t('people.consent.witness')}
                hint={t('people.consent.witnessHint')}
                maxLength={120}
              />
              <TextField
                name="guardianName"
                optional={!form.isMinor}
                width="half"
                label={t('people.consent.guardian')}
                hint={t(form.isMinor ? 'people.consent.guardianHint' : 'people.consent.guardianOptional')}
                maxLength={120}
              />
              {purpose === 'health_referral' && (
                <CheckboxGroupField
                  name="releasedFields"
                  label={t('referrals.form.fields')}
                  hint={t('referrals.form.fieldsHint')}
                  choices={releasableFields.map((value) => ({ value, label: t(`referrals.field.${value}`) }))}
                />
              )}
              {purpose === 'sharing' && (
                <TextField
                  name="recipient"
                  label={t('people.consent.recipient')}
                  hint={t('people.consent.recipientHint')}
                  maxLength={200}
                />
              )}
              <DateField name="givenOn" label={t('people.consent.givenOn')} defaultValue={baghdadDay(new Date())} />
              <SelectField
                name="months"
                label={t('people.consent.months')}
                defaultValue="12"
                choices={lengths.map((months) => ({
                  value: String(months),
                  label: t('people.consent.monthsChoice', { months }),
                }))}
              />
            </PlainForm>
          </ClientMessages>
        )}
      </div>
    </>
  )
}
