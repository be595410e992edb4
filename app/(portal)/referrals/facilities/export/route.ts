import { getI18n } from '@/app/i18n'
import { pdfHeaders } from '@/app/pdf-response'
import { sheetOf } from '@/app/sheet-response'
import { may } from '@/lib/auth/roles'
import { getActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { listAllFacilities } from '@/lib/referrals/facilities/queries'
import { facilityColumns } from '@/lib/referrals/facilities/sheet'

/** The directory as a file, by codes, so that it can be read again: `?as=csv|xlsx`. */
export async function GET(request: Request) {
  const [actor, { t, locale }] = await Promise.all([getActor(), getI18n()])
  if (!actor || !may(actor, 'facilities.read')) return new Response(null, { status: 404, headers: pdfHeaders })
  return sheetOf(new URL(request.url).searchParams.get('as') === 'csv' ? 'csv' : 'xlsx', {
    fileName: `facilities-${baghdadDay(new Date())}`,
    title: t('facilities.title'),
    columns: facilityColumns,
    rows: await listAllFacilities(actor),
    rightToLeft: locale !== 'en',
  })
}
