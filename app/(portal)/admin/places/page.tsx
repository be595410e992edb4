import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { getPlace } from '@/lib/admin/reference-queries'
import { requireAdmin } from '../require-admin'
import { PlaceTable } from './place-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.places.title') }
}

export default async function PlacesPage() {
  const actor = await requireAdmin('reference.manage')
  const [{ t, locale, format }, page] = await Promise.all([getI18n(), getPlace(actor, null)])
  return (
    <>
      <PageHeader
        title={t('admin.places.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        lead={t('admin.places.lead')}
      />
      <PlaceTable
        caption={t('admin.places.level.1')}
        places={page?.inside ?? []}
        t={t}
        locale={locale}
        format={format}
      />
    </>
  )
}
