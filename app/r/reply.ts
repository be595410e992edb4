import { isUnavailable } from '@/lib/commands/failure'
import { env, isDemo } from '@/lib/env'
import { type Html, html } from '@/lib/html'
import { statePage } from './state-page'
import { style } from './style'
import { type Words, wordsOf } from './words'

export type Page = { title: string; body: Html; status?: number }

/** The number to call, or whom: the page's way out when nothing else helps. */
export function callLine({ t }: Words): string {
  const phone = env().CONTACT_PHONE
  return phone ? t('loop.page.call', { phone }) : t('loop.page.callUs')
}

/** The nonce that the proxy put into this request's policy. */
function nonceOf(request: Request): string {
  return /'nonce-([^']+)'/.exec(request.headers.get('content-security-policy') ?? '')?.[1] ?? ''
}

/**
 * A whole page without the framework's scripts: some kilobytes, read by any phone. It says nothing of anyone in its title,
 * is kept nowhere, and tells no other site where it was.
 */
export function reply(request: Request, words: Words, { title, body, status = 200 }: Page): Response {
  const { lang, t } = words
  const other = lang === 'ar' ? '?lang=en' : '?'
  const page = html`<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title} – Sanad</title><link rel="icon" href="data:,"><style nonce="${nonceOf(request)}">${style}</style></head>
<body>${isDemo() && html`<p class="practice">${t('loop.page.practice')}</p>`}
<header><strong>Sanad · سند</strong><a href="${other}" lang="${lang === 'ar' ? 'en' : 'ar'}">${t('loop.page.other')}</a></header>
<main><h1>${title}</h1>${body}</main><footer><p>${callLine(words)}</p></footer></body></html>`
  return new Response(page.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    },
  })
}

/** On to another page of ours, so that a reload repeats nothing. */
export function goOn(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}

/** Answers a request of a facility; when the database cannot be reached, in words too. */
export async function serving(request: Request, work: (words: Words) => Promise<Response>): Promise<Response> {
  const words = wordsOf(request)
  try {
    return await work(words)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return reply(request, words, statePage(words, 'unavailable'))
  }
}
