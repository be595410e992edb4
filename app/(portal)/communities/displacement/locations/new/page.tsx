import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { getQueueRow, type QueuePage } from '@/lib/communities/displacement/files/queue-queries'
import { listAreas } from '@/lib/communities/displacement/place-queries'
import { mayKeepPlaces } from '@/lib/communities/displacement/policy'
import { addPlace } from '../../actions'
import { base, type Query } from '../../filters'
import { rowAddress } from '../../queue/row-words'
import { PlaceForm, type PlaceStart } from '../place-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.place.new') }
}

/** What the list says of a place, as the form begins with it. */
function startOf({ row, district }: QueuePage): PlaceStart {
  const { nameAr, nameEn, placeId, dtmLocationId, pcode, latitude, longitude } = row.reading
  return {
    nameAr,
    nameEn,
    placeId,
    dtmLocationId,
    pcode,
    areaPcode: district,
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
  }
}

/** A new location, out of nothing or out of an unknown row of a list (`?row=`), whose figures come with it. */
export default async function NewPlacePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  if (!mayKeepPlaces(actor)) notFound()
  const [{ t }, query] = await Promise.all([getI18n(), searchParams])
  const address = rowAddress(one(query.row))
  const [areas, found] = await Promise.all([
    listAreas(actor),
    address ? getQueueRow(actor, address.importId, address.position, '') : null,
  ])
  if (address && !found) notFound()
  const back = found ? `${base}/queue/${found.row.id}` : `${base}/locations`
  return (
    <>
      <PageHeader
        title={t('displacement.place.new')}
        lead={t('displacement.place.lead')}
        back={{ href: back, label: found ? t('displacement.queue.rowTitle') : t('displacement.place.title') }}
      />
      <PlaceForm
        action={addPlace}
        areas={areas}
        cancelHref={back}
        {...(found && {
          hidden: { importId: found.row.importId, position: found.row.position },
          place: startOf(found),
        })}
      />
    </>
  )
}
