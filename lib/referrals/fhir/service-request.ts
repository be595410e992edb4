import { priorityOf, requestStatusOf } from './codes'
import type { Released } from './read'
import { concept, instant, type Resource, reference, systemOf, teamReference } from './words'

/** What is asked of a facility. The reason and the diagnosis stand in it only when they were released to this key. */
export function serviceRequestOf(referral: Released): Resource {
  const reasons = [referral.reason, referral.diagnosis].filter((text): text is string => text !== null)
  return {
    resourceType: 'ServiceRequest',
    id: referral.caseId,
    meta: { lastUpdated: instant(referral.statusAt) },
    identifier: [{ system: systemOf('referral'), value: referral.reference }],
    status: requestStatusOf(referral.status),
    intent: 'order',
    priority: priorityOf[referral.priority],
    code: concept('referral-service', referral.service),
    subject: reference('Patient', referral.personId),
    ...(referral.dueAt && { occurrencePeriod: { start: instant(referral.requestedAt), end: instant(referral.dueAt) } }),
    authoredOn: instant(referral.requestedAt),
    requester: teamReference(referral.team),
    performer: [reference('Organization', referral.facility.id, referral.facility.name.en)],
    locationReference: [reference('Location', referral.facility.id, referral.facility.name.en)],
    ...(reasons.length > 0 && { reasonCode: reasons.map((text) => ({ text })) }),
  }
}
