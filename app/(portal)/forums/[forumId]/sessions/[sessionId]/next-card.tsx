import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import { reaches } from '@/lib/auth/actor'
import { canKeep } from '@/lib/forums/policy'
import type { SessionPage } from '@/lib/forums/sessions/queries'
import { approveMinutes, cancelSession, postponeSession, shareMinutes } from '../actions'

/** What is next with a session, and the deeds that are the reader's. */
export async function NextCard({ actor, page }: { actor: Actor; page: SessionPage }) {
  const { t } = await getI18n()
  const { forum, session } = page
  const { status } = session
  if (status === 'cancelled' || status === 'shared') return null
  const keeps = canKeep(actor, forum)
  const approves = reaches(actor, 'forums.approve', forum) && actor.teams.includes(forum.teamId)
  const isTheirs = session.minutesById === actor.userId
  const here = `/forums/${forum.id}/sessions/${session.id}`
  const ref = { sessionId: session.id, version: session.version }
  const isPlanned = status === 'scheduled' || status === 'postponed'
  const label = (deed: 'postpone' | 'cancel' | 'approve' | 'share') => t(`forums.sessions.deed.${deed}`)
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('concerns.next.title')}
      </h2>
      <p className="mt-1">{t(`forums.sessions.next.${status}`)}</p>
      {keeps && (
        <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
          {isPlanned && (
            <>
              <LinkButton href={`${here}/attendance`}>{t('forums.sessions.deed.hold')}</LinkButton>
              <LinkButton href={`${here}/edit`} variant="secondary">
                {t('forums.sessions.move')}
              </LinkButton>
            </>
          )}
          {(status === 'held' || status === 'minutes_draft') && (
            <LinkButton href={`${here}/minutes`} variant={status === 'held' ? 'primary' : 'secondary'}>
              {t('forums.minutes.title')}
            </LinkButton>
          )}
        </div>
      )}
      <div className="mt-4 space-y-3 empty:hidden">
        {status === 'minutes_draft' && approves && !isTheirs && (
          <PlainForm action={approveMinutes} hidden={ref} submit={label('approve')} />
        )}
        {status === 'minutes_draft' && isTheirs && <p className="text-ink-soft">{t('forums.refused.own_minutes')}</p>}
        {status === 'minutes_approved' && keeps && (
          <PlainForm action={shareMinutes} hidden={ref} submit={label('share')}>
            <TextField name="sharedWith" maxLength={200} width="half" label={t('forums.minutes.sharedWith')} />
          </PlainForm>
        )}
        {isPlanned && keeps && status === 'scheduled' && (
          <Disclosure label={label('postpone')}>
            <PlainForm action={postponeSession} hidden={ref} submit={label('postpone')} variant="secondary">
              <TextAreaField name="remark" rows={2} maxLength={500} label={t('concerns.next.reason')} />
            </PlainForm>
          </Disclosure>
        )}
        {isPlanned && keeps && (
          <Disclosure label={label('cancel')}>
            <PlainForm action={cancelSession} hidden={ref} submit={label('cancel')} variant="danger">
              <TextAreaField name="remark" rows={2} maxLength={500} label={t('concerns.next.reason')} />
            </PlainForm>
          </Disclosure>
        )}
      </div>
    </section>
  )
}
