import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { recordDisplacement } from '../../actions'
import { DisplacementFields } from '../../place-fields'
import { editablePerson, type PersonParams } from '../editable-person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.displacement.title') }
}

export default async function DisplacementPage({ params }: { params: PersonParams }) {
  const [{ t, locale }, { actor, personId, form }] = await Promise.all([getI18n(), editablePerson(params)])
  const back = `/people/${personId}`
  return (
    <>
      <PageHeader
        title={t('people.displacement.title')}
        lead={t('people.displacement.lead')}
        back={{ href: back, label: form.name }}
      />
      <ClientMessages locale={locale} rooms={['people.errors']}>
        <PlainForm
          action={recordDisplacement}
          hidden={{ personId }}
          submit={t('people.displacement.submit')}
          draft={{ key: `person-displacement-${personId}`, secret: actor.draftKey }}
          cancel={{ href: back, label: t('people.form.cancel') }}
        >
          <DisplacementFields governorates={form.governorates} />
        </PlainForm>
      </ClientMessages>
    </>
  )
}
