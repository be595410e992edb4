import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { constituencies } from '@/lib/forums/domain'
import type { AgendaChoices, SessionPage } from '@/lib/forums/sessions/queries'
import { inviteGuest, inviteMembers } from '../actions'

/** Who was asked, and who came where someone wrote it down. The names are the team's alone. */
export async function InvitesSection({ page, choices }: { page: SessionPage; choices: AgendaChoices | null }) {
  const { t } = await getI18n()
  const { invites } = page
  return (
    <Section id="invites" title={t('forums.invites.title')}>
      {invites.length === 0 && <p className="text-ink-soft">{t('forums.invites.none')}</p>}
      <ul className="divide-y divide-line">
        {invites.map((invite) => (
          <li key={invite.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <span>
              <Bdi>{invite.name}</Bdi> {invite.hasCome && <Badge tone="good">{t('forums.invites.came')}</Badge>}
            </span>
            <span className="text-sm text-ink-soft">{t(`forums.constituency.${invite.constituency}`)}</span>
          </li>
        ))}
      </ul>
      {choices && <InviteForms page={page} members={choices.members} />}
    </Section>
  )
}

async function InviteForms({ page, members }: { page: SessionPage; members: AgendaChoices['members'] }) {
  const { t } = await getI18n()
  const { session, invites } = page
  const ref = { sessionId: session.id, version: session.version }
  const asked = invites.flatMap((invite) => invite.memberId ?? [])
  return (
    <div className="mt-4 space-y-3">
      <Disclosure label={t('forums.invites.change')}>
        <PlainForm action={inviteMembers} hidden={ref} submit={t('forums.invites.save')}>
          <CheckboxGroupField
            name="members"
            optional
            label={t('forums.members.title')}
            choices={members.map((member) => ({
              value: member.id,
              label: member.name,
              hint: t(`forums.constituency.${member.constituency}`),
            }))}
            defaultValue={asked.length > 0 ? asked : members.map((member) => member.id)}
          />
        </PlainForm>
      </Disclosure>
      <Disclosure label={t('forums.invites.guest')}>
        <PlainForm action={inviteGuest} hidden={ref} submit={t('forums.invites.guest')} resetOnDone>
          <TextField name="guest" maxLength={120} width="half" label={t('forums.members.name')} />
          <SelectField
            name="constituency"
            label={t('forums.members.constituency')}
            choices={constituencies.map((value) => ({ value, label: t(`forums.constituency.${value}`) }))}
          />
        </PlainForm>
      </Disclosure>
    </div>
  )
}
