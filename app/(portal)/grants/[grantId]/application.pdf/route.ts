import { getI18n } from '@/app/i18n'
import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { applicationPaper } from '@/lib/grants/application-paper'
import { getGrant } from '@/lib/grants/queries'
import { isId } from '@/lib/ids'

/** The application to print, in the reader's language. Out of scope it does not exist. */
export async function GET(_request: Request, { params }: { params: Promise<{ grantId: string }> }) {
  const [{ grantId }, actor, { locale }] = await Promise.all([params, getActor(), getI18n()])
  const page = actor && isId(grantId) ? await getGrant(actor, grantId) : null
  if (!page) return new Response(null, { status: 404, headers: pdfHeaders })
  const { reference } = page.grant
  const made = { reference, place: page.place, madeAt: new Date(), isPractice: isDemo() }
  return pdfOf(await applicationPaper(page.card, locale, made), `${reference}.pdf`)
}
