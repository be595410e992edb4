import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { currencies, currentRules } from '@/lib/admin/domain'
import { createRoundAction } from '../../actions'
import { requireAdmin } from '../../require-admin'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.rounds.new') }
}

export default async function NewRoundPage() {
  await requireAdmin('reference.manage')
  const { t } = await getI18n()
  return (
    <>
      <PageHeader
        title={t('admin.rounds.new')}
        back={{ href: '/admin/rounds', label: t('admin.rounds.title') }}
        lead={t('admin.rounds.newLead', { version: currentRules.rulesVersion })}
      />
      <PlainForm
        action={createRoundAction}
        submit={t('admin.rounds.create')}
        cancel={{ href: '/admin/rounds', label: t('common.form.cancel') }}
      >
        <TextField name="nameAr" label={t('admin.names.ar')} width="half" />
        <TextField name="nameEn" label={t('admin.names.en')} width="half" dir="ltr" />
        <TextField
          name="code"
          label={t('admin.rounds.code')}
          hint={t('admin.rounds.codeHint')}
          width="short"
          dir="ltr"
          autoComplete="off"
        />
        <DateField name="opensOn" label={t('admin.rounds.opens')} />
        <DateField name="closesOn" label={t('admin.rounds.closes')} />
        <RadioField
          name="currency"
          label={t('common.form.currency')}
          inline
          choices={currencies.map((value) => ({ value, label: t(`admin.currency.${value}`) }))}
          defaultValue="IQD"
        />
        <TextField
          name="amount"
          label={t('admin.rounds.max')}
          hint={t('admin.rounds.maxHint')}
          width="short"
          dir="ltr"
          inputMode="decimal"
          autoComplete="off"
        />
      </PlainForm>
    </>
  )
}
