import type { Metadata } from 'next'
import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { PasswordField } from '@/components/form/password-field'
import { PlainForm } from '@/components/form/plain-form'
import { PublicPage } from '@/components/shell/public-page'
import { Bdi } from '@/components/ui/bdi'
import { Notice } from '@/components/ui/notice'
import { getLink } from '@/lib/auth/links'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { choosePassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('auth.link.resetTitle'), referrer: 'no-referrer' }
}

export default async function PasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ t, locale }, { token }] = await Promise.all([getI18n(), params])
  const link = await getLink(token)
  if (!link) {
    return (
      <PublicPage title={t('auth.link.gone')} path="/sign-in">
        <Notice tone="warning">{t('auth.link.goneText')}</Notice>
        <p className="mt-6">
          <Link
            href="/sign-in"
            prefetch={false}
            className="touch-target inline-flex items-center text-action underline"
          >
            {t('auth.signIn.title')}
          </Link>
        </p>
      </PublicPage>
    )
  }
  return (
    <PublicPage title={t(link.kind === 'invite' ? 'auth.link.inviteTitle' : 'auth.link.resetTitle')} path="/sign-in">
      <p className="mb-6 text-ink-soft">
        <Bdi>{t('auth.link.for', { email: link.email })}</Bdi>
      </p>
      <ClientMessages locale={locale} rooms={['auth.password', 'auth.link']}>
        <PlainForm action={choosePassword} hidden={{ token }} submit={t('auth.link.submit')}>
          <PasswordField
            name="password"
            label={t('auth.password.new')}
            hint={t('auth.password.hint')}
            autoComplete="new-password"
          />
          <PasswordField name="again" label={t('auth.password.again')} autoComplete="new-password" />
        </PlainForm>
      </ClientMessages>
    </PublicPage>
  )
}
