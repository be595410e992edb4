import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { getActor } from '@/lib/auth/session'
import { isId } from '@/lib/ids'
import { handOverSlip } from '@/lib/referrals/loop/hand-over'

/** Where the browser goes on to when there is no paper to show. */
const back = (location: string) => new Response(null, { status: 303, headers: { ...pdfHeaders, location } })

/**
 * Makes a new link and answers with the slip that carries it: a post, since each paper has its own secret and the one
 * before stops working.
 */
export async function POST(_request: Request, { params }: { params: Promise<{ referralId: string }> }) {
  const [{ referralId }, actor] = await Promise.all([params, getActor()])
  if (!isId(referralId)) return new Response(null, { status: 404, headers: pdfHeaders })
  if (!actor) return back(`/sign-in?next=${encodeURIComponent(`/referrals/${referralId}`)}`)
  const made = await handOverSlip(actor, referralId)
  if (made.ok) return pdfOf(made.data.paper, `${made.data.reference}.pdf`)
  if (made.code === 'refused' || made.code === 'conflict') return back(`/referrals/${referralId}?slip=refused#link`)
  return new Response(null, { status: 404, headers: pdfHeaders })
}
