import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { attemptKinds, attemptResults } from '@/lib/referrals/domain'
import type { ReferralPage } from '@/lib/referrals/queries'
import { recordAttempt } from '../actions'

/** How someone who did not come was looked for; shown once somebody had to. */
export async function AttemptsSection({ page, canRecord }: { page: ReferralPage; canRecord: boolean }) {
  const { t, format } = await getI18n()
  const { referral, attempts } = page
  const isMissing = referral.status === 'no_show'
  if (!isMissing && attempts.length === 0) return null
  return (
    <Section id="attempts" title={t('referrals.attempts.title')}>
      {attempts.length === 0 && <p className="mb-4 text-ink-soft">{t('referrals.attempts.none')}</p>}
      <ul className="mb-4 divide-y divide-line">
        {attempts.map((attempt) => {
          const kind = attemptKinds.find((value) => value === attempt.kind)
          const result = attemptResults.find((value) => value === attempt.result)
          return (
            <li key={attempt.id} className="py-2.5">
              <p className="font-medium">
                {kind && t(`referrals.attemptKind.${kind}`)} · {result && t(`referrals.attemptResult.${result}`)}
              </p>
              <p className="text-sm text-ink-soft">
                <Bdi>{attempt.by}</Bdi> · {format.dateTime(attempt.at)}
              </p>
              {attempt.remark && <p dir="auto">{attempt.remark}</p>}
            </li>
          )
        })}
      </ul>
      {isMissing && canRecord && (
        <Disclosure label={t('referrals.attempts.add')}>
          <PlainForm
            action={recordAttempt}
            hidden={{ caseId: referral.id, version: referral.version }}
            submit={t('referrals.attempts.add')}
            variant="secondary"
          >
            <RadioField
              name="kind"
              inline
              label={t('referrals.attempts.kind')}
              choices={attemptKinds.map((value) => ({ value, label: t(`referrals.attemptKind.${value}`) }))}
            />
            <RadioField
              name="result"
              inline
              label={t('referrals.attempts.result')}
              choices={attemptResults.map((value) => ({ value, label: t(`referrals.attemptResult.${value}`) }))}
            />
            <TextField
              name="remark"
              optional
              label={t('referrals.attempts.remark')}
              hint={t('referrals.attempts.remarkHint')}
              maxLength={300}
            />
          </PlainForm>
        </Disclosure>
      )}
    </Section>
  )
}
