import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { mayEnter } from '@/lib/communities/displacement/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { openRound } from '../../actions'
import { base } from '../../filters'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.rounds.new') }
}

export default async function NewRoundPage() {
  const actor = await requireActor()
  if (!mayEnter(actor)) notFound()
  const { t, locale } = await getI18n()
  return (
    <ClientMessages locale={locale} rooms={['displacement.errors', 'displacement.refused']}>
      <PageHeader
        title={t('displacement.rounds.new')}
        lead={t('displacement.rounds.newLead')}
        back={{ href: `${base}/rounds`, label: t('displacement.rounds.title') }}
      />
      <PlainForm
        action={openRound}
        submit={t('displacement.form.open')}
        cancel={{ href: `${base}/rounds`, label: t('people.form.cancel') }}
      >
        <TextField
          name="number"
          width="short"
          dir="ltr"
          inputMode="numeric"
          label={t('displacement.form.number')}
          hint={t('displacement.form.numberHint')}
        />
        <DateField name="countedOn" label={t('displacement.form.countedOn')} />
        <TextAreaField
          name="remark"
          optional
          rows={3}
          label={t('displacement.form.remark')}
          hint={t('displacement.form.remarkHint')}
          maxLength={500}
        />
      </PlainForm>
    </ClientMessages>
  )
}
