import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { ItemPage } from '@/lib/grants/committee/item-query'
import { fewestScores, outcomes } from '@/lib/grants/committee/score'
import { recordOutcome } from '../../actions'
import { LineField } from '../../line-field'

/** The supervisor records what the committee said, and names the line that pays. */
export async function OutcomeSection({ page }: { page: ItemPage }) {
  const { t } = await getI18n()
  const { item, grant, lines, progress } = page
  const scored = progress?.scored ?? 0
  if (scored < fewestScores) {
    return <Notice>{t('committee.item.needThree', { scored })}</Notice>
  }
  return (
    <Section title={t('committee.item.outcomeTitle')}>
      <PlainForm
        action={recordOutcome}
        hidden={{ caseId: grant.id, version: grant.version, itemId: item.id }}
        submit={t('committee.item.outcomeDeed')}
      >
        <RadioField
          name="outcome"
          label={t('committee.item.outcome')}
          choices={outcomes.map((value) => ({ value, label: t(`committee.outcome.${value}`) }))}
        />
        <LineField lines={lines} currency={grant.currency} value={item.lineId} optional />
        <TextAreaField name="reason" rows={3} label={t('committee.item.outcomeReason')} />
      </PlainForm>
    </Section>
  )
}
