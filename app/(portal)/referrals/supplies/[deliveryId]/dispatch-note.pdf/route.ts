import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { isId } from '@/lib/ids'
import { dispatchPaper } from '@/lib/referrals/supplies/paper'
import { getDelivery } from '@/lib/referrals/supplies/queries'

/** The paper that goes with a delivery, once it is approved. Out of scope it does not exist. */
export async function GET(_request: Request, { params }: { params: Promise<{ deliveryId: string }> }) {
  const [{ deliveryId }, actor] = await Promise.all([params, getActor()])
  const page = actor && may(actor, 'supplies.read') && isId(deliveryId) ? await getDelivery(actor, deliveryId) : null
  if (!page || ['planned', 'cancelled'].includes(page.head.status))
    return new Response(null, { status: 404, headers: pdfHeaders })
  return pdfOf(await dispatchPaper(page, new Date(), isDemo()), `${page.head.reference}.pdf`)
}
