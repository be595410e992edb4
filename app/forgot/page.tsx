import type { Metadata } from 'next'
import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextField } from '@/components/form/text-field'
import { PublicPage } from '@/components/shell/public-page'
import { Notice } from '@/components/ui/notice'
import { env } from '@/lib/env'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { forgotAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('auth.forgot.title') }
}

export default async function ForgotPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const [{ t, locale }, { sent }] = await Promise.all([getI18n(), searchParams])
  const canMail = Boolean(env().SMTP_URL)
  return (
    <PublicPage title={t('auth.forgot.title')} path="/forgot">
      {sent && <Notice tone="good">{t('auth.forgot.sent')}</Notice>}
      {!sent && !canMail && <Notice tone="warning">{t('auth.forgot.noMail')}</Notice>}
      {!sent && canMail && (
        <ClientMessages locale={locale}>
          <p className="mb-6 text-ink-soft">{t('auth.forgot.text')}</p>
          <PlainForm action={forgotAction} submit={t('auth.forgot.submit')} label={t('auth.forgot.title')}>
            <TextField name="email" type="email" label={t('auth.signIn.email')} autoComplete="username" />
          </PlainForm>
        </ClientMessages>
      )}
      <p className="mt-6">
        <Link href="/sign-in" prefetch={false} className="touch-target inline-flex items-center text-action underline">
          {t('auth.signIn.title')}
        </Link>
      </p>
    </PublicPage>
  )
}
