'use client'

import { BrokenPage, type BrokenPageProps } from '@/components/shell/broken-page'
import { errorWords } from '@/components/shell/error-words'
import './globals.css'

/** When even the layout cannot be drawn, the language is not known: both are said. */
export default function GlobalError(props: BrokenPageProps) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <title>{errorWords.en.title}</title>
        <main id="content">
          <BrokenPage {...props} />
          <div lang="ar" dir="rtl" className="mx-auto max-w-xl px-4 text-ink-soft">
            <p className="text-lg font-semibold text-ink">{errorWords.ar.title}</p>
            <p>{errorWords.ar.text}</p>
          </div>
        </main>
      </body>
    </html>
  )
}
