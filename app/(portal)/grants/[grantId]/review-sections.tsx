import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import type { DecisionCard } from '@/lib/grants/decision-card'
import type { RuleResult } from '@/lib/grants/eligibility'
import { translateRefusal } from '@/lib/i18n/translator'

/** Each rule with a word and a shape for its answer. */
export async function RuleList({ rules }: { rules: readonly RuleResult[] }) {
  const { t } = await getI18n()
  return (
    <ul className="divide-y divide-line text-sm">
      {rules.map((rule) => (
        <li key={rule.key} className="flex items-start justify-between gap-4 py-2">
          <span>{translateRefusal(t, rule)}</span>
          <Badge tone={rule.isMet ? 'good' : 'danger'}>
            {t(rule.isMet ? 'grants.screening.met' : 'grants.screening.notMet')}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

/** The screening: the score, explained line by line, and the eligibility rules. */
export async function ScreeningSection({ card }: { card: DecisionCard }) {
  const { t } = await getI18n()
  const { screening } = card
  if (!screening) return null
  return (
    <Section title={t('grants.screening.title')}>
      <p className="mb-1 flex items-baseline justify-between gap-4">
        <span className="font-semibold">{t('grants.screening.score')}</span>
        <span className="text-xl font-semibold tabular-nums">
          {t('grants.screening.ofHundred', { score: screening.score })}
        </span>
      </p>
      <ProgressBar
        label={t('grants.screening.score')}
        value={screening.score}
        max={100}
        text={t('grants.screening.ofHundred', { score: screening.score })}
      />
      <ul className="mt-4 mb-6 divide-y divide-line text-sm">
        {screening.scoreLines.map((line) => (
          <li key={line.key} className="flex items-baseline justify-between gap-4 py-1.5">
            <span>{translateRefusal(t, line)}</span>
            <span className={`shrink-0 tabular-nums ${line.points > 0 ? 'font-semibold' : 'text-ink-soft'}`}>
              {t('grants.screening.line', { points: line.points, most: line.most })}
            </span>
          </li>
        ))}
      </ul>
      <h3 className="mb-1 font-semibold">{t('grants.screening.rules')}</h3>
      <RuleList rules={screening.rules} />
      {screening.remark && (
        <p dir="auto" className="mt-4 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
          {screening.remark}
        </p>
      )}
    </Section>
  )
}

/** The visits, newest round first. */
export async function VerificationSection({ card }: { card: DecisionCard }) {
  const { t, format } = await getI18n()
  if (card.verifications.length === 0) return null
  return (
    <Section title={t('grants.verification.title')}>
      <ul className="space-y-4">
        {card.verifications.map((visit) => (
          <li key={visit.round}>
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span>{t('grants.verification.by', { name: visit.verifiedBy, date: format.date(visit.visitedOn) })}</span>
              <Badge tone={visit.isConfirmed ? 'good' : 'warning'}>
                {t(visit.isConfirmed ? 'grants.verification.isConfirmed' : 'grants.verification.notConfirmed')}
              </Badge>
            </p>
            <p className="text-sm text-ink-soft">
              <Bdi>{visit.place}</Bdi> · {t('grants.facts.roundNumber', { round: visit.round })}
            </p>
            <p dir="auto" className="mt-2 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
              {visit.findings}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The plan with its budget. */
export async function PlanSection({ card }: { card: DecisionCard }) {
  const { t, format } = await getI18n()
  const { plan, request } = card
  if (!plan) return null
  const money = (minor: number) => <Code>{format.money(minor, request.currency)}</Code>
  return (
    <Section title={t('grants.plan.title')}>
      <p dir="auto" className="mb-4 whitespace-pre-line">
        {plan.description}
      </p>
      <table className="w-full text-sm">
        <caption className="sr-only">{t('grants.plan.budget')}</caption>
        <thead className="border-b border-line text-ink-soft">
          <tr>
            <th scope="col" className="py-1.5 text-start font-semibold">
              {t('grants.plan.item')}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold">
              {t('grants.plan.quantity')}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold max-sm:sr-only">
              {t('grants.plan.unitPrice')}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold">
              {t('grants.plan.sum')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {plan.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike; a line is its place in the plan
            <tr key={index}>
              <td className="py-1.5">
                <Bdi>{line.item}</Bdi>
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
              {t('grants.plan.total')}
            </th>
            <td className="max-sm:sr-only" />
            <td className="py-2 text-end">{money(plan.totalMinor)}</td>
          </tr>
        </tfoot>
      </table>
      <dl className="mt-4 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {[
          { term: t('grants.plan.own'), value: money(plan.ownContributionMinor) },
          { term: t('grants.plan.profit'), value: money(plan.expectedMonthlyProfitMinor) },
          {
            term: t('grants.plan.jobsNow'),
            value: format.number(
              plan.jobsNowWomenFull + plan.jobsNowWomenPart + plan.jobsNowMenFull + plan.jobsNowMenPart,
            ),
          },
          {
            term: t('grants.plan.jobsWomen'),
            value: format.number(plan.jobsPlannedWomenFull + plan.jobsPlannedWomenPart),
          },
          { term: t('grants.plan.jobsMen'), value: format.number(plan.jobsPlannedMenFull + plan.jobsPlannedMenPart) },
        ].map((fact) => (
          <div key={fact.term} className="flex justify-between gap-3">
            <dt className="text-ink-soft">{fact.term}</dt>
            <dd className="font-medium">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
