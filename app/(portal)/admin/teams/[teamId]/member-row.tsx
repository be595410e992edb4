import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import type { TeamMember } from '@/lib/admin/team-queries'
import type { Formatter } from '@/lib/format'
import type { Translator } from '@/lib/i18n/translator'
import { endMembershipAction } from '../../actions'
import { MemberDays } from '../../member-days'

type MemberRowProps = { member: TeamMember; isOwn: boolean; today: string; t: Translator; format: Formatter }

/** One membership of a team; an open one can be given its last day. */
export function MemberRow({ member, isOwn, today, t, format }: MemberRowProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <a href={`/admin/users/${member.userId}`} className="font-medium text-action hover:underline">
            <Bdi>{member.name}</Bdi>
          </a>
          <span className="text-sm text-ink-soft max-sm:basis-full">
            <Code>{member.email}</Code>
          </span>
        </p>
        <MemberDays member={member} today={today} t={t} format={format} />
      </div>
      {!member.toOn && !isOwn && (
        <Disclosure label={t('admin.members.end')}>
          <PlainForm
            action={endMembershipAction}
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
  )
}
