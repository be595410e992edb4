import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { Disclosure } from '@/components/ui/disclosure'
import type { Action } from '@/lib/commands/result'
import { answerSources, helpedAnswers, outcomes, rejectReasons } from '@/lib/referrals/domain'
import type { OfferedDeed } from '@/lib/referrals/next-step'
import * as actions from '../actions'

const actionOf: Record<OfferedDeed, Action<{ caseId: string }>> = {
  send: actions.sendReferral,
  receive: actions.recordReceived,
  accept: actions.recordAccepted,
  reject: actions.recordRejected,
  set_appointment: actions.recordAppointment,
  attend: actions.recordAttended,
  miss: actions.recordMissed,
  lose: actions.recordLost,
  start: actions.recordStarted,
  hold: actions.recordHeld,
  resume: actions.recordResumed,
  complete: actions.recordOutcome,
  fail: actions.recordFailed,
  record_feedback: actions.recordFeedback,
  close: actions.closeReferral,
}
/** Ours alone: no one else tells us. */
const ours: readonly OfferedDeed[] = ['send', 'lose', 'record_feedback', 'close']
const told = answerSources.filter((source) => source !== 'facility_page')

type Props = { deed: OfferedDeed; caseId: string; version: number; isFirst: boolean }

/** One deed of the state a referral is in: a button where nothing more is to be said, a small form otherwise. */
export async function DeedForm({ deed, caseId, version, isFirst }: Props) {
  const { t } = await getI18n()
  const label = t(`referrals.next.deed.${deed}`)
  const form = (
    <PlainForm
      action={actionOf[deed]}
      hidden={{ caseId, version }}
      submit={label}
      label={label}
      variant={isFirst ? 'primary' : 'secondary'}
      className="space-y-5"
    >
      {deed === 'reject' && (
        <RadioField
          name="rejectReason"
          inline
          label={t('referrals.next.rejectReason')}
          choices={rejectReasons.map((value) => ({ value, label: t(`referrals.rejectReason.${value}`) }))}
        />
      )}
      {deed === 'set_appointment' && (
        <>
          <DateField name="on" label={t('referrals.next.on')} />
          <TextField
            name="at"
            width="short"
            dir="ltr"
            label={t('referrals.next.at')}
            hint={t('referrals.next.atHint')}
          />
        </>
      )}
      {deed === 'complete' && (
        <RadioField
          name="outcome"
          inline
          label={t('referrals.next.outcome')}
          choices={outcomes.map((value) => ({ value, label: t(`referrals.outcome.${value}`) }))}
        />
      )}
      {deed === 'record_feedback' && (
        <>
          <RadioField
            name="helped"
            inline
            label={t('referrals.next.helped')}
            choices={helpedAnswers.map((value) => ({ value, label: t(`referrals.helped.${value}`) }))}
          />
          <RadioField
            name="satisfaction"
            inline
            optional
            label={t('referrals.next.satisfaction')}
            choices={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
          />
        </>
      )}
      {!ours.includes(deed) && (
        <RadioField
          name="source"
          inline
          label={t('referrals.next.source')}
          defaultValue="phone"
          choices={told.map((value) => ({ value, label: t(`referrals.source.${value}`) }))}
        />
      )}
    </PlainForm>
  )
  const isPlain = deed === 'send' || deed === 'close' || deed === 'lose'
  return isPlain ? form : <Disclosure label={label}>{form}</Disclosure>
}
