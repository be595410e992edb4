import { priorityOf, taskStatusOf } from './codes'
import type { Released } from './read'
import { concept, instant, type Resource, reference, teamReference } from './words'

/** How far a referral has come. Our own state stands beside FHIR's, which has fewer words. */
export function taskOf(referral: Released): Resource {
  const { attendedAt, completedAt } = referral
  return {
    resourceType: 'Task',
    id: referral.caseId,
    meta: { lastUpdated: instant(referral.statusAt) },
    status: taskStatusOf(referral.status),
    ...(referral.rejectReason && { statusReason: concept('reject-reason', referral.rejectReason) }),
    businessStatus: concept('referral-status', referral.status),
    intent: 'order',
    priority: priorityOf[referral.priority],
    focus: reference('ServiceRequest', referral.caseId),
    for: reference('Patient', referral.personId),
    ...(attendedAt && { executionPeriod: { start: instant(attendedAt), end: instant(completedAt) } }),
    authoredOn: instant(referral.requestedAt),
    lastModified: instant(referral.statusAt),
    requester: teamReference(referral.team),
    owner: reference('Organization', referral.facility.id, referral.facility.name.en),
    restriction: { period: { start: instant(referral.requestedAt), end: instant(referral.dueAt) } },
    ...(referral.outcome && {
      output: [{ type: { text: 'outcome' }, valueCodeableConcept: concept('referral-outcome', referral.outcome) }],
    }),
  }
}
