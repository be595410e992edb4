import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { typedAmount } from '@/lib/grants/form-choices'
import { canPrepare } from '@/lib/grants/policy'
import { getPlan } from '@/lib/grants/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { PlanForm } from './plan-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('grants.plan.title') }
}

export default async function PlanPage({ params }: { params: Promise<{ grantId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { grantId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) ? await getPlan(actor, grantId) : null
  if (!found || canPrepare(actor, found.grant) !== true || found.grant.status !== 'business_plan') notFound()
  const { grant, plan, lines } = found
  const amount = (minor: number | undefined) => (minor === undefined ? '' : typedAmount(minor, grant.currency))
  return (
    <>
      <PageHeader title={t('grants.plan.title')} back={{ href: `/grants/${grant.id}`, label: grant.reference }} />
      <ClientMessages locale={locale} rooms={['grants.plan', 'grants.errors', 'grants.form.cancel']}>
        <PlanForm
          caseId={grant.id}
          version={grant.version}
          currency={grant.currency}
          amountMinor={grant.amountMinor}
          values={{
            description: plan?.description ?? '',
            ownContribution: amount(plan?.ownContributionMinor ?? 0),
            expectedMonthlyProfit: amount(plan?.expectedMonthlyProfitMinor),
            jobsNowWomenFull: plan?.jobsNowWomenFull ?? 0,
            jobsNowWomenPart: plan?.jobsNowWomenPart ?? 0,
            jobsNowMenFull: plan?.jobsNowMenFull ?? 0,
            jobsNowMenPart: plan?.jobsNowMenPart ?? 0,
            jobsPlannedWomenFull: plan?.jobsPlannedWomenFull ?? 0,
            jobsPlannedWomenPart: plan?.jobsPlannedWomenPart ?? 0,
            jobsPlannedMenFull: plan?.jobsPlannedMenFull ?? 0,
            jobsPlannedMenPart: plan?.jobsPlannedMenPart ?? 0,
          }}
          lines={lines.map((line) => ({
            item: line.item,
            quantity: String(line.quantity),
            unitPrice: amount(line.unitPriceMinor),
          }))}
          draft={{ key: `grant-plan-${grant.id}`, secret: actor.draftKey }}
        />
      </ClientMessages>
    </>
  )
}
