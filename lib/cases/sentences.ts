import { isolated } from '../i18n/isolated'
import type { Translator } from '../i18n/translator'
import { translateRefusal } from '../i18n/translator'
import type { TimelineEvent } from './timeline-query'

type Words = {
  t: Translator
  /** A day in the reader's language. */
  day: (iso: string) => string
  /** The name of a status in the case's programme. */
  status: (status: string) => string
  /** Where the sentence of a deed stands, such as `grants.timeline.submit`. */
  deed: (deed: string) => string
}

/** What happened, as a sentence; the programme gives the words of its own statuses and deeds. */
export function sentenceOf(event: TimelineEvent, { t, day, status, deed }: Words): string {
  const isFacility = event.kind === 'moved' && event.data.source === 'facility_page'
  const actor = event.actor
    ? isolated(event.actor)
    : t(isFacility ? 'cases.timeline.facility' : 'cases.timeline.system')
  switch (event.kind) {
    case 'moved':
      return translateRefusal(t, { key: deed(event.data.deed), params: { actor, to: status(event.to ?? '') } })
    case 'assigned':
      return t('cases.timeline.assigned', {
        actor,
        caseworker: isolated(event.data.caseworker ?? '–'),
        team: event.data.team,
      })
    case 'transfer_offered':
      return t('cases.timeline.transfer_offered', { actor, to: isolated(event.data.to) })
    case 'transfer_answered':
      return t(event.data.accepted ? 'cases.timeline.transfer_accepted' : 'cases.timeline.transfer_declined', { actor })
    case 'task_added':
      return t('cases.timeline.task_added', {
        actor,
        assignee: isolated(event.data.assignee),
        title: isolated(event.data.title),
        dueOn: day(event.data.dueOn),
      })
    case 'task_done':
      return t('cases.timeline.task_done', { actor, title: isolated(event.data.title) })
    case 'tranche_moved':
      return t('cases.timeline.tranche_moved', {
        actor,
        number: String(event.data.number),
        status: translateRefusal(t, { key: `payments.status.${event.data.status}` }),
      })
    case 'visit_recorded':
      return t('cases.timeline.visit_recorded', { actor, month: event.data.month })
    case 'escalated':
      return t('cases.timeline.escalated', { hours: event.data.hours })
    case 'document_added':
      return t('cases.timeline.document_added', { actor, fileName: isolated(event.data.fileName) })
    case 'document_removed':
      return t('cases.timeline.document_removed', { actor, fileName: isolated(event.data.fileName) })
    default:
      return t(`cases.timeline.${event.kind}`, { actor })
  }
}

/** The reason that was given with it, if any. */
export function detailOf(event: TimelineEvent): string | undefined {
  return 'reason' in event.data ? event.data.reason : undefined
}
