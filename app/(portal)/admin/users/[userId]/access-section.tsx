import type { I18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { whyNotDeactivate, whyNotLink } from '@/lib/admin/policy'
import type { UserPage } from '@/lib/admin/user-page-query'
import type { Actor } from '@/lib/auth/actor'
import { canMail } from '@/lib/auth/mails'
import { translateRefusal } from '@/lib/i18n/translator'
import { deactivateUserAction, handOverAction, reactivateUserAction, unlockUserAction } from '../../actions'
import { LinkForm } from '../link-form'

type AccessSectionProps = { actor: Actor; user: UserPage; i18n: I18n }

/** Signing in: the link, the lock, and closing or opening the account. */
export function AccessSection({ actor, user, i18n: { t, format } }: AccessSectionProps) {
  const record = { userId: user.id, version: user.version }
  const reason = whyNotDeactivate(actor, user.id, user.isLastAdmin)[0]
  const noLink = whyNotLink(user, canMail())[0]
  const isMailOnly = whyNotLink(user, false).length > 0
  return (
    <Section id="access" title={t('admin.access.title')}>
      <div className="space-y-6">
        {user.lockedUntil && (
          <Notice tone="warning" title={t('admin.access.locked', { when: format.time(user.lockedUntil) })}>
            <p className="pb-3">{t('admin.access.lockedText')}</p>
            <PlainForm
              action={unlockUserAction}
              hidden={{ userId: user.id }}
              submit={t('admin.access.unlock')}
              variant="secondary"
              className=""
            />
          </Notice>
        )}
        {user.isActive && noLink && <p className="text-sm text-ink-soft">{translateRefusal(t, noLink)}</p>}
        {user.isActive && !noLink && (
          <div className="space-y-3">
            <p className="text-ink-soft">
              {t(user.hasPassword ? 'admin.access.resetText' : 'admin.access.inviteText')}
              {isMailOnly && <> {t('admin.access.resetMailOnly', { email: user.email })}</>}
            </p>
            <LinkForm
              action={handOverAction}
              userId={user.id}
              kind={user.hasPassword ? 'reset' : 'invite'}
              submit={t(user.hasPassword ? 'admin.access.reset' : 'admin.access.invite')}
            />
          </div>
        )}
        {!user.isActive ? (
          <div className="space-y-3">
            <p className="text-ink-soft">{t('admin.access.reactivateText')}</p>
            <PlainForm
              action={reactivateUserAction}
              hidden={record}
              submit={t('admin.access.reactivate')}
              variant="secondary"
              className=""
            />
          </div>
        ) : reason ? (
          <p className="border-t border-line pt-4 text-sm text-ink-soft">{translateRefusal(t, reason)}</p>
        ) : (
          <Disclosure label={t('admin.access.deactivate')}>
            <p className="mb-4">{t('admin.access.deactivateText')}</p>
            <PlainForm
              action={deactivateUserAction}
              hidden={record}
              submit={t('admin.access.deactivateSubmit')}
              variant="danger"
              className=""
            />
          </Disclosure>
        )}
      </div>
    </Section>
  )
}
