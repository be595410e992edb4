import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/forums/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { WritingGuard } from '../../../../concerns/writing-guard'
import { saveMinutes } from '../../actions'
import { read, type SessionParams } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.minutes.title') }
}

/** Writing the minutes. The agenda stands beside them; who wrote them does not approve them. */
export default async function MinutesPage({ params }: { params: SessionParams }) {
  const [{ t, locale, format }, { forumId, sessionId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId, sessionId)
  if (!page || !canKeep(actor, page.forum)) notFound()
  const { session, agenda } = page
  const back = `/forums/${forumId}/sessions/${session.id}`
  return (
    <ClientMessages locale={locale} rooms={['concerns.guard', 'forums.errors', 'forums.refused', 'cases.refused']}>
      <PageHeader
        title={t('forums.minutes.title')}
        lead={t('forums.minutes.lead')}
        back={{ href: back, label: format.date(session.heldOn ?? session.startsAt) }}
      />
      {agenda.length > 0 && (
        <div className="mb-6 max-w-2xl">
          <Notice title={t('forums.agenda.title')}>
            <ol className="list-decimal ps-5">
              {agenda.map((item) => (
                <li key={item.id} dir="auto">
                  {item.label}
                </li>
              ))}
            </ol>
          </Notice>
        </div>
      )}
      <PlainForm
        action={saveMinutes}
        hidden={{ sessionId: session.id, version: session.version }}
        submit={t('forums.minutes.save')}
        draft={{ key: `minutes-${session.id}`, secret: actor.draftKey }}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <WritingGuard>
          <TextAreaField
            name="minutes"
            rows={14}
            maxLength={20_000}
            label={t('forums.minutes.text')}
            defaultValue={session.minutes}
          />
        </WritingGuard>
      </PlainForm>
    </ClientMessages>
  )
}
