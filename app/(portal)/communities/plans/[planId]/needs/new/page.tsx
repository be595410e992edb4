import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/communities/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { addNeed } from '../../../../needs/actions'
import { NeedForm } from '../../../../needs/need-form'
import { read } from '../../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('communities.needs.new') }
}

export default async function NewNeedPage({ params }: { params: Promise<{ planId: string }> }) {
  const [{ t, locale }, { planId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(planId)
  if (!page || !canKeep(actor, page.plan)) notFound()
  const back = `/communities/plans/${page.plan.id}`
  return (
    <ClientMessages locale={locale} rooms={['communities.errors', 'communities.refused']}>
      <PageHeader title={t('communities.needs.new')} back={{ href: back, label: page.row.reference }} />
      <NeedForm
        action={addNeed}
        hidden={{ planId: page.plan.id }}
        isScored={page.plan.ranking === 'scored'}
        cancelHref={back}
        draft={{ key: `need-new-${page.plan.id}`, secret: actor.draftKey }}
      />
    </ClientMessages>
  )
}
