import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import { type Change, changesBetween } from '@/lib/grants/changes'
import type { DecisionCard } from '@/lib/grants/decision-card'
import { grantMachine } from '@/lib/grants/machine'
import { toneOf } from '@/lib/grants/tones'
import { translateRefusal } from '@/lib/i18n/translator'

type Props = { card: DecisionCard }

/** What the household was helped with before. */
export async function PastHelp({ card }: Props) {
  const { t, format } = await getI18n()
  return (
    <Section title={t('grants.decision.pastHelp')}>
      {card.pastHelp.length === 0 && <p className="text-ink-soft">{t('grants.decision.noPastHelp')}</p>}
      <ul className="divide-y divide-line">
        {card.pastHelp.map((help) => {
          const status = grantMachine.states.find((state) => state === help.status)
          return (
            <li key={help.caseId} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2">
              <span>
                <Link href={`/grants/${help.caseId}`} prefetch={false} className="text-action underline">
                  <Code>{help.reference}</Code>
                </Link>{' '}
                <span className="text-sm text-ink-soft">{format.shortDate(help.openedOn)}</span>
              </span>
              <span className="flex items-center gap-3">
                <Code>{format.money(help.amountMinor, help.currency)}</Code>
                {status && <StatusBadge status={{ label: t(`grants.status.${status}`), tone: toneOf[status] }} />}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const states = ['open', 'different', 'same'] as const

/** Whether the person may be registered twice. */
export async function Duplicates({ card }: Props) {
  const { t } = await getI18n()
  return (
    <Section title={t('grants.decision.duplicates')}>
      {card.duplicates.length === 0 && <p className="text-ink-soft">{t('grants.decision.noDuplicates')}</p>}
      <ul>
        {card.duplicates.map((flag, index) => {
          const state = states.find((entry) => entry === flag.state) ?? 'open'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the card names nobody else, so a flag is its place
            <li key={index}>
              <Link href={`/people/${card.request.personId}`} prefetch={false} className="text-action underline">
                {t('grants.decision.duplicate', {
                  score: flag.score,
                  state: t(`grants.decision.duplicateState.${state}`),
                })}
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** The files of the case, to be opened one by one. */
export async function DocumentList({ card }: Props) {
  const { t } = await getI18n()
  return (
    <Section title={t('grants.decision.documents')}>
      {card.documents.length === 0 && <p className="text-ink-soft">{t('grants.decision.noDocuments')}</p>}
      <ul className="space-y-1">
        {card.documents.map((document) => (
          <li key={document.id}>
            <a href={`/api/documents/${document.id}`} className="text-action underline">
              <Bdi>{document.fileName}</Bdi>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was decided so far, in this round and before. */
export async function EarlierDecisions({ card }: Props) {
  const { t, format } = await getI18n()
  if (card.decisions.length === 0) return null
  return (
    <Section title={t('grants.decision.earlier')}>
      <ul className="space-y-4">
        {card.decisions.map((decision) => (
          <li key={`${decision.round}-${decision.stage}`}>
            <p>
              {t('grants.decision.earlierLine', {
                round: decision.round,
                stage: decision.stage,
                outcome: t(
                  `grants.decision.outcomes.${(['approve', 'reject', 'return'] as const).find((one) => one === decision.outcome) ?? 'return'}`,
                ),
                name: decision.decidedBy,
                date: format.shortDate(decision.decidedOn),
              })}
            </p>
            <p dir="auto" className="mt-1 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
              {decision.reason}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What differs from what the last round's decision was shown. */
export async function Changes({ before, now }: { before: DecisionCard; now: DecisionCard }) {
  const { t, format } = await getI18n()
  const changes = changesBetween(before, now)
  const said = (value: Change['now'], isMoney: boolean) =>
    value === null || value === '' ? '–' : isMoney ? format.money(Number(value), now.request.currency) : String(value)
  return (
    <Section title={t('grants.decision.changes')}>
      {changes.length === 0 && <p className="text-ink-soft">{t('grants.decision.noChanges')}</p>}
      <dl className="divide-y divide-line">
        {changes.map((change) => (
          <div key={change.key} className="py-2">
            <dt className="text-sm text-ink-soft">{translateRefusal(t, { key: change.key })}</dt>
            <dd>
              <ins dir="auto" className="font-semibold no-underline">
                {said(change.now, change.isMoney)}
              </ins>{' '}
              <del dir="auto" className="text-ink-soft">
                {t('grants.decision.before', { value: said(change.before, change.isMoney) })}
              </del>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
