import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { typedAmount } from '@/lib/grants/form-choices'
import { type JobField, jobFields } from '@/lib/grants/jobs'
import { milestonesNeeded } from '@/lib/grants/plan-gaps'
import { getPlan } from '@/lib/grants/plan-query'
import { canPrepare } from '@/lib/grants/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { PlanForm } from './plan-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('plan.title') }
}

export default async function PlanPage({ params }: { params: Promise<{ grantId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { grantId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) ? await getPlan(actor, grantId) : null
  if (!found || canPrepare(actor, found.grant) !== true || found.grant.status !== 'business_plan') notFound()
  const { grant, plan, lines, months, milestones, needs } = found
  const amount = (minor: number | undefined) => (minor === undefined ? '' : typedAmount(minor, grant.currency))
  const jobs = Object.fromEntries(jobFields.map((name) => [name, plan?.[name] ?? 0])) as Record<JobField, number>
  return (
    <>
      <PageHeader title={t('plan.title')} back={{ href: `/grants/${grant.id}`, label: grant.reference }} />
      <ClientMessages locale={locale} rooms={['plan', 'grants.form.cancel']}>
        <PlanForm
          caseId={grant.id}
          version={grant.version}
          currency={grant.currency}
          amountMinor={grant.amountMinor}
          isInKind={needs.form === 'in_kind'}
          milestonesNeeded={milestonesNeeded(needs.trancheSplit)}
          values={{
            description: plan?.description ?? '',
            market: plan?.market ?? '',
            ownContribution: amount(plan?.ownContributionMinor ?? 0),
            expectedMonthlyProfit: amount(plan?.expectedMonthlyProfitMinor),
          }}
          jobs={jobs}
          lines={lines.map(({ item, quantity, unitPriceMinor, supplier, quote }) => ({
            item,
            quantity: String(quantity),
            unitPrice: amount(unitPriceMinor),
            supplier,
            quote,
          }))}
          months={months.map((month) => ({ income: amount(month.incomeMinor), cost: amount(month.costMinor) }))}
          milestones={milestones.map(({ title, evidence, dueMonth }) => ({
            title,
            evidence,
            dueMonth: String(dueMonth),
          }))}
          draft={{ key: `grant-plan-${grant.id}`, secret: actor.draftKey }}
        />
      </ClientMessages>
    </>
  )
}
