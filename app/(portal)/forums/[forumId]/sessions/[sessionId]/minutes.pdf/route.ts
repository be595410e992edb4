import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { hasMinutes, minutesPaper } from '@/lib/forums/papers/minutes-paper'
import { getSession } from '@/lib/forums/sessions/queries'
import { isId } from '@/lib/ids'
import type { SessionParams } from '../read'

/** The minutes of a session, once they are approved. Out of scope they do not exist. */
export async function GET(_request: Request, { params }: { params: SessionParams }) {
  const [{ forumId, sessionId }, actor] = await Promise.all([params, getActor()])
  const page = actor && isId(forumId) && isId(sessionId) ? await getSession(actor, forumId, sessionId) : null
  if (!page || !hasMinutes(page)) return new Response(null, { status: 404, headers: pdfHeaders })
  return pdfOf(await minutesPaper(page, new Date(), isDemo()), `${page.forum.reference}-minutes.pdf`)
}
