import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Fieldset } from '@/components/form/fieldset'
import { SelectField } from '@/components/form/select-field'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { type RegisterForm as Choices, getRegisterForm } from '@/lib/people/form-queries'
import { canRegister } from '@/lib/people/policy'
import { IdentityFields } from '../identity-fields'
import { DisplacementFields, LiveFields } from '../place-fields'
import { WashingtonFields } from '../washington-fields'
import { HouseholdFields } from './household-fields'
import { RegisterForm } from './register-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.new') }
}

const words = ['people.check', 'people.match', 'people.sex', 'people.form.submit', 'people.form.cancel'] as const

type Props = { searchParams: Promise<{ householdOf?: string | string[] }> }

export default async function NewPersonPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'people.write')) notFound()
  const [{ t, locale }, { householdOf }] = await Promise.all([getI18n(), searchParams])
  if (!canRegister(actor)) return <EmptyState title={t('people.form.noTeam')}>{t('people.form.noTeamText')}</EmptyState>
  const choices = await getRegisterForm(actor, isId(householdOf) ? householdOf : null)
  if (householdOf !== undefined && !choices.household) notFound()
  const [team, ...otherTeams] = choices.teams
  const isOneTeam = team !== undefined && otherTeams.length === 0
  return (
    <>
      <PageHeader title={t('people.new')} back={{ href: '/people', label: t('people.title') }} />
      <ClientMessages locale={locale} rooms={[...words, 'people.errors', 'people.refused']}>
        <RegisterForm
          locale={locale}
          draft={{ key: 'person-new', secret: actor.draftKey }}
          hidden={{
            household: choices.household ? 'existing' : 'new',
            householdId: choices.household?.householdId ?? '',
            ...(isOneTeam && { teamId: team.id }),
          }}
          identity={<IdentityFields />}
          rest={
            <>
              <LiveFields places={choices.subDistricts} />
              <HouseholdFields household={choices.household} />
              <Fieldset legend={t('people.form.displacement')}>
                <DisplacementFields governorates={choices.governorates} />
              </Fieldset>
              <Fieldset legend={t('people.form.washington')} hint={t('people.form.washingtonOptional')}>
                <Disclosure label={t('people.form.washingtonOpen')}>
                  <div className="space-y-6">
                    <WashingtonFields under="washington." />
                  </div>
                </Disclosure>
              </Fieldset>
              {!isOneTeam && <TeamField choices={choices} label={t('people.form.team')} locale={locale} />}
            </>
          }
        />
      </ClientMessages>
    </>
  )
}

type TeamProps = { choices: Choices; label: string; locale: Parameters<typeof inLocale>[0] }

function TeamField({ choices, label, locale }: TeamProps) {
  const teams = choices.teams.map(({ id, name }) => ({ value: id, label: inLocale(locale, name) }))
  return <SelectField name="teamId" label={label} choices={teams} />
}
