import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import type { Opening } from '@/lib/referrals/loop/open'
import { goOn, reply } from './reply'
import { statePage } from './state-page'
import { inLang, type Words } from './words'

/** Names the page that is open here; a browser sends it to that one page and to no other site's link. */
export const PAGE_COOKIE = 'sanad-slip'
const hours = 8

/** Leads to the page that was opened, with its secret in a cookie, or says how the link stands. */
export async function leadOn(request: Request, words: Words, opening: Opening): Promise<Response> {
  if (opening.state !== 'opened') return reply(request, words, statePage(words, opening.state))
  const path = `/r/open/${opening.linkId}`
  const secure = env().APP_URL.startsWith('https:')
  const jar = await cookies()
  jar.set(PAGE_COOKIE, opening.page, { path, httpOnly: true, sameSite: 'strict', secure, maxAge: hours * 3600 })
  return goOn(inLang(path, words))
}
