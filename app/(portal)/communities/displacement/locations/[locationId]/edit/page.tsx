import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { listAreas } from '@/lib/communities/displacement/place-queries'
import { mayKeepPlaces } from '@/lib/communities/displacement/policy'
import { inLocale } from '@/lib/i18n/in-locale'
import { editPlace } from '../../../actions'
import { base } from '../../../filters'
import { PlaceForm } from '../../place-form'
import { read } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('displacement.place.edit') }
}

export default async function EditPlacePage({ params }: { params: Promise<{ locationId: string }> }) {
  const { locationId } = await params
  const [{ t, locale }, { actor, page }] = await Promise.all([getI18n(), read(locationId)])
  if (!page || !mayKeepPlaces(actor)) notFound()
  const { place } = page
  const path = `${base}/locations/${place.id}`
  return (
    <>
      <PageHeader
        title={t('displacement.place.edit')}
        back={{ href: path, label: inLocale(locale, { en: place.nameEn, ar: place.nameAr }) }}
      />
      <PlaceForm
        action={editPlace}
        hidden={{ locationId: place.id, version: place.version }}
        areas={await listAreas(actor)}
        place={{ ...place, areaPcode: place.subDistrictPcode ?? place.districtPcode }}
        cancelHref={path}
      />
    </>
  )
}
