import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { Disclosure } from '@/components/ui/disclosure'
import type { Choice } from '@/lib/admin/team-queries'
import type { Translator } from '@/lib/i18n/translator'
import { addMemberAction } from '../../actions'

type AddMemberProps = { teamId: string; staff: readonly Choice[]; today: string; t: Translator; open: boolean }

/** Puts someone into the team from a day on. */
export function AddMember({ teamId, staff, today, t, open }: AddMemberProps) {
  return (
    <Disclosure label={t('admin.members.add')} open={open}>
      <PlainForm
        action={addMemberAction}
        hidden={{ teamId }}
        submit={t('admin.members.addSubmit')}
        className="space-y-5"
      >
        <SelectField
          name="userId"
          label={t('admin.user.title')}
          choices={staff.map(({ id, name, email }) => ({ value: id, label: `${name} – ${email}` }))}
        />
        <DateField name="fromOn" label={t('admin.members.from')} defaultValue={today} />
        <DateField name="toOn" label={t('admin.members.to')} hint={t('admin.members.toHint')} optional />
      </PlainForm>
    </Disclosure>
  )
}
