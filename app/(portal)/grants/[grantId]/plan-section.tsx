import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { DecisionCard } from '@/lib/grants/decision-card'
import { runningBalance } from '@/lib/grants/plan-total'

/** The plan with its budget, milestones and cash flow. */
export async function PlanSection({ card }: { card: DecisionCard }) {
  const { t, format } = await getI18n()
  const { plan, request } = card
  if (!plan) return null
  const jobsNow = plan.jobsNowWomenFull + plan.jobsNowWomenPart + plan.jobsNowMenFull + plan.jobsNowMenPart
  const jobsPlanned =
    plan.jobsPlannedWomenFull + plan.jobsPlannedWomenPart + plan.jobsPlannedMenFull + plan.jobsPlannedMenPart
  const money = (minor: number) => <Code>{format.money(minor, request.currency)}</Code>
  return (
    <Section title={t('plan.title')}>
      <p dir="auto" className="mb-4 whitespace-pre-line">
        {plan.description}
        {plan.market && `\n\n${plan.market}`}
      </p>
      <table className="w-full text-sm">
        <caption className="sr-only">{t('plan.budget')}</caption>
        <thead className="border-b border-line text-ink-soft">
          <tr>
            <th scope="col" className="py-1.5 text-start font-semibold">
              {t('plan.item')}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold">
              {t('plan.quantity')}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold max-sm:sr-only">
              {t('plan.unitPrice')}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold">
              {t('plan.sum')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {plan.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike; a line is its place in the plan
            <tr key={index}>
              <td className="py-1.5">
                <Bdi>{line.item}</Bdi>
                {line.supplier && (
                  <span className="block text-ink-soft">
                    <Bdi>{line.supplier}</Bdi> · <Bdi>{line.quote}</Bdi>
                  </span>
                )}
              </td>
              <td className="py-1.5 text-end tabular-nums">{format.number(line.quantity)}</td>
              <td className="py-1.5 text-end max-sm:sr-only">{money(line.unitPriceMinor)}</td>
              <td className="py-1.5 text-end">{money(line.quantity * line.unitPriceMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t border-line-strong font-semibold">
          <tr>
            <th scope="row" colSpan={2} className="py-2 text-start">
              {t('plan.total')}
            </th>
            <td className="max-sm:sr-only" />
            <td className="py-2 text-end">{money(plan.totalMinor)}</td>
          </tr>
        </tfoot>
      </table>
      <dl className="mt-4 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {[
          { term: t('plan.own'), value: money(plan.ownContributionMinor) },
          { term: t('plan.profit'), value: money(plan.expectedMonthlyProfitMinor) },
          { term: t('plan.jobs'), value: t('plan.jobsSum', { now: jobsNow, planned: jobsPlanned }) },
          { term: t('plan.jobsWomen'), value: format.number(plan.jobsPlannedWomenFull + plan.jobsPlannedWomenPart) },
        ].map((fact) => (
          <div key={fact.term} className="flex justify-between gap-3">
            <dt className="text-ink-soft">{fact.term}</dt>
            <dd className="font-medium">{fact.value}</dd>
          </div>
        ))}
      </dl>
      {plan.milestones.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 font-semibold">{t('plan.milestones')}</h3>
          <ol className="list-decimal space-y-2 ps-5 text-sm">
            {plan.milestones.map((milestone) => (
              <li key={milestone.position}>
                <Bdi>{milestone.title}</Bdi>{' '}
                <span className="text-ink-soft">{t('plan.dueIn', { month: milestone.dueMonth })}</span>
                <span className="block text-ink-soft">{t('plan.shownBy', { evidence: milestone.evidence })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {plan.months.length > 0 && (
        <div className="mt-5">
          <Disclosure label={t('plan.flow')}>
            <table className="w-full text-sm tabular-nums">
              <thead className="text-ink-soft">
                <tr>
                  {(['month', 'income', 'cost', 'balance'] as const).map((key) => (
                    <th
                      key={key}
                      scope="col"
                      className={`py-1 font-semibold ${key === 'month' ? 'text-start' : 'text-end'}`}
                    >
                      {t(`plan.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {runningBalance(plan.months).map((month) => (
                  <tr key={month.month}>
                    <th scope="row" className="py-1 text-start font-normal">
                      {format.number(month.month)}
                    </th>
                    <td className="py-1 text-end">{money(month.incomeMinor)}</td>
                    <td className="py-1 text-end">{money(month.costMinor)}</td>
                    <td className={`py-1 text-end ${month.balanceMinor < 0 ? 'text-danger' : ''}`}>
                      {money(month.balanceMinor)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
