import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { Bdi } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { reaches } from '@/lib/auth/actor'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { fullName } from '@/lib/people/identity'
import { kinRelations } from '@/lib/people/kin'
import { getKin } from '@/lib/people/kin-queries'
import { endKin, recordKin } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.kin.title') }
}

/** Colleagues who are, or live with, this person: they take no part in what is decided or paid for the household. */
export default async function ColleaguesPage({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { personId }] = await Promise.all([getI18n(), params])
  const found = isId(personId) ? await getKin(actor, personId) : null
  if (!found || !reaches(actor, 'people.read', found.person)) notFound()
  const { person, kin, colleagues } = found
  const mayEnd = reaches(actor, 'people.resolve_duplicates', person)
  return (
    <>
      <PageHeader
        title={t('people.kin.title')}
        back={{ href: `/people/${personId}`, label: fullName(person) }}
        lead={t('people.kin.lead')}
      />
      <ClientMessages locale={locale} rooms={['people.errors']}>
        <div className="max-w-2xl space-y-6">
          <Section title={t('people.kin.known')}>
            {kin.length === 0 && <p className="text-ink-soft">{t('people.kin.none')}</p>}
            <ul className="divide-y divide-line">
              {kin.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                  <span>
                    <Bdi>{one.name}</Bdi>{' '}
                    <span className="text-ink-soft">
                      {t(`people.kin.relation.${kinRelations.find((entry) => entry === one.relation) ?? 'relative'}`)}
                    </span>
                  </span>
                  {mayEnd && one.userId !== actor.userId && (
                    <PlainForm
                      action={endKin}
                      hidden={{ personId, kinId: one.id }}
                      submit={t('people.kin.end')}
                      variant="secondary"
                      className=""
                    />
                  )}
                </li>
              ))}
            </ul>
          </Section>
          {reaches(actor, 'people.write', person) && (
            <Section title={t('people.kin.add')}>
              <PlainForm action={recordKin} hidden={{ personId }} submit={t('people.kin.save')}>
                <SelectField
                  name="userId"
                  label={t('people.kin.colleague')}
                  choices={colleagues.map((one) => ({ value: one.id, label: one.name }))}
                />
                <RadioField
                  name="relation"
                  label={t('people.kin.how')}
                  choices={kinRelations.map((value) => ({ value, label: t(`people.kin.relation.${value}`) }))}
                />
              </PlainForm>
            </Section>
          )}
        </div>
      </ClientMessages>
    </>
  )
}
