import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { saidPaper } from '@/lib/forums/papers/said-paper'
import { getSaidSheet } from '@/lib/forums/papers/said-query'
import { isId } from '@/lib/ids'

/** "You said, we did" until today, or with `session` until that session. Out of scope it does not exist. */
export async function GET(request: Request, { params }: { params: Promise<{ forumId: string }> }) {
  const [{ forumId }, actor] = await Promise.all([params, getActor()])
  const session = new URL(request.url).searchParams.get('session')
  const isSound = isId(forumId) && (session === null || isId(session))
  const sheet = actor && may(actor, 'concerns.read') && isSound ? await getSaidSheet(actor, forumId, session) : null
  if (!sheet) return new Response(null, { status: 404, headers: pdfHeaders })
  return pdfOf(await saidPaper(sheet, new Date(), isDemo()), `${sheet.reference}-you-said-we-did.pdf`)
}
