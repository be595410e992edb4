import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import type { Actor } from '@/lib/auth/actor'
import { deedsFrom } from '@/lib/cases/machine'
import type { Action } from '@/lib/commands/result'
import { type RoundDeed, roundMachine } from '@/lib/communities/displacement/machine'
import { canCorrect, canDo, seesUnderWay } from '@/lib/communities/displacement/policy'
import type { RoundPage } from '@/lib/communities/displacement/round-queries'
import { translateRefusal } from '@/lib/i18n/translator'
import * as actions from '../../actions'

const actionOf: Record<RoundDeed, Action<{ roundId: string }>> = {
  submit: actions.submitRound,
  validate: actions.validateRound,
  publish: actions.publishRound,
  send_back: actions.sendBackRound,
  discard: actions.discardRound,
}

/** Deeds that move a round on; the others turn it back. */
const onward: readonly RoundDeed[] = ['submit', 'validate', 'publish']

const frame = 'mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6'

/** What is next on a round, who does it, and to whoever cannot, why not. */
export async function NextCard({ actor, page }: { actor: Actor; page: RoundPage }) {
  const { t } = await getI18n()
  const { round } = page
  if (!seesUnderWay(actor) || round.status === 'superseded' || round.status === 'discarded') return null
  const deeds = deedsFrom(roundMachine, round.status).map((deed) => ({ deed, answer: canDo(actor, round, deed) }))
  const offered = deeds.filter(({ answer }) => answer === true)
  const reasons = deeds
    .filter(({ deed }) => onward.includes(deed))
    .flatMap(({ answer }) => (Array.isArray(answer) ? answer : []))
  return (
    <section aria-labelledby="next" className={frame}>
      <h2 id="next" className="text-lg font-semibold">
        {t('displacement.next.title')}
      </h2>
      <p className="mt-1">{t(`displacement.next.${round.status}`)}</p>
      {reasons.map((reason) => (
        <p key={reason.key} className="mt-2 text-ink-soft">
          {translateRefusal(t, reason)}
        </p>
      ))}
      <div className="mt-4 space-y-3 empty:hidden">
        {offered.map(({ deed }) => (
          <Deed key={deed} deed={deed} page={page} />
        ))}
        {canCorrect(actor, round) === true && !round.correctedById && <Correct page={page} />}
      </div>
    </section>
  )
}

async function Deed({ deed, page }: { deed: RoundDeed; page: RoundPage }) {
  const { t } = await getI18n()
  const { id, version } = page.round
  const label = t(`displacement.next.deed.${deed}`)
  const form = (
    <PlainForm
      action={actionOf[deed]}
      hidden={{ roundId: id, version }}
      submit={label}
      label={label}
      variant={onward.includes(deed) ? 'primary' : deed === 'discard' ? 'danger' : 'secondary'}
      className="max-w-2xl space-y-4"
    >
      {deed === 'send_back' && <TextAreaField name="why" rows={3} label={t('displacement.next.why')} maxLength={500} />}
      {deed === 'discard' && <p className="text-ink-soft">{t('displacement.next.discardText')}</p>}
    </PlainForm>
  )
  return onward.includes(deed) ? form : <Disclosure label={label}>{form}</Disclosure>
}

async function Correct({ page }: { page: RoundPage }) {
  const { t } = await getI18n()
  const { id, version } = page.round
  return (
    <Disclosure label={t('displacement.next.correct')}>
      <p className="mb-4 text-ink-soft">{t('displacement.next.correctText')}</p>
      <PlainForm
        action={actions.correctRound}
        hidden={{ roundId: id, version }}
        submit={t('displacement.next.correctSubmit')}
        className="max-w-2xl space-y-4"
      >
        <TextAreaField name="remark" rows={3} label={t('displacement.next.correctWhy')} maxLength={500} />
      </PlainForm>
    </Disclosure>
  )
}
