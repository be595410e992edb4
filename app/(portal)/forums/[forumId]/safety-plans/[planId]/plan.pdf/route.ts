import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { planPaper } from '@/lib/forums/papers/plan-paper'
import { getPlan } from '@/lib/forums/safety-plans/queries'
import { isId } from '@/lib/ids'
import type { PlanParams } from '../read'

/** The plan on paper, also as a draft to talk about. Out of scope it does not exist. */
export async function GET(_request: Request, { params }: { params: PlanParams }) {
  const [{ forumId, planId }, actor] = await Promise.all([params, getActor()])
  const page = actor && isId(forumId) && isId(planId) ? await getPlan(actor, forumId, planId) : null
  if (!page) return new Response(null, { status: 404, headers: pdfHeaders })
  return pdfOf(await planPaper(page, new Date(), isDemo()), `${page.forum.reference}-safety-plan.pdf`)
}
