import type { I18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { UserPage } from '@/lib/admin/user-page-query'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { addUserToTeamAction, endMembershipOfUserAction } from '../../actions'
import { MemberDays } from '../../member-days'

type TeamsSectionProps = { user: UserPage; isOwn: boolean; i18n: I18n }

/** The teams a user is or was in, with their days. */
export function TeamsSection({ user, isOwn, i18n: { t, locale, format } }: TeamsSectionProps) {
  const today = baghdadDay(new Date())
  const inTeam = user.memberships.filter((member) => !member.toOn).map((member) => member.teamId)
  const choices = user.teams.filter((team) => !inTeam.includes(team.id))
  return (
    <Section id="teams" title={t('admin.users.teams')}>
      {user.memberships.length === 0 && <p className="text-ink-soft">{t('admin.members.noTeam')}</p>}
      <ul className="divide-y divide-line">
        {user.memberships.map((member) => (
          <li key={member.id} className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0">
            <div>
              <a href={`/admin/teams/${member.teamId}`} className="font-medium text-action hover:underline">
                {inLocale(locale, member.team)}
              </a>
              <MemberDays member={member} today={today} t={t} format={format} />
            </div>
            {!member.toOn && !isOwn && (
              <Disclosure label={t('admin.members.end')}>
                <PlainForm
                  action={endMembershipOfUserAction}
                  hidden={{ memberId: member.id }}
                  submit={t('admin.members.endSubmit')}
                  variant="danger"
                  className="space-y-4"
                >
                  <DateField name="toOn" label={t('admin.members.lastDay')} defaultValue={today} />
                </PlainForm>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {!isOwn && choices.length > 0 && (
        <div className="mt-5">
          <Disclosure label={t('admin.members.addToTeam')}>
            <PlainForm
              action={addUserToTeamAction}
              hidden={{ userId: user.id }}
              submit={t('admin.members.addToTeamSubmit')}
              className="space-y-5"
            >
              <SelectField
                name="teamId"
                label={t('admin.users.team')}
                choices={choices.map(({ id, name }) => ({ value: id, label: inLocale(locale, name) }))}
              />
              <DateField name="fromOn" label={t('admin.members.from')} defaultValue={today} />
              <DateField name="toOn" label={t('admin.members.to')} hint={t('admin.members.toHint')} optional />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
