import { detailOf as said } from '@/lib/cases/sentences'
import type { TimelineEvent } from '@/lib/cases/timeline-query'
import { type Translator, translateRefusal } from '@/lib/i18n/translator'
import { answerSources } from '@/lib/referrals/domain'

const listOf: Record<string, string> = {
  reject: 'rejectReason',
  complete: 'outcome',
  record_feedback: 'helped',
  cancel: 'cancelReason',
}

/** What else is known of a step: the word that was chosen, and how we know. */
export function detailOf(t: Translator, event: TimelineEvent): string | undefined {
  if (event.kind !== 'moved') return said(event)
  const { deed, outcome, source } = event.data
  const list = listOf[deed]
  const known = answerSources.find((one) => one === source)
  const parts = [
    outcome && list && translateRefusal(t, { key: `referrals.${list}.${outcome}` }),
    known && t(`referrals.source.${known}`),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : undefined
}
