import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { canPropose } from '@/lib/grants/budgets/policy'
import { listDistricts } from '@/lib/grants/budgets/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { proposeSource } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('budgets.source.new') }
}

export default async function NewSourcePage() {
  const actor = await requireActor()
  if (!canPropose(actor)) notFound()
  const [{ t, locale }, districts] = await Promise.all([getI18n(), listDistricts(actor)])
  return (
    <ClientMessages locale={locale} rooms={['budgets.refused', 'budgets.errors']}>
      <PageHeader
        title={t('budgets.source.new')}
        back={{ href: '/budgets', label: t('budgets.title') }}
        lead={t('budgets.source.newLead')}
      />
      <PlainForm
        action={proposeSource}
        submit={t('budgets.propose')}
        draft={{ key: 'new-source', secret: actor.draftKey }}
        cancel={{ href: '/budgets', label: t('common.form.cancel') }}
      >
        <TextField
          name="code"
          label={t('budgets.field.code')}
          hint={t('budgets.field.codeHint')}
          width="short"
          dir="ltr"
        />
        <TextField name="donorEn" label={t('budgets.field.donorEn')} width="half" />
        <TextField name="donorAr" label={t('budgets.field.donorAr')} width="half" />
        <RadioField
          name="currency"
          label={t('common.form.currency')}
          inline
          choices={[
            { value: 'IQD', label: 'IQD' },
            { value: 'USD', label: 'USD' },
          ]}
        />
        <TextField name="amount" label={t('budgets.field.amount')} inputMode="decimal" dir="ltr" width="half" />
        <DateField name="startsOn" label={t('budgets.field.startsOn')} />
        <DateField name="endsOn" label={t('budgets.field.endsOn')} />
        <CheckboxGroupField
          name="districts"
          optional
          label={t('budgets.field.districts')}
          hint={t('budgets.field.districtsHint')}
          choices={districts.map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) }))}
        />
        <TextAreaField name="reason" rows={2} label={t('budgets.reason')} />
      </PlainForm>
    </ClientMessages>
  )
}
