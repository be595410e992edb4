'use client'

import { errorWords } from '@/components/shell/error-words'
import './globals.css'

/**
 * When even the layout cannot be drawn, or the page that says so cannot be fetched. The language is not known, so both are
 * said; and it travels with every page, so it is small.
 */
export default function GlobalError({ error }: { error: { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>{errorWords.en.title}</title>
        <main id="content" className="mx-auto max-w-xl space-y-5 px-4 py-12">
          {(['en', 'ar'] as const).map((locale) => (
            <div key={locale} lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
              <h1 className="text-2xl font-semibold">{errorWords[locale].title}</h1>
              <p>{errorWords[locale].text}</p>
              {/* A full load: the router itself may be what broke. */}
              <a href="/" className="text-action underline">
                {errorWords[locale].home}
              </a>
            </div>
          ))}
          <bdi dir="ltr">{error.digest}</bdi>
        </main>
      </body>
    </html>
  )
}
