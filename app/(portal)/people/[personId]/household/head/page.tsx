import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { relationships } from '@/lib/people/domain'
import { getHeadForm } from '@/lib/people/form-queries'
import { fullName } from '@/lib/people/identity'
import { canEdit } from '@/lib/people/policy'
import { changeHead } from '../../../actions'
import type { PersonParams } from '../../editable-person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.household.headTitle') }
}

export default async function ChangeHeadPage({ params }: { params: PersonParams }) {
  const actor = await requireActor()
  const [{ t, locale }, { personId }] = await Promise.all([getI18n(), params])
  const form = isId(personId) ? await getHeadForm(actor, personId) : null
  if (!form || form.others.length === 0 || !canEdit(actor, form.head)) notFound()
  const { head, others } = form
  const back = `/people/${personId}`
  return (
    <>
      <PageHeader
        title={t('people.household.headTitle')}
        lead={t('people.household.headLead')}
        back={{ href: back, label: t('people.file.title') }}
      />
      <ClientMessages locale={locale} rooms={['people.errors']}>
        <PlainForm
          action={changeHead}
          hidden={{ householdId: head.householdId, version: head.version }}
          submit={t('people.household.headSubmit')}
          cancel={{ href: back, label: t('people.form.cancel') }}
        >
          <RadioField
            name="headPersonId"
            label={t('people.household.newHead')}
            choices={others.map((member) => ({ value: member.personId, label: fullName(member) }))}
          />
          <SelectField
            name="relationship"
            label={t('people.household.former', { name: fullName(head) })}
            choices={relationships
              .filter((value) => value !== 'head')
              .map((value) => ({ value, label: t(`people.relationship.${value}`) }))}
          />
        </PlainForm>
      </ClientMessages>
    </>
  )
}
