import type { I18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Section } from '@/components/ui/section'
import { keyState, whyNotAgree } from '@/lib/admin/keys/policy'
import type { KeyPage } from '@/lib/admin/keys/queries'
import type { Actor } from '@/lib/auth/actor'
import { translateRefusal } from '@/lib/i18n/translator'
import { agreeKeyAction, revokeKeyAction } from '../../actions'

type DecisionProps = { actor: Actor; row: KeyPage; i18n: I18n }

/** Agree or decline, as a second admin; withdraw one's own asking; or revoke a key in force. */
export function Decision({ actor, row, i18n: { t } }: DecisionProps) {
  const now = new Date()
  const state = keyState(row, now)
  if (state === 'revoked' || state === 'expired') return null
  const reason = whyNotAgree(actor, row, now)[0]
  const isWaiting = state === 'waiting'
  const isOwn = row.createdBy === actor.userId
  return (
    <Section title={t(isWaiting ? 'apiKeys.page.decide' : 'apiKeys.page.revoked')}>
      <div className="space-y-4">
        <p className="text-ink-soft">{t(isWaiting ? 'apiKeys.page.decideText' : 'apiKeys.page.revokeText')}</p>
        {isWaiting && reason && <p className="text-sm text-warning">{translateRefusal(t, reason)}</p>}
        <div className="flex flex-wrap gap-3">
          {isWaiting && !reason && (
            <PlainForm
              action={agreeKeyAction}
              hidden={{ keyId: row.id }}
              submit={t('apiKeys.page.agree')}
              className=""
            />
          )}
          <PlainForm
            action={revokeKeyAction}
            hidden={{ keyId: row.id }}
            submit={t(isWaiting ? (isOwn ? 'apiKeys.page.withdraw' : 'apiKeys.page.decline') : 'apiKeys.page.revoke')}
            variant={isWaiting ? 'secondary' : 'danger'}
            className=""
          />
        </div>
      </div>
    </Section>
  )
}
