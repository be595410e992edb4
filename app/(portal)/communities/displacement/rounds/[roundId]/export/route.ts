import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { listAllCounts } from '@/lib/communities/displacement/count-queries'
import { getRound } from '@/lib/communities/displacement/round-queries'
import { roundColumns } from '@/lib/communities/displacement/sheet'
import { isId } from '@/lib/ids'
import { roundName } from '../../../round-words'

/** The figures of a round as a file: `?as=csv|xlsx`. */
export async function GET(request: Request, { params }: { params: Promise<{ roundId: string }> }) {
  const [actor, { t, locale }, { roundId }] = await Promise.all([getActor(), getI18n(), params])
  const isAllowed = actor && may(actor, 'displacement.read') && isId(roundId)
  const page = isAllowed ? await getRound(actor, roundId) : null
  if (!actor || !page) return new Response(null, { status: 404, headers: pdfHeaders })
  const { number, edition, countedOn } = page.round
  return sheetOf(new URL(request.url).searchParams.get('as') === 'csv' ? 'csv' : 'xlsx', {
    fileName: `displacement-${number}-${edition}-${countedOn}`,
    title: roundName(t, page.round),
    columns: roundColumns,
    rows: await listAllCounts(actor, roundId),
    rightToLeft: locale !== 'en',
  })
}
