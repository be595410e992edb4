import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { agreementPaper } from '@/lib/grants/agreement/paper'
import { getAgreement } from '@/lib/grants/agreement/queries'
import { isId } from '@/lib/ids'

/** The agreement to print and sign. Out of scope, or before it is made, it does not exist. */
export async function GET(_request: Request, { params }: { params: Promise<{ grantId: string }> }) {
  const [{ grantId }, actor] = await Promise.all([params, getActor()])
  const found = actor && isId(grantId) ? await getAgreement(actor, grantId) : null
  if (!found?.agreement) return new Response(null, { status: 404, headers: pdfHeaders })
  return pdfOf(await agreementPaper(found.agreement, isDemo()), `${found.agreement.number}.pdf`)
}
