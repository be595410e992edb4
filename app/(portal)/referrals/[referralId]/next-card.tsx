import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { attemptsBeforeLost } from '@/lib/referrals/domain'
import { isOverdue } from '@/lib/referrals/machine'
import type { NextStep } from '@/lib/referrals/next-step'
import type { ReferralPage } from '@/lib/referrals/queries'
import { cancelReferral } from '../actions'
import { DeedForm } from './deed-form'

const reasons = ['person_declined', 'recovered', 'moved_away', 'mistake', 'other'] as const

type Props = { page: ReferralPage; step: NextStep; canRefer: boolean }

/** What is next, whether it is late, and the deeds that are the reader's. */
export async function NextCard({ page, step, canRefer }: Props) {
  const { t, format } = await getI18n()
  const { referral, facts } = page
  const ref = { caseId: referral.id, version: referral.version }
  const when = referral.appointmentAt ? format.dateTime(referral.appointmentAt) : '–'
  const again = `/referrals/new?person=${referral.personId}&again=${referral.id}&service=${referral.service}`
  if (step.status === 'over' && facts.next_id) return null
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('referrals.next.title')}
      </h2>
      <p className="mt-1">{t(`referrals.next.${step.status}`, { when, count: attemptsBeforeLost })}</p>
      {isOverdue(referral, new Date()) && referral.dueAt && (
        <div className="mt-4">
          <Notice tone="danger">{t('referrals.next.overdue', { when: format.relativeDay(referral.dueAt) })}</Notice>
        </div>
      )}
      {step.status === 'over' && canRefer && (
        <div className="mt-4">
          <LinkButton href={again}>{t('referrals.next.again')}</LinkButton>
        </div>
      )}
      {step.deeds.length > 0 && (
        <div className="mt-4 space-y-3">
          {step.deeds.map((deed, index) => (
            <DeedForm key={deed} deed={deed} {...ref} isFirst={index === 0} />
          ))}
          {step.status === 'draft' && (
            <LinkButton href={`/referrals/${referral.id}/edit`} variant="secondary">
              {t('referrals.next.edit')}
            </LinkButton>
          )}
        </div>
      )}
      {step.canCancel && (
        <div className="mt-3">
          <Disclosure label={t('referrals.next.deed.cancel')}>
            <PlainForm action={cancelReferral} hidden={ref} submit={t('referrals.next.deed.cancel')} variant="danger">
              <RadioField
                name="why"
                label={t('referrals.next.why')}
                choices={reasons.map((value) => ({ value, label: t(`referrals.cancelReason.${value}`) }))}
              />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </section>
  )
}
