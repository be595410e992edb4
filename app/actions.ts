'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { safePath } from '@/lib/auth/safe-path'
import { servePlain } from '@/lib/commands/serve'
import { env } from '@/lib/env'
import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locales'

const YEAR = 365 * 24 * 60 * 60

/** Keeps the language chosen in the shell for a year and shows the same page in it. Works without scripts. */
export const switchLanguage = servePlain(async (form) => {
  const locale = form.get('locale')
  if (isLocale(locale)) {
    const secure = env().APP_URL.startsWith('https:')
    ;(await cookies()).set(LOCALE_COOKIE, locale, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure })
  }
  redirect(safePath(form.get('next')))
})
