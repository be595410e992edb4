import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { birthParts } from '@/lib/people/birth'
import { birthPrecisions } from '@/lib/people/domain'
import { getEditForm } from '@/lib/people/form-queries'
import { fullName } from '@/lib/people/identity'
import { formatPhone } from '@/lib/people/phone'
import { canEdit } from '@/lib/people/policy'
import { IdentityFields } from '../../identity-fields'
import { LiveFields } from '../../place-fields'
import type { PersonParams } from '../editable-person'
import { EditForm } from './edit-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.edit.title') }
}

export default async function EditPersonPage({ params }: { params: PersonParams }) {
  const actor = await requireActor()
  const [{ t, locale }, { personId }] = await Promise.all([getI18n(), params])
  const found = isId(personId) ? await getEditForm(actor, personId) : null
  if (!found || !canEdit(actor, found.person)) notFound()
  const { person, subDistricts } = found
  const precision = birthPrecisions.find((one) => one === person.birthPrecision) ?? 'year'
  const { year, month, day } = birthParts({ date: person.birthOn, precision })
  return (
    <>
      <PageHeader
        title={t('people.edit.title')}
        lead={t('people.edit.lead')}
        back={{ href: `/people/${personId}`, label: fullName(person) }}
      />
      <ClientMessages locale={locale} rooms={['people.errors', 'people.edit', 'people.form.cancel']}>
        <EditForm
          personId={personId}
          version={person.version}
          draft={{ key: `person-edit-${personId}`, secret: actor.draftKey }}
        >
          <IdentityFields
            known={{
              ...person,
              birth: `${year}-${month}-${day}`,
              phone: person.phone ? formatPhone(person.phone) : '',
              documentNumber: person.documentNumber ?? '',
            }}
          />
          <LiveFields places={subDistricts} place={person.locationPcode} address={person.address} />
        </EditForm>
      </ClientMessages>
    </>
  )
}
