import type { Released } from './read'
import { coded, concept, type Resource, reference, teamReference } from './words'

const act = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'

/** The consent that a referral stands on: who may be told which fields, for what, until when. One that ended is not shown. */
export function consentOf({ consent, ...referral }: Released): Resource | null {
  if (!consent) return null
  return {
    resourceType: 'Consent',
    id: consent.id,
    status: 'active',
    scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    category: [coded('http://loinc.org', '59284-0')],
    patient: reference('Patient', referral.personId),
    dateTime: consent.givenOn,
    organization: [teamReference(referral.team)],
    policyRule: coded(act, 'OPTIN'),
    provision: {
      type: 'permit',
      period: { start: consent.givenOn, end: consent.expiresOn },
      actor: [
        {
          role: coded('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', 'IRCP'),
          reference: reference('Organization', referral.facility.id, referral.facility.name.en),
        },
      ],
      purpose: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'TREAT' }],
      code: referral.fields.map((field) => concept('released-field', field)),
    },
  }
}
