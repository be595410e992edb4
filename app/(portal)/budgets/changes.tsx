import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import type { Actor } from '@/lib/auth/actor'
import { canPropose, whyCannotDecideChange } from '@/lib/grants/budgets/policy'
import type { ChangeRow } from '@/lib/grants/budgets/queries'
import { translateRefusal } from '@/lib/i18n/translator'
import { decideChange } from './actions'

/** What waits for a second person, on top of everything; who proposed it reads why they cannot agree to it. */
export async function PendingChanges({ actor, changes }: { actor: Actor; changes: readonly ChangeRow[] }) {
  const { t } = await getI18n()
  if (changes.length === 0) return null
  return (
    <Section id="pending" title={t('budgets.pending.title')}>
      <ul className="-my-3 divide-y divide-line">
        {changes.map((change) => (
          <li key={change.id} className="py-4">
            <ChangeFacts change={change} />
            {canPropose(actor) && <Decision actor={actor} change={change} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function Decision({ actor, change }: { actor: Actor; change: ChangeRow }) {
  const { t } = await getI18n()
  const reasons = whyCannotDecideChange(actor, change)
  if (reasons.length > 0)
    return (
      <p className="mt-2">
        <Badge tone="info" icon="hourglass">
          {reasons.map((reason) => translateRefusal(t, reason)).join(' ')}
        </Badge>
      </p>
    )
  const what = `${t(`budgets.change.${change.kind}`)} ${change.lineCode ?? change.sourceCode}`
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      <PlainForm
        action={decideChange}
        hidden={{ changeId: change.id, outcome: 'approved' }}
        submit={t('budgets.pending.approve')}
        label={`${t('budgets.pending.approve')}: ${what}`}
        className=""
      />
      <PlainForm
        action={decideChange}
        hidden={{ changeId: change.id, outcome: 'declined' }}
        submit={t('budgets.pending.decline')}
        variant="secondary"
        label={`${t('budgets.pending.decline')}: ${what}`}
        className=""
      />
    </div>
  )
}

/** What is wanted, by whom, why; and what became of it. */
export async function ChangeFacts({ change }: { change: ChangeRow }) {
  const { t, format } = await getI18n()
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
        {t(`budgets.change.${change.kind}`)} <Code>{change.lineCode ?? change.sourceCode}</Code>
        {change.amountMinor !== null && (
          <span>
            {change.beforeMinor !== null && (
              <>
                <Code>{format.money(change.beforeMinor, change.currency)}</Code>{' '}
                <span className="text-ink-soft">{t('budgets.pending.becomes')}</span>{' '}
              </>
            )}
            <Code>{format.money(change.amountMinor, change.currency)}</Code>
          </span>
        )}
        {change.outcome && (
          <Badge tone={change.outcome === 'approved' ? 'good' : 'danger'}>
            {t(`budgets.outcome.${change.outcome}`)}
          </Badge>
        )}
      </p>
      <p className="text-sm text-ink-soft">
        {t('budgets.pending.by', { name: change.proposedByName, date: format.date(change.proposedAt) })}
        {change.decidedByName &&
          ` · ${t('budgets.pending.decidedBy', { name: change.decidedByName, date: format.date(change.decidedAt ?? change.proposedAt) })}`}
      </p>
      <p className="mt-1 whitespace-pre-line">
        <Bdi>{change.reason}</Bdi>
      </p>
    </div>
  )
}
