import type { Released } from './read'
import { coded, concept, instant, type Resource, reference, teamReference } from './words'

const part = (code: string) => coded('http://terminology.hl7.org/CodeSystem/provenance-participant-type', code)

/** Where a referral's facts come from: our team that wrote it and, once it answered, the facility. No one's name. */
export function provenanceOf(referral: Released): Resource {
  return {
    resourceType: 'Provenance',
    id: referral.caseId,
    target: [reference('ServiceRequest', referral.caseId), reference('Task', referral.caseId)],
    occurredDateTime: instant(referral.requestedAt),
    recorded: instant(referral.statusAt),
    activity: concept('referral-status', referral.status),
    agent: [
      { type: part('author'), who: teamReference(referral.team) },
      ...(referral.receivedAt
        ? [{ type: part('performer'), who: reference('Organization', referral.facility.id, referral.facility.name.en) }]
        : []),
    ],
    ...(referral.consent && { entity: [{ role: 'source', what: reference('Consent', referral.consent.id) }] }),
  }
}
