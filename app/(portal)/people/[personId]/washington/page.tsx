import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { baghdadDay } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { recordWashington } from '../../actions'
import { WashingtonFields } from '../../washington-fields'
import { editablePerson, type PersonParams } from '../editable-person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.washington.title') }
}

export default async function WashingtonPage({ params }: { params: PersonParams }) {
  const [{ t, locale }, { actor, personId, form }] = await Promise.all([getI18n(), editablePerson(params)])
  const back = `/people/${personId}`
  return (
    <>
      <PageHeader title={t('people.washington.title')} back={{ href: back, label: form.name }} />
      <ClientMessages locale={locale} rooms={['people.errors']}>
        <PlainForm
          action={recordWashington}
          hidden={{ personId }}
          submit={t('people.washington.submit')}
          draft={{ key: `person-washington-${personId}`, secret: actor.draftKey }}
          cancel={{ href: back, label: t('people.form.cancel') }}
        >
          <WashingtonFields />
          <DateField
            name="answeredOn"
            label={t('people.washington.answeredOn')}
            defaultValue={baghdadDay(new Date())}
          />
        </PlainForm>
      </ClientMessages>
    </>
  )
}
