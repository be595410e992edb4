import { getI18n } from '@/app/i18n'
import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { listAsCsv, listAsPdf, listAsXlsx, mostOnPaper } from '@/lib/grants/tranches/lists/export'
import { getListHead } from '@/lib/grants/tranches/lists/queries'
import { isId } from '@/lib/ids'

const nothing = () => new Response(null, { status: 404, headers: pdfHeaders })

/** A release list for the bank or the agent: `?as=csv|xlsx|pdf`. For who does not pay it does not exist. */
export async function GET(request: Request, { params }: { params: Promise<{ listId: string }> }) {
  const [{ listId }, actor, { locale }] = await Promise.all([params, getActor(), getI18n()])
  if (!actor || !isId(listId) || !may(actor, 'payments.release')) return nothing()
  const list = await getListHead(actor, listId)
  if (!list || list.state === 'dissolved') return nothing()
  const headers = (type: string, ending: string) => ({
    ...pdfHeaders,
    'content-type': type,
    'content-disposition': `attachment; filename="${list.number}.${ending}"`,
  })
  switch (new URL(request.url).searchParams.get('as')) {
    case 'csv':
      return new Response(listAsCsv(actor, locale, list), { headers: headers('text/csv; charset=utf-8', 'csv') })
    case 'xlsx': {
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return new Response(new Uint8Array(await listAsXlsx(actor, locale, list)), { headers: headers(type, 'xlsx') })
    }
    case 'pdf':
      if (list.rows > mostOnPaper) return nothing()
      return pdfOf(await listAsPdf(actor, locale, list, isDemo()), `${list.number}.pdf`)
    default:
      return nothing()
  }
}
