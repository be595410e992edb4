import { fhirBase, type Resource } from './words'

const addressOf = ({ resourceType, id }: Resource) => `${fhirBase()}/${resourceType}/${id}`

/** One page of a search. It is not counted: a total of what a key may not read would say something of it. */
export function searchBundle(url: URL, resources: readonly Resource[], next: string | null) {
  const at = (after: string | null) => {
    const query = new URLSearchParams(url.searchParams)
    if (after) query.set('_after', after)
    const text = query.toString()
    return `${fhirBase()}${url.pathname.replace(/^\/api\/fhir/, '')}${text && `?${text}`}`
  }
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [{ relation: 'self', url: at(null) }, ...(next ? [{ relation: 'next', url: at(next) }] : [])],
    ...(resources.length > 0 && {
      entry: resources.map((resource) => ({
        fullUrl: addressOf(resource),
        resource,
        search: { mode: 'match' },
      })),
    }),
  }
}

/** A referral whole, to be kept by who receives it. */
export function collection(resources: readonly Resource[], now: Date) {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: now.toISOString(),
    entry: resources.map((resource) => ({ fullUrl: addressOf(resource), resource })),
  }
}
