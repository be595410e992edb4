import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/communities/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { editNeed } from '../../actions'
import { NeedForm } from '../../need-form'
import { read } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('communities.needs.edit') }
}

export default async function EditNeedPage({ params }: { params: Promise<{ needId: string }> }) {
  const [{ t, locale }, { needId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(needId)
  if (!page || !canKeep(actor, page.need)) notFound()
  const { need, row } = page
  const back = `/communities/needs/${need.id}`
  return (
    <ClientMessages locale={locale} rooms={['communities.errors', 'communities.refused']}>
      <PageHeader title={t('communities.needs.edit')} back={{ href: back, label: row.planReference }} />
      <NeedForm
        action={editNeed}
        hidden={{ needId: need.id, version: need.version }}
        isScored={row.ranking === 'scored'}
        values={row}
        cancelHref={back}
      />
    </ClientMessages>
  )
}
