import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import { whyNotApprove } from '@/lib/admin/policy'
import type { WaitingRole } from '@/lib/admin/user-queries'
import type { Actor } from '@/lib/auth/actor'
import type { Formatter } from '@/lib/format'
import { type Translator, translateRefusal } from '@/lib/i18n/translator'
import { approveRoleAction, declineRoleAction } from './actions'

type WaitingRolesProps = { actor: Actor; waiting: readonly WaitingRole[]; t: Translator; format: Formatter }

/** What another admin has asked for: agree or decline. One's own askings are there to be withdrawn. */
export function WaitingRoles({ actor, waiting, t, format }: WaitingRolesProps) {
  return (
    <Section id="waiting" title={t('admin.waiting.title')}>
      {waiting.length === 0 ? (
        <p className="text-ink-soft">{t('admin.waiting.empty')}</p>
      ) : (
        <ul className="-my-4 divide-y divide-line">
          {waiting.map((asked) => {
            const reason = whyNotApprove(actor, { ...asked, isApproved: false })[0]
            const isOwnAsking = asked.requestedBy === actor.userId
            const isForMe = asked.userId === actor.userId
            return (
              <li key={asked.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
                <div className="min-w-0">
                  <p>
                    <a href={`/admin/users/${asked.userId}`} className="font-semibold text-action hover:underline">
                      <Bdi>{asked.name}</Bdi>
                    </a>{' '}
                    <span className="text-ink-soft">
                      <Code>{asked.email}</Code>
                    </span>
                  </p>
                  <p className="mt-0.5 font-medium">{t(`common.roles.${asked.role}`)}</p>
                  <p className="text-sm text-ink-soft">
                    {t('admin.waiting.askedBy', {
                      name: asked.requestedByName ?? t('admin.audit.byPortal'),
                      when: format.dateTime(asked.requestedAt),
                    })}
                  </p>
                  {reason && <p className="text-sm text-warning">{translateRefusal(t, reason)}</p>}
                </div>
                <div className="flex flex-wrap gap-2">
                  {!isForMe && (
                    <PlainForm
                      action={declineRoleAction}
                      hidden={{ userRoleId: asked.id }}
                      submit={t(isOwnAsking ? 'admin.waiting.withdraw' : 'admin.waiting.decline')}
                      variant="secondary"
                      className=""
                      label={t('admin.waiting.declineOf', { name: asked.name })}
                    />
                  )}
                  {!reason && (
                    <PlainForm
                      action={approveRoleAction}
                      hidden={{ userRoleId: asked.id }}
                      submit={t('admin.waiting.approve')}
                      className=""
                      label={t('admin.waiting.approveOf', { name: asked.name })}
                    />
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
