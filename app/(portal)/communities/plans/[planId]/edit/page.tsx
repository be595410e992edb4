import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { getPlaceForm } from '@/lib/communities/plans/queries'
import { canKeep } from '@/lib/communities/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { editPlan } from '../../actions'
import { PlanForm } from '../../plan-form'
import { read } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('communities.plans.edit') }
}

export default async function EditPlanPage({ params }: { params: Promise<{ planId: string }> }) {
  const [{ t, locale }, { planId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(planId)
  if (!page || !canKeep(actor, page.plan)) notFound()
  const { plan, row } = page
  const back = `/communities/plans/${plan.id}`
  const places = (await getPlaceForm(actor)).filter((place) => place.teamId === plan.teamId)
  return (
    <ClientMessages locale={locale} rooms={['communities.errors', 'communities.refused']}>
      <PageHeader title={t('communities.plans.edit')} back={{ href: back, label: row.reference }} />
      <PlanForm
        action={editPlan}
        hidden={{ planId: plan.id, version: plan.version }}
        places={places}
        values={{ ...row, ranking: plan.ranking }}
        cancelHref={back}
      />
    </ClientMessages>
  )
}
