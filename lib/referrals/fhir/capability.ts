import { resourceTypes, searchParameters } from './parameters'
import { fhirBase } from './words'

/** What this server can do; says nothing of anyone, so it is open to all. */
export function capabilityStatement() {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-26',
    kind: 'instance',
    software: { name: 'Sanad' },
    implementation: { description: 'Health referrals, read-only, as far as consent goes', url: fhirBase() },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        security: { description: 'Authorization: Bearer <key>. A key reaches the referrals to its facilities.' },
        resource: resourceTypes.map((type) => ({
          type,
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: Object.entries(searchParameters[type]).map(([name, kind]) => ({ name, type: kind })),
          ...(type === 'ServiceRequest' && {
            operation: [{ name: 'everything', definition: `${fhirBase()}/OperationDefinition/referral-everything` }],
          }),
        })),
      },
    ],
  }
}
