import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { listAllPlaces } from '@/lib/communities/displacement/place-queries'
import { registerColumns } from '@/lib/communities/displacement/sheet'
import { baghdadDay } from '@/lib/format'

/** The register of locations as a file: `?as=csv|xlsx`. */
export async function GET(request: Request) {
  const [actor, { t, locale }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !may(actor, 'displacement.read')) return new Response(null, { status: 404, headers: pdfHeaders })
  return sheetOf(new URL(request.url).searchParams.get('as') === 'csv' ? 'csv' : 'xlsx', {
    fileName: `monitored-locations-${baghdadDay(new Date())}`,
    title: t('displacement.place.title'),
    columns: registerColumns,
    rows: await listAllPlaces(actor),
    rightToLeft: locale !== 'en',
  })
}
