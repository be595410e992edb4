import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { listFacilityPlaces } from '@/lib/referrals/facilities/queries'
import { addFacility } from '../actions'
import { FacilityForm } from '../facility-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('facilities.new') }
}

export default async function NewFacilityPage() {
  const actor = await requireActor()
  if (!may(actor, 'facilities.manage')) notFound()
  const [{ t }, places] = await Promise.all([getI18n(), listFacilityPlaces(actor)])
  return (
    <>
      <PageHeader title={t('facilities.new')} back={{ href: '/referrals/facilities', label: t('facilities.title') }} />
      <FacilityForm action={addFacility} places={places} cancelHref="/referrals/facilities" />
    </>
  )
}
