import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { canKeep } from '@/lib/forums/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { editPlan } from '../../actions'
import { PlanFields } from '../../plan-fields'
import { type PlanParams, read } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('safetyPlans.edit') }
}

/** Changing the time or the situation of a plan that is not adopted yet. */
export default async function EditPlanPage({ params }: { params: PlanParams }) {
  const [{ t, locale }, { forumId, planId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(forumId, planId)
  if (!page || !canKeep(actor, page.forum) || page.plan.adoptedOn) notFound()
  const { plan } = page
  const back = `/forums/${forumId}/safety-plans/${plan.id}`
  return (
    <ClientMessages locale={locale} rooms={['concerns.guard', 'safetyPlans.errors', 'safetyPlans.refused']}>
      <PageHeader title={t('safetyPlans.edit')} back={{ href: back, label: t('safetyPlans.title') }} />
      <PlainForm
        action={editPlan}
        hidden={{ planId: plan.id, version: plan.version }}
        submit={t('safetyPlans.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <PlanFields startsOn={plan.startsOn} endsOn={plan.endsOn} situation={plan.situation} />
      </PlainForm>
    </ClientMessages>
  )
}
