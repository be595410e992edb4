import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { canKeep } from '@/lib/forums/policy'
import { mostAtOnce, repeats } from '@/lib/forums/sessions/domain'
import { getSessionForm } from '@/lib/forums/sessions/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { planSessions } from '../actions'
import { WhenFields } from '../when-fields'

type Props = { params: Promise<{ forumId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.sessions.plan') }
}

/** Planning one session, or several in the same rhythm. */
export default async function NewSessionPage({ params }: Props) {
  const actor = await requireActor()
  const [{ t, locale }, { forumId }] = await Promise.all([getI18n(), params])
  const form = isId(forumId) ? await getSessionForm(actor, forumId) : null
  if (!form || !canKeep(actor, form.forum)) notFound()
  const { forum, last } = form
  const back = `/forums/${forum.id}`
  return (
    <ClientMessages locale={locale} rooms={['forums.errors', 'forums.refused']}>
      <PageHeader title={t('forums.sessions.plan')} back={{ href: back, label: forum.reference }} />
      <PlainForm
        action={planSessions}
        hidden={{ forumId: forum.id }}
        submit={t('forums.sessions.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <WhenFields venue={last?.venue} minutesLong={last?.minutesLong} />
        <RadioField
          name="repeat"
          inline
          label={t('forums.sessions.repeat')}
          defaultValue="none"
          choices={repeats.map((value) => ({ value, label: t(`forums.sessions.repeats.${value}`) }))}
        />
        <TextField
          name="times"
          width="short"
          dir="ltr"
          inputMode="numeric"
          label={t('forums.sessions.times')}
          hint={t('forums.sessions.timesHint', { most: String(mostAtOnce) })}
          defaultValue={1}
        />
      </PlainForm>
    </ClientMessages>
  )
}
