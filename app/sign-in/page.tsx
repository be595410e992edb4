import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PublicPage } from '@/components/shell/public-page'
import { Notice } from '@/components/ui/notice'
import { safePath } from '@/lib/auth/safe-path'
import { getActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { SignInForm } from './sign-in-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('auth.signIn.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [{ t, locale }, { next }, actor] = await Promise.all([getI18n(), searchParams, getActor()])
  if (actor) redirect(safePath(next))
  return (
    <PublicPage title={t('auth.signIn.title')} path="/sign-in">
      {typeof next === 'string' && (
        <div className="mb-6">
          <Notice tone="info">{t('auth.signIn.ended')}</Notice>
        </div>
      )}
      <ClientMessages locale={locale} rooms={['auth.signIn', 'auth.password']}>
        <SignInForm next={safePath(next)} />
      </ClientMessages>
      <p className="mt-6">
        <Link href="/forgot" prefetch={false} className="touch-target inline-flex items-center text-action underline">
          {t('auth.signIn.forgot')}
        </Link>
      </p>
    </PublicPage>
  )
}
