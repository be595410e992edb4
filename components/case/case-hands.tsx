import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { type ChoiceGroup, SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { TransferRow } from '@/lib/cases/timeline-query'
import type { Action } from '@/lib/commands/result'

type Props = {
  caseId: string
  version: number
  seats: readonly ChoiceGroup[]
  /** The seats of the actor's own teams: a supervisor gives a case within them, beyond them it is offered. */
  ownSeats: readonly ChoiceGroup[]
  /** Null when the actor may not. */
  assign: Action | null
  offer: Action | null
}

/** Whose case it is, and how it changes hands. */
export async function CaseHands({ caseId, version, seats, ownSeats, assign, offer }: Props) {
  const { t } = await getI18n()
  if (!assign && !offer) return null
  return (
    <Disclosure label={t('cases.hands.open')}>
      <div className="space-y-8">
        {assign && (
          <PlainForm
            action={assign}
            hidden={{ caseId, version }}
            submit={t('cases.hands.assignDeed')}
            variant="secondary"
          >
            <h3 className="font-semibold">{t('cases.hands.assign')}</h3>
            <p className="text-ink-soft">{t('cases.hands.assignText')}</p>
            <SelectField name="to" label={t('cases.hands.to')} choices={ownSeats} />
          </PlainForm>
        )}
        {offer && (
          <PlainForm
            action={offer}
            hidden={{ caseId, version }}
            submit={t('cases.hands.offerDeed')}
            variant="secondary"
          >
            <h3 className="font-semibold">{t('cases.hands.offer')}</h3>
            <p className="text-ink-soft">{t('cases.hands.offerText')}</p>
            <SelectField name="to" label={t('cases.hands.to')} choices={seats} />
            <TextAreaField name="reason" rows={2} label={t('cases.hands.reason')} />
          </PlainForm>
        )}
      </div>
    </Disclosure>
  )
}

/** The offer that waits, and for the one asked the way to answer it. */
export async function PendingTransfer({
  caseId,
  transfer,
  answer,
}: {
  caseId: string
  transfer: TransferRow
  answer: Action | null
}) {
  const { t } = await getI18n()
  return (
    <div className="mb-6">
      <Notice tone="info" title={t('cases.hands.pending', { by: transfer.requestedBy, to: transfer.to })}>
        <p dir="auto" className="mb-4 whitespace-pre-line">
          {transfer.reason}
        </p>
        {answer && (
          <div className="flex flex-wrap items-start gap-6">
            <PlainForm
              action={answer}
              hidden={{ caseId, answer: 'accept' }}
              submit={t('cases.hands.accept')}
              className=""
            />
            <Disclosure label={t('cases.hands.decline')}>
              <PlainForm
                action={answer}
                hidden={{ caseId, answer: 'decline' }}
                submit={t('cases.hands.decline')}
                variant="secondary"
              >
                <TextAreaField name="reason" rows={2} label={t('cases.hands.declineReason')} />
              </PlainForm>
            </Disclosure>
          </div>
        )}
      </Notice>
    </div>
  )
}
