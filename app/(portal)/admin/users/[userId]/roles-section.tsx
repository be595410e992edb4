import type { I18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { waitsForSecondAdmin, whyNotEnd, whyNotGive } from '@/lib/admin/policy'
import type { UserPage, UserRole } from '@/lib/admin/user-page-query'
import type { Actor } from '@/lib/auth/actor'
import { roles } from '@/lib/auth/roles'
import { translateRefusal } from '@/lib/i18n/translator'
import { endRoleAction, giveRoleAction } from '../../actions'

type RolesSectionProps = { actor: Actor; user: UserPage; i18n: I18n }

/** The roles of a user, those that wait, and what can be given; what cannot is said with its reason. */
export function RolesSection({ actor, user, i18n }: RolesSectionProps) {
  const { t, format } = i18n
  const open = user.roles.filter((role) => !role.endedAt)
  const ended = user.roles.filter((role) => role.endedAt)
  const held = open.map((role) => role.role)
  const answers = roles
    .filter((role) => !held.includes(role))
    .map((role) => ({ role, reason: whyNotGive(actor, user.id, role, held)[0] }))
  const possible = answers.filter(({ reason }) => !reason)
  // Several roles are mostly refused for one and the same reason, which is then said once.
  const impossible = new Map<string, string[]>()
  for (const { role, reason } of answers) {
    if (!reason) continue
    const words = translateRefusal(t, reason)
    impossible.set(words, [...(impossible.get(words) ?? []), t(`common.roles.${role}`)])
  }
  const isOwn = user.id === actor.userId
  return (
    <Section id="roles" title={t('admin.roles.title')}>
      {open.length === 0 && <p className="text-ink-soft">{t('admin.roles.none')}</p>}
      <ul className="divide-y divide-line">
        {open.map((role) => (
          <OpenRole key={role.id} actor={actor} user={user} role={role} i18n={i18n} />
        ))}
      </ul>
      <div className="mt-5 space-y-4">
        {!isOwn && (
          <Disclosure label={t('admin.roles.give')} open={open.length === 0}>
            {possible.length > 0 && (
              <PlainForm
                action={giveRoleAction}
                hidden={{ userId: user.id }}
                submit={t('admin.roles.giveSubmit')}
                className="space-y-5"
              >
                <SelectField
                  name="role"
                  label={t('admin.users.role')}
                  hint={t('admin.roles.giveHint')}
                  choices={possible.map(({ role }) => ({
                    value: role,
                    label: waitsForSecondAdmin(role)
                      ? t('admin.roles.choiceWaits', { role: t(`common.roles.${role}`) })
                      : t(`common.roles.${role}`),
                  }))}
                />
              </PlainForm>
            )}
            {[...impossible].map(([reason, refused]) => (
              <div key={reason} className="mt-5 text-sm">
                <h3 className="font-semibold">{t('admin.roles.cannot', { roles: format.list(refused) })}</h3>
                <p className="text-ink-soft">{reason}</p>
              </div>
            ))}
          </Disclosure>
        )}
        {ended.length > 0 && (
          <Disclosure label={t('admin.roles.past')}>
            <ul className="space-y-2 text-sm">
              {ended.map((role) => (
                <li key={role.id}>
                  <span className="font-medium">{t(`common.roles.${role.role}`)}</span>
                  <span className="text-ink-soft">
                    {' – '}
                    {t(role.isApproved ? 'admin.roles.endedBy' : 'admin.roles.declinedBy', {
                      name: role.endedByName ?? t('admin.audit.byPortal'),
                      when: format.dateTime(role.endedAt ?? role.requestedAt),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Section>
  )
}

type OpenRoleProps = RolesSectionProps & { role: UserRole }

function OpenRole({ actor, user, role, i18n: { t, format } }: OpenRoleProps) {
  const reason = whyNotEnd(actor, role, user.isLastAdmin)[0]
  const by = role.isApproved
    ? t('admin.roles.approvedBy', {
        name: role.approvedByName ?? t('admin.audit.byPortal'),
        when: format.date(role.approvedAt ?? role.requestedAt),
      })
    : t('admin.waiting.askedBy', {
        name: role.requestedByName ?? t('admin.audit.byPortal'),
        when: format.date(role.requestedAt),
      })
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {t(`common.roles.${role.role}`)}
          {!role.isApproved && (
            <Badge tone="warning" icon="hourglass">
              {t('admin.roles.waiting')}
            </Badge>
          )}
        </p>
        <p className="text-sm text-ink-soft">{by}</p>
        {reason && <p className="text-sm text-ink-soft">{translateRefusal(t, reason)}</p>}
      </div>
      {!reason && (
        <PlainForm
          action={endRoleAction}
          hidden={{ userRoleId: role.id }}
          submit={t(role.isApproved ? 'admin.roles.end' : 'admin.waiting.decline')}
          variant="quiet"
          className=""
          label={t('admin.roles.endOf', { role: t(`common.roles.${role.role}`) })}
        />
      )}
    </li>
  )
}
