import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { FilterSelect } from '@/components/ui/filter-field'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getConvening } from '@/lib/grants/committee/meeting-queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { conveneMeeting } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('committee.meetings.new') }
}

export default async function ConvenePage({ searchParams }: { searchParams: Promise<{ team?: string | string[] }> }) {
  const actor = await requireActor()
  if (!may(actor, 'committee.convene')) notFound()
  const [{ t, locale }, asked, { teams, members, waiting }] = await Promise.all([
    getI18n(),
    searchParams,
    getConvening(actor),
  ])
  const team = teams.find((one) => one.id === asked.team) ?? teams[0]
  const people = [
    ...new Map(
      members.filter((one) => one.team_id === null || one.team_id === team?.id).map((one) => [one.id, one]),
    ).values(),
  ]
  const applications = waiting.filter((one) => one.team_id === team?.id)
  const header = (
    <PageHeader
      title={t('committee.meetings.new')}
      back={{ href: '/grants/committee', label: t('committee.meetings.title') }}
    />
  )
  if (!team) {
    return (
      <>
        {header}
        <EmptyState title={t('committee.convene.noTeam')}>{t('committee.convene.noTeamText')}</EmptyState>
      </>
    )
  }
  return (
    <ClientMessages locale={locale} rooms={['committee.errors', 'committee.refused']}>
      {header}
      {teams.length > 1 && (
        <FilterBar
          action="/grants/committee/new"
          label={t('committee.meetings.team')}
          applyLabel={t('common.list.apply')}
          activeLabel={t('common.list.active')}
          active={[]}
        >
          <FilterSelect
            name="team"
            label={t('committee.meetings.team')}
            anyLabel={inLocale(locale, team)}
            options={teams.map((one) => ({ value: one.id, label: inLocale(locale, one) }))}
            value={team.id}
          />
        </FilterBar>
      )}
      <PlainForm
        key={team.id}
        action={conveneMeeting}
        hidden={{ teamId: team.id }}
        submit={t('committee.convene.submit')}
        cancel={{ href: '/grants/committee', label: t('common.form.cancel') }}
      >
        <DateField name="heldOn" label={t('committee.meetings.heldOn')} />
        <TextField name="venue" label={t('committee.meetings.venue')} />
        <CheckboxGroupField
          name="memberIds"
          label={t('committee.convene.members')}
          hint={t('committee.convene.membersHint')}
          choices={people.map((one) => ({ value: one.id, label: one.name, hint: t(`common.roles.${one.role}`) }))}
        />
        <SelectField
          name="chairId"
          label={t('committee.convene.chair')}
          choices={people.map((one) => ({ value: one.id, label: one.name }))}
        />
        {applications.length === 0 ? (
          <p className="text-ink-soft">{t('committee.convene.none')}</p>
        ) : (
          <CheckboxGroupField
            name="caseIds"
            label={t('committee.convene.applications')}
            hint={t('committee.convene.applicationsHint')}
            choices={applications.map((one) => ({
              value: one.id,
              label: one.name,
              hint: t('committee.convene.score', { reference: one.reference, score: one.score ?? 0 }),
            }))}
          />
        )}
      </PlainForm>
    </ClientMessages>
  )
}
