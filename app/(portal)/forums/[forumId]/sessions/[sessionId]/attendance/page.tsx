import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { baghdadDay } from '@/lib/format'
import { canKeep } from '@/lib/forums/policy'
import { headsIn } from '@/lib/forums/sessions/domain'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { holdSession } from '../../actions'
import { read, type SessionParams } from '../read'
import { RunningSum } from './head-cells'
import { Sheet } from './sheet'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.attendance.title') }
}

/** The sheet of the day: how many were there, of whom; and, for the team alone, who of the invited came. */
export default async function AttendancePage({ params }: { params: SessionParams }) {
  const [{ t, locale, format }, { forumId, sessionId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId, sessionId)
  if (!page || !canKeep(actor, page.forum)) notFound()
  const { session, counts, invites } = page
  const back = `/forums/${forumId}/sessions/${session.id}`
  const day = baghdadDay(session.startsAt)
  const today = baghdadDay(new Date())
  return (
    <ClientMessages locale={locale} rooms={['forums.errors', 'forums.refused', 'forums.attendance', 'cases.refused']}>
      <PageHeader
        title={t('forums.attendance.title')}
        lead={t('forums.attendance.lead')}
        back={{ href: back, label: format.dateTime(session.startsAt) }}
      />
      <PlainForm
        action={holdSession}
        hidden={{ sessionId: session.id, version: session.version }}
        submit={t('forums.attendance.save')}
        draft={{ key: `attendance-${session.id}`, secret: actor.draftKey }}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <DateField
          name="heldOn"
          label={t('forums.attendance.heldOn')}
          defaultValue={session.heldOn ?? (day < today ? day : today)}
        />
        <TextField
          name="attended"
          width="short"
          dir="ltr"
          inputMode="numeric"
          label={t('forums.attendance.attended')}
          hint={t('forums.attendance.attendedHint')}
          defaultValue={session.attended}
        />
        <RunningSum start={headsIn(counts)}>
          <Sheet counts={counts} />
        </RunningSum>
        {invites.length > 0 && (
          <CheckboxGroupField
            name="came"
            optional
            label={t('forums.attendance.came')}
            hint={t('forums.attendance.cameHint')}
            choices={invites.map((invite) => ({ value: invite.id, label: invite.name }))}
            defaultValue={invites.filter((invite) => invite.hasCome).map((invite) => invite.id)}
          />
        )}
      </PlainForm>
    </ClientMessages>
  )
}
