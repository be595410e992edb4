import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { scopeWords } from '@/lib/admin/keys/policy'
import { listKeyFacilities } from '@/lib/admin/keys/queries'
import { apiScopes } from '@/lib/auth/api-key'
import { inLocale } from '@/lib/i18n/in-locale'
import { askKeyAction } from '../../actions'
import { requireAdmin } from '../../require-admin'
import { NewKeyForm } from './new-key-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('apiKeys.new') }
}

export default async function NewKeyPage() {
  const actor = await requireAdmin('api_keys.manage')
  const [{ t, locale }, facilities] = await Promise.all([getI18n(), listKeyFacilities(actor)])
  return (
    <>
      <PageHeader
        title={t('apiKeys.new')}
        back={{ href: '/admin/keys', label: t('apiKeys.title') }}
        lead={t('apiKeys.newLead')}
      />
      <NewKeyForm
        action={askKeyAction}
        submit={t('apiKeys.submit')}
        cancel={{ href: '/admin/keys', label: t('common.form.cancel') }}
      >
        <TextField name="name" label={t('apiKeys.name')} hint={t('apiKeys.nameHint')} />
        <TextField name="recipientAr" label={t('apiKeys.recipientAr')} hint={t('apiKeys.recipientHint')} />
        <TextField name="recipientEn" label={t('apiKeys.recipientEn')} dir="ltr" />
        <CheckboxGroupField
          name="scopes"
          label={t('apiKeys.scopes')}
          choices={apiScopes.map((value) => ({
            value,
            label: t(`apiKeys.scope.${scopeWords[value]}`),
            hint: t(`apiKeys.scopeHint.${scopeWords[value]}`),
          }))}
          defaultValue={['fhir.read']}
        />
        <DateField name="expiresOn" label={t('apiKeys.expiresOn')} hint={t('apiKeys.expiresHint')} />
        <CheckboxGroupField
          name="facilities"
          label={t('apiKeys.facilities')}
          hint={t('apiKeys.facilitiesHint')}
          choices={facilities.map(({ id, name, district }) => ({
            value: id,
            label: inLocale(locale, name),
            hint: inLocale(locale, district),
          }))}
        />
      </NewKeyForm>
    </>
  )
}
