import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { Actor } from '@/lib/auth/actor'
import type { ItemPage } from '@/lib/grants/committee/item-query'
import { whyCannotScore } from '@/lib/grants/committee/policy'
import { criteria } from '@/lib/grants/committee/score'
import { translateRefusal } from '@/lib/i18n/translator'
import { declareConflict, scoreApplication } from '../../actions'

const points = ['0', '1', '2', '3', '4', '5']

/** What is this member's to say: first whether they are in conflict, then their score; or why they do not score. */
export async function MemberSection({ actor, page }: { actor: Actor; page: ItemPage }) {
  const { t } = await getI18n()
  const { item, grant } = page
  const own = page.declarations.find((one) => one.userId === actor.userId)
  const isMember = page.members.some((one) => one.id === actor.userId)
  const hasScored = page.scores.some((one) => one.userId === actor.userId)
  const isRecorded = item.outcome !== null || item.state !== 'open'
  if (!isMember || hasScored || isRecorded) return null
  const reasons = whyCannotScore(actor, { grant, isMember, isRecorded, declaration: own ?? null, hasScored })
  if (reasons.length > 0) {
    return (
      <Notice tone="neutral" title={t('committee.item.whyNot')}>
        <ul className="list-disc ps-5">
          {reasons.map((reason) => (
            <li key={reason.key}>{translateRefusal(t, reason)}</li>
          ))}
        </ul>
      </Notice>
    )
  }
  if (!own) {
    return (
      <Section title={t('committee.item.declareTitle')}>
        <PlainForm action={declareConflict} hidden={{ itemId: item.id }} submit={t('committee.item.declareDeed')}>
          <p className="text-ink-soft">{t('committee.item.declareText')}</p>
          <RadioField
            name="conflict"
            label={t('committee.item.conflict')}
            choices={[
              { value: 'no', label: t('committee.item.no') },
              { value: 'yes', label: t('committee.item.yes') },
            ]}
          />
          <TextAreaField
            name="reason"
            rows={2}
            optional
            label={t('committee.item.reason')}
            hint={t('committee.item.reasonHint')}
          />
        </PlainForm>
      </Section>
    )
  }
  return (
    <Section title={t('committee.item.scoreTitle')}>
      <PlainForm
        action={scoreApplication}
        hidden={{ itemId: item.id }}
        submit={t('committee.item.scoreDeed')}
        draft={{ key: `score-${item.id}`, secret: actor.draftKey }}
      >
        <p className="text-ink-soft">{t('committee.item.scoreText')}</p>
        {criteria.map((one) => (
          <RadioField
            key={one}
            name={one}
            scale
            label={t(`committee.criteria.${one}`)}
            choices={points.map((value) => ({ value, label: value }))}
          />
        ))}
        <TextAreaField name="remark" rows={2} optional label={t('committee.item.remark')} />
      </PlainForm>
    </Section>
  )
}
