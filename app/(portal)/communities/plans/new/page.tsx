import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getPlaceForm } from '@/lib/communities/plans/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { onlyTeam } from '../../place-field'
import { draftPlan } from '../actions'
import { PlanForm } from '../plan-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('communities.plans.new') }
}

export default async function NewPlanPage() {
  const actor = await requireActor()
  if (!may(actor, 'communities.write')) notFound()
  const [{ t, locale }, places] = await Promise.all([getI18n(), getPlaceForm(actor)])
  return (
    <ClientMessages locale={locale} rooms={['communities.errors', 'communities.refused']}>
      <PageHeader
        title={t('communities.plans.new')}
        lead={t('communities.plans.newLead')}
        back={{ href: '/communities/plans', label: t('communities.plans.title') }}
      />
      <PlanForm
        action={draftPlan}
        hidden={onlyTeam(places)}
        places={places}
        askTeam
        cancelHref="/communities/plans"
        draft={{ key: 'plan-new', secret: actor.draftKey }}
      />
    </ClientMessages>
  )
}
