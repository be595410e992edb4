import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { getRegisterForm } from '@/lib/referrals/consultations/queries'
import { canEdit } from '@/lib/referrals/supplies/policy'
import { facilityGroups } from '../../../consultations/words'
import { editDelivery } from '../../actions'
import { DeliveryForm } from '../../delivery-form'
import { formRooms } from '../../form-rooms'
import { read } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('supplies.editTitle') }
}

export default async function EditDeliveryPage({ params }: { params: Promise<{ deliveryId: string }> }) {
  const [{ t, locale }, { deliveryId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(deliveryId)
  if (!page) notFound()
  const { head, delivery, items } = page
  const back = `/referrals/supplies/${head.id}`
  // The delivery's own page says why not.
  if (canEdit(actor, delivery) !== true) redirect(back)
  const { facilities } = await getRegisterForm(actor)
  return (
    <ClientMessages locale={locale} rooms={formRooms}>
      <PageHeader title={t('supplies.editTitle')} back={{ href: back, label: head.reference }} />
      <DeliveryForm
        action={editDelivery}
        known={{ deliveryId: head.id, version: head.version }}
        facilities={facilityGroups(facilities, locale)}
        values={{
          facilityId: head.facility_id,
          plannedOn: head.planned_on,
          remark: head.remark,
          items: items.map((item) => ({
            kind: item.kind,
            name: item.name,
            strengthOrModel: item.strength,
            batchOrSerial: item.batch,
            expiresOn: item.expires_on ? item.expires_on.split('-').reverse().join('/') : '',
            unit: item.unit,
            sent: String(item.sent),
          })),
        }}
        cancelHref={back}
        draft={{ key: `supply:${head.id}`, secret: actor.draftKey }}
      />
    </ClientMessages>
  )
}
