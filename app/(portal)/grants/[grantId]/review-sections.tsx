import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
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
