import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { reaches } from '@/lib/auth/actor'
import { requireActor } from '@/lib/auth/session'
import { ownerKinds } from '@/lib/forums/actions/domain'
import { getActionForm } from '@/lib/forums/actions/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { agreeAction } from '../actions'

type Search = { forum?: string | string[]; concern?: string | string[]; session?: string | string[] }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('concerns.actions.form.title') }
}

/** Agreeing on an action: of a forum, about one of its concerns or none. */
export default async function NewActionPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const [{ t, locale }, { forum: forumId, concern: caseId, session }] = await Promise.all([getI18n(), searchParams])
  const form = isId(forumId) ? await getActionForm(actor, forumId, isId(caseId) ? caseId : null) : null
  if (!form || !reaches(actor, 'forums.write', form.forum)) notFound()
  const { concern, forum } = form
  const back = concern ? `/forums/concerns/${concern.id}` : `/forums/${forum.id}`
  return (
    <ClientMessages locale={locale} rooms={['concerns.refused']}>
      <PageHeader
        title={t('concerns.actions.form.title')}
        back={{ href: back, label: concern ? concern.reference : forum.reference }}
      />
      {concern && (
        <div className="mb-6 max-w-2xl">
          <Notice title={t('concerns.actions.form.concern')}>
            <p dir="auto">{concern.summary}</p>
          </Notice>
        </div>
      )}
      <PlainForm
        action={agreeAction}
        hidden={{ forumId: forum.id, caseId: concern?.id, sessionId: isId(session) ? session : undefined }}
        submit={t('concerns.actions.form.save')}
        draft={{ key: `action-new-${concern?.id ?? forum.id}`, secret: actor.draftKey }}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <TextField name="title" maxLength={200} label={t('concerns.actions.form.what')} />
        <RadioField
          name="ownerKind"
          inline
          label={t('concerns.actions.form.ownerKind')}
          defaultValue="organisation"
          choices={ownerKinds.map((value) => ({ value, label: t(`concerns.actions.ownerKind.${value}`) }))}
        />
        <TextField
          name="ownerName"
          maxLength={120}
          width="half"
          label={t('concerns.actions.form.ownerName')}
          hint={t('concerns.actions.form.ownerNameHint')}
        />
        <DateField name="dueOn" label={t('concerns.actions.form.due')} />
      </PlainForm>
    </ClientMessages>
  )
}
