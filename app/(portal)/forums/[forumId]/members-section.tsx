import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { baghdadDay } from '@/lib/format'
import { constituencies, memberParts } from '@/lib/forums/domain'
import type { ForumPage } from '@/lib/forums/queries'
import { addMember, endMember } from '../actions'

/** Who sits on the forum and for whom; earlier members below. The names are the team's alone. */
export async function MembersSection({ page, canKeep }: { page: ForumPage; canKeep: boolean }) {
  const { t, format } = await getI18n()
  const { forum, members } = page
  const today = baghdadDay(new Date())
  const row = (member: ForumPage['members'][number]) => (
    <li key={member.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
      <span>
        <Bdi>{member.name}</Bdi>{' '}
        {member.part !== 'member' && <Badge tone="info">{t(`forums.part.${member.part}`)}</Badge>}
      </span>
      <span className="text-sm text-ink-soft">
        {t(`forums.constituency.${member.constituency}`)} · {format.shortDate(member.fromOn)}
        {member.toOn && ` – ${format.shortDate(member.toOn)}`}
      </span>
      {canKeep && !member.toOn && (
        <details className="w-full">
          <summary className="touch-target text-sm text-action">{t('forums.members.end')}</summary>
          <div className="pt-3">
            <PlainForm
              action={endMember}
              hidden={{ memberId: member.id }}
              submit={t('forums.members.end')}
              label={`${t('forums.members.end')}: ${member.name}`}
              variant="secondary"
            >
              <DateField name="toOn" label={t('forums.members.toOn')} defaultValue={today} />
            </PlainForm>
          </div>
        </details>
      )}
    </li>
  )
  const now = members.filter((member) => !member.toOn)
  const past = members.filter((member) => member.toOn)
  return (
    <Section title={t('forums.members.title')} id="members">
      {now.length === 0 ? (
        <p className="text-ink-soft">{t('forums.members.none')}</p>
      ) : (
        <ul className="divide-y divide-line">{now.map(row)}</ul>
      )}
      {past.length > 0 && (
        <div className="mt-4">
          <Disclosure label={t('forums.members.past')}>
            <ul className="divide-y divide-line">{past.map(row)}</ul>
          </Disclosure>
        </div>
      )}
      {canKeep && (
        <div className="mt-4">
          <Disclosure label={t('forums.members.add')}>
            <PlainForm action={addMember} hidden={{ forumId: forum.id }} submit={t('forums.members.add')}>
              <TextField name="name" maxLength={120} label={t('forums.members.name')} />
              <SelectField
                name="constituency"
                label={t('forums.members.constituency')}
                choices={constituencies.map((value) => ({ value, label: t(`forums.constituency.${value}`) }))}
              />
              <RadioField
                name="part"
                inline
                label={t('forums.members.part')}
                defaultValue="member"
                choices={memberParts.map((value) => ({ value, label: t(`forums.part.${value}`) }))}
              />
              <RadioField
                name="sex"
                inline
                label={t('forums.members.sex')}
                choices={(['female', 'male'] as const).map((value) => ({ value, label: t(`people.sex.${value}`) }))}
              />
              <DateField name="fromOn" label={t('forums.members.fromOn')} defaultValue={today} />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
