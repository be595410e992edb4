import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { getRegisterForm } from '@/lib/referrals/consultations/queries'
import { facilityGroups } from '../../consultations/words'
import { planDelivery } from '../actions'
import { DeliveryForm } from '../delivery-form'
import { formRooms } from '../form-rooms'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('supplies.new') }
}

type Props = { searchParams: Promise<{ facility?: string | string[] }> }

export default async function NewDeliveryPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'supplies.write')) notFound()
  const [{ t, locale }, { facility }, { facilities }] = await Promise.all([
    getI18n(),
    searchParams,
    getRegisterForm(actor),
  ])
  return (
    <ClientMessages locale={locale} rooms={formRooms}>
      <PageHeader
        title={t('supplies.new')}
        lead={t('supplies.newLead')}
        back={{ href: '/referrals/supplies', label: t('supplies.title') }}
      />
      <DeliveryForm
        action={planDelivery}
        facilities={facilityGroups(facilities, locale)}
        values={{
          facilityId: isId(facility) ? facility : '',
          plannedOn: baghdadDay(new Date()),
          remark: '',
          items: [],
        }}
        cancelHref="/referrals/supplies"
        draft={{ key: 'supply:new', secret: actor.draftKey }}
      />
    </ClientMessages>
  )
}
