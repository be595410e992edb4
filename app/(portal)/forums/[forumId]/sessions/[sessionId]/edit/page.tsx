import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { baghdadDay } from '@/lib/format'
import { canKeep } from '@/lib/forums/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { editSession } from '../../actions'
import { WhenFields } from '../../when-fields'
import { read, type SessionParams } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.sessions.move') }
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Baghdad', hour: '2-digit', minute: '2-digit' })

/** Changing when and where a session takes place. */
export default async function EditSessionPage({ params }: { params: SessionParams }) {
  const [{ t, locale, format }, { forumId, sessionId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId, sessionId)
  if (!page || !canKeep(actor, page.forum)) notFound()
  const { session } = page
  const back = `/forums/${forumId}/sessions/${session.id}`
  return (
    <ClientMessages locale={locale} rooms={['forums.errors', 'forums.refused', 'cases.refused']}>
      <PageHeader title={t('forums.sessions.move')} back={{ href: back, label: format.dateTime(session.startsAt) }} />
      <PlainForm
        action={editSession}
        hidden={{ sessionId: session.id, version: session.version }}
        submit={t('forums.sessions.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <WhenFields
          on={baghdadDay(session.startsAt)}
          at={clock.format(session.startsAt)}
          venue={session.venue}
          minutesLong={session.minutesLong}
        />
      </PlainForm>
    </ClientMessages>
  )
}
