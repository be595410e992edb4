import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { PasswordField } from '@/components/form/password-field'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { getAccount } from '@/lib/auth/account'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { changePasswordAction, endSessionsAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('auth.account.title') }
}

/** Browser and system out of a user agent, as far as a person needs to recognise their device. */
function deviceName(userAgent: string): string | null {
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\/[\d]+/.exec(userAgent)?.[1]
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(userAgent)?.[1]
  return browser || system
    ? [browser?.replace('Edg', 'Edge').replace('OPR', 'Opera'), system].filter(Boolean).join(' · ')
    : null
}

export default async function AccountPage() {
  const actor = await requireActor()
  const [{ t, locale, format }, account] = await Promise.all([getI18n(), getAccount(actor)])
  const teams = account.teams.map((team) => (locale === 'en' ? team.nameEn : team.nameAr))
  return (
    <>
      <PageHeader title={t('auth.account.title')} />
      <ClientMessages locale={locale} rooms={['auth.password']}>
        <div className="grid gap-6 lg:grid-cols-2">
          <Section title={t('auth.account.details')}>
            <DetailsList
              items={[
                { term: t('auth.account.name'), value: <Bdi>{actor.name}</Bdi> },
                { term: t('auth.account.email'), value: <Code>{actor.email}</Code> },
                {
                  term: t('auth.account.roles'),
                  value: actor.roles.map((role) => t(`common.roles.${role}`)).join(' · '),
                },
                { term: t('auth.account.teams'), value: teams.join(' · ') || t('auth.account.noTeams') },
              ]}
            />
          </Section>
          {may(actor, 'standing_in.arrange') && (
            <Section title={t('auth.account.standingIn')}>
              <p className="mb-4 text-ink-soft">{t('auth.account.standingInText')}</p>
              <LinkButton href="/account/standing-in" variant="secondary">
                {t('auth.account.standingIn')}
              </LinkButton>
            </Section>
          )}
          <Section title={t('auth.account.sessions')}>
            <ul className="mb-4 divide-y divide-line">
              {account.sessions.map((session) => (
                <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                  <div>
                    <p className="font-medium">
                      <bdi>{deviceName(session.userAgent) ?? t('auth.account.unknownDevice')}</bdi>{' '}
                      {session.id === actor.sessionId && <Badge tone="good">{t('auth.account.thisDevice')}</Badge>}
                    </p>
                    <p className="text-sm text-ink-soft">
                      {t('auth.account.since', { when: format.dateTime(session.createdAt) })} ·{' '}
                      {t('auth.account.lastSeen', { when: format.time(session.lastSeenAt) })} ·{' '}
                      <Code>{session.address}</Code>
                    </p>
                  </div>
                  <PlainForm
                    action={endSessionsAction}
                    hidden={{ sessionId: session.id }}
                    submit={t('auth.account.endOne')}
                    variant="secondary"
                    className=""
                  />
                </li>
              ))}
            </ul>
            <PlainForm
              action={endSessionsAction}
              hidden={{ sessionId: 'all' }}
              submit={t('auth.account.endAll')}
              variant="secondary"
            />
          </Section>
          <Section title={t('auth.account.changePassword')}>
            <p className="mb-5 text-ink-soft">{t('auth.account.changePasswordText')}</p>
            <PlainForm action={changePasswordAction} submit={t('auth.account.savePassword')}>
              <PasswordField name="current" label={t('auth.password.current')} autoComplete="current-password" />
              <PasswordField
                name="password"
                label={t('auth.password.new')}
                hint={t('auth.password.hint')}
                autoComplete="new-password"
              />
              <PasswordField name="again" label={t('auth.password.again')} autoComplete="new-password" />
            </PlainForm>
          </Section>
        </div>
      </ClientMessages>
    </>
  )
}
