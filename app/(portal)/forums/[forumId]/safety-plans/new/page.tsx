import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { canKeep } from '@/lib/forums/policy'
import { getPlanForm } from '@/lib/forums/safety-plans/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { writePlan } from '../actions'
import { PlanFields } from '../plan-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('safetyPlans.new') }
}

/** Beginning a security safety plan: its time and the situation; the measures follow on its page. */
export default async function NewPlanPage({ params }: { params: Promise<{ forumId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { forumId }] = await Promise.all([getI18n(), params])
  const forum = isId(forumId) ? await getPlanForm(actor, forumId) : null
  if (!forum || !canKeep(actor, forum)) notFound()
  const today = baghdadDay(new Date())
  const back = `/forums/${forum.id}`
  return (
    <ClientMessages locale={locale} rooms={['concerns.guard', 'safetyPlans.errors', 'safetyPlans.refused']}>
      <PageHeader
        title={t('safetyPlans.new')}
        lead={t('safetyPlans.lead')}
        back={{ href: back, label: forum.reference }}
      />
      <PlainForm
        action={writePlan}
        hidden={{ forumId: forum.id }}
        submit={t('safetyPlans.save')}
        draft={{ key: `safety-plan-${forum.id}`, secret: actor.draftKey }}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <PlanFields startsOn={today} />
      </PlainForm>
    </ClientMessages>
  )
}
