'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locales'

const YEAR = 365 * 24 * 60 * 60

/** A path of this portal, or its start: an address from outside can never be the way back. */
function pathWithin(value: FormDataEntryValue | null): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : '/'
}

/** Keeps the language chosen in the shell for a year and shows the same page in it. Works without scripts. */
export async function switchLanguage(formData: FormData): Promise<void> {
  const locale = formData.get('locale')
  if (isLocale(locale)) {
    const secure = process.env.APP_URL?.startsWith('https:') ?? false
    ;(await cookies()).set(LOCALE_COOKIE, locale, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure })
  }
  redirect(pathWithin(formData.get('next')))
}
