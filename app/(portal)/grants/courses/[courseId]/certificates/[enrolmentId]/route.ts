import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { certificatePaper } from '@/lib/grants/training/papers'
import { getCertificate } from '@/lib/grants/training/sheet-queries'
import { isId } from '@/lib/ids'

type Params = { params: Promise<{ courseId: string; enrolmentId: string }> }

/** A certificate in Arabic and English. Out of scope, or not given, it does not exist. */
export async function GET(_request: Request, { params }: Params) {
  const [{ courseId, enrolmentId }, actor] = await Promise.all([params, getActor()])
  const certificate =
    actor && isId(courseId) && isId(enrolmentId) ? await getCertificate(actor, courseId, enrolmentId) : null
  if (!certificate) return new Response(null, { status: 404, headers: pdfHeaders })
  return pdfOf(await certificatePaper(certificate, { isPractice: isDemo() }), `${certificate.number}.pdf`)
}
