import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import type { Action } from '@/lib/commands/result'
import { baghdadDay } from '@/lib/format'
import { answerDays, levelAbove } from '@/lib/forums/actions/domain'
import type { ActionDeed } from '@/lib/forums/actions/machine'
import type { ActionPage } from '@/lib/forums/actions/queries'
import * as actions from '../actions'

export type OfferedDeed = ActionDeed | 'escalate' | 'answer'

const actionOf: Record<OfferedDeed, Action<{ actionId: string }>> = {
  start: actions.startAction,
  block: actions.blockAction,
  unblock: actions.unblockAction,
  finish: actions.finishAction,
  verify: actions.verifyAction,
  send_back: actions.sendBackAction,
  cancel: actions.cancelAction,
  escalate: actions.escalateAction,
  answer: actions.answerEscalation,
}

const reasonOf: Partial<Record<OfferedDeed, string>> = {
  block: 'blockedBecause',
  send_back: 'reason',
  cancel: 'reason',
  escalate: 'reason',
}

type Props = { deed: OfferedDeed; page: ActionPage; isFirst: boolean }

/** One deed of the state an action is in: a button where nothing more is to be said, a small form otherwise. */
export async function DeedForm({ deed, page, isFirst }: Props) {
  const { t, format } = await getI18n()
  const { action, sessions } = page
  const label = t(`concerns.actions.next.deed.${deed}`)
  const reason = reasonOf[deed]
  const above = levelAbove(action.level)
  if (deed === 'verify' && sessions.length === 0) return <p className="text-ink-soft">{t('concerns.next.noSession')}</p>
  const variant = deed === 'cancel' ? 'danger' : isFirst ? 'primary' : 'secondary'
  const form = (
    <PlainForm
      action={actionOf[deed]}
      hidden={{ actionId: action.id, version: action.version }}
      submit={label}
      label={label}
      variant={variant}
      className="space-y-5"
    >
      {deed === 'escalate' && above && (
        <p>
          {t('concerns.actions.next.toLevel', {
            level: t(`concerns.actions.level.${above}`),
            days: String(answerDays[above]),
          })}
        </p>
      )}
      {reason && <TextAreaField name={reason} rows={2} maxLength={500} label={t('concerns.actions.next.reason')} />}
      {deed === 'answer' && <TextAreaField name="answer" maxLength={2000} label={t('concerns.actions.page.answer')} />}
      {deed === 'finish' && (
        <>
          <DateField name="doneOn" label={t('concerns.actions.page.doneOn')} defaultValue={baghdadDay(new Date())} />
          <TextAreaField name="evidence" maxLength={2000} label={t('concerns.actions.page.evidence')} />
        </>
      )}
      {deed === 'verify' && (
        <SelectField
          name="sessionId"
          label={t('concerns.next.session')}
          defaultValue={sessions[0]?.id}
          choices={sessions.map((session) => ({ value: session.id, label: format.date(session.held_on) }))}
        />
      )}
    </PlainForm>
  )
  return deed === 'start' || deed === 'unblock' ? form : <Disclosure label={label}>{form}</Disclosure>
}
