import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { baghdadDay } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { relationships } from '@/lib/people/domain'
import { search } from '@/lib/people/search-queries'
import { moveHousehold } from '../../actions'
import { HouseholdFinder } from '../../household-finder'
import { editablePerson, type PersonParams } from '../editable-person'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.household.moveTitle') }
}

type Props = { params: PersonParams; searchParams: Promise<{ q?: string; member?: string }> }

export default async function MoveHouseholdPage({ params, searchParams }: Props) {
  const [{ t, locale }, { q, member }] = await Promise.all([getI18n(), searchParams])
  const { actor, personId, form } = await editablePerson(params, isId(member) ? member : null)
  if (member !== undefined && !form.household) notFound()
  const query = typeof q === 'string' ? q.trim().slice(0, 120) : ''
  const found = query ? (await search(actor, query)).people.filter(({ id }) => id !== personId) : []
  const back = `/people/${personId}`
  const today = baghdadDay(new Date())
  const movedOn = <DateField name="movedOn" label={t('people.household.movedOn')} defaultValue={today} />
  return (
    <>
      <PageHeader
        title={t('people.household.moveTitle')}
        lead={t('people.household.moveLead')}
        back={{ href: back, label: form.name }}
      />
      <ClientMessages locale={locale} rooms={['people.errors', 'people.refused']}>
        <div className="max-w-2xl space-y-6">
          <Section title={t('people.household.other')}>
            {form.household ? (
              <PlainForm
                action={moveHousehold}
                hidden={{ personId, householdId: form.household.householdId }}
                submit={t('people.household.moveSubmit')}
                draft={{ key: `person-household-${personId}`, secret: actor.draftKey }}
                cancel={{ href: `${back}/household`, label: t('people.form.cancel') }}
              >
                <p className="font-medium">{t('people.form.householdOf', { name: form.household.headName })}</p>
                <SelectField
                  name="relationship"
                  label={t('people.form.relationship')}
                  choices={relationships
                    .filter((value) => value !== 'head')
                    .map((value) => ({ value, label: t(`people.relationship.${value}`) }))}
                />
                {movedOn}
              </PlainForm>
            ) : (
              <HouseholdFinder
                action={`${back}/household`}
                query={query}
                found={found}
                hrefOf={(id) => `${back}/household?member=${id}`}
              />
            )}
          </Section>
          <Disclosure label={t('people.household.own')}>
            <PlainForm action={moveHousehold} hidden={{ personId }} submit={t('people.household.ownSubmit')}>
              {movedOn}
            </PlainForm>
          </Disclosure>
        </div>
      </ClientMessages>
    </>
  )
}
