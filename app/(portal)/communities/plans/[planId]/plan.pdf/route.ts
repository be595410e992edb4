import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { planPaper } from '@/lib/communities/plans/paper'
import { getPlan } from '@/lib/communities/plans/queries'
import { isDemo } from '@/lib/env'
import { isId } from '@/lib/ids'

/** The action plan on paper, in Arabic and English. To whoever does not read plans it does not exist. */
export async function GET(_request: Request, { params }: { params: Promise<{ planId: string }> }) {
  const [{ planId }, actor] = await Promise.all([params, getActor()])
  const page = actor && may(actor, 'communities.read') && isId(planId) ? await getPlan(actor, planId) : null
  if (!page) return new Response(null, { status: 404, headers: pdfHeaders })
  return pdfOf(await planPaper(page, new Date(), isDemo()), `${page.row.reference}.pdf`)
}
