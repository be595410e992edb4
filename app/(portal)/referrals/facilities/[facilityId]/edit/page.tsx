import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { getFacility, listFacilityPlaces } from '@/lib/referrals/facilities/queries'
import { editFacility } from '../../actions'
import { FacilityForm } from '../../facility-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('facilities.editTitle') }
}

export default async function EditFacilityPage({ params }: { params: Promise<{ facilityId: string }> }) {
  const actor = await requireActor()
  if (!may(actor, 'facilities.manage')) notFound()
  const [{ t, locale }, { facilityId }] = await Promise.all([getI18n(), params])
  const [facility, places] = await Promise.all([
    isId(facilityId) ? getFacility(actor, facilityId) : null,
    listFacilityPlaces(actor),
  ])
  if (!facility) notFound()
  const path = `/referrals/facilities/${facility.id}`
  const name = inLocale(locale, { en: facility.nameEn, ar: facility.nameAr })
  return (
    <>
      <PageHeader title={t('facilities.editTitle')} back={{ href: path, label: name }} />
      <FacilityForm
        action={editFacility}
        hidden={{ facilityId: facility.id, version: facility.version }}
        places={places}
        facility={facility}
        cancelHref={path}
      />
    </>
  )
}
