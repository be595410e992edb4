/** Which resources are served, and by what each is searched. The reader of requests and the CapabilityStatement read this. Pure. */
export const resourceTypes = [
  'ServiceRequest',
  'Task',
  'Patient',
  'Organization',
  'Location',
  'Consent',
  'Provenance',
  'CodeSystem',
] as const
export type ResourceType = (typeof resourceTypes)[number]

type Kind = 'token' | 'reference' | 'date' | 'uri'

const person = { patient: 'reference', subject: 'reference' } as const

/** Names that FHIR R4 gives, by resource, and their kind. */
export const searchParameters: Record<ResourceType, Readonly<Partial<Record<string, Kind>>>> = {
  ServiceRequest: {
    _id: 'token',
    identifier: 'token',
    ...person,
    status: 'token',
    authored: 'date',
    performer: 'reference',
    _lastUpdated: 'date',
  },
  Task: {
    _id: 'token',
    ...person,
    status: 'token',
    'authored-on': 'date',
    modified: 'date',
    owner: 'reference',
    focus: 'reference',
    _lastUpdated: 'date',
  },
  Patient: { _id: 'token' },
  Organization: { _id: 'token' },
  Location: { _id: 'token', organization: 'reference' },
  Consent: { _id: 'token', patient: 'reference', status: 'token' },
  Provenance: { _id: 'token', patient: 'reference', target: 'reference', _lastUpdated: 'date' },
  CodeSystem: { _id: 'token', url: 'uri' },
}

/** What a reference may lead to; others are refused rather than found empty. */
export const leadsTo: Record<string, readonly ResourceType[]> = {
  patient: ['Patient'],
  subject: ['Patient'],
  performer: ['Organization'],
  owner: ['Organization'],
  organization: ['Organization'],
  focus: ['ServiceRequest'],
  target: ['ServiceRequest', 'Task'],
}

/** So many entries at most on one page, and when nothing is said. */
export const mostEntries = 50
export const usualEntries = 20
