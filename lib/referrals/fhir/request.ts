import { invalid, isProblem, named, notSupported, type Problem } from './outcome'
import { type ResourceType, resourceTypes } from './parameters'
import { parseSearch, type Search } from './search'

/** What is asked for, after everything odd was refused. */
export type FhirRequest =
  | { kind: 'metadata' }
  | { kind: 'read'; type: ResourceType; id: string }
  | { kind: 'everything'; type: ResourceType; id: string }
  | { kind: 'search'; type: ResourceType; search: Search }

const idShape = /^[A-Za-z0-9\-.]{1,64}$/
const longestAddress = 2000

/** The path's parts after `/api/fhir/`, decoded; null when they are no text. */
function partsOf(url: URL): string[] | null {
  try {
    const path = url.pathname.replace(/^\/api\/fhir\/?/, '').replace(/\/$/, '')
    return path === '' ? [] : path.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

/** Where a request belongs in the log: the resource asked for, never its text as sent. */
export function typeOf(url: URL): string {
  const [type] = partsOf(url) ?? []
  return resourceTypes.find((known) => known === type) ?? 'unknown'
}

function isJson(url: URL): boolean {
  const format = url.searchParams.get('_format')
  return (
    format === null || ['json', 'application/json', 'application/fhir+json', 'application/fhir json'].includes(format)
  )
}

/** Reads an address. Whatever is not understood is refused by name: a filter that is left out would show more than was asked. */
export function parseRequest(url: URL): FhirRequest | Problem {
  if (url.href.length > longestAddress) return invalid('The address is too long.')
  const parts = partsOf(url)
  if (!parts) return invalid('The address is not readable.')
  if (!isJson(url)) return { status: 406, code: 'not-supported', says: 'Only JSON is served: _format=json.' }
  const [first = '', id, last, ...more] = parts
  if (first === 'metadata' && id === undefined) return { kind: 'metadata' }
  const type = resourceTypes.find((known) => known === first)
  if (!type || more.length > 0) return notSupported('This server does not know that resource. See /api/fhir/metadata.')
  if (id === undefined) {
    const search = parseSearch(type, url.searchParams)
    return isProblem(search) ? search : { kind: 'search', type, search }
  }
  if (!idShape.test(id)) return invalid('That is no id.')
  const odd = [...url.searchParams.keys()].find((name) => name !== '_format')
  if (odd !== undefined) return invalid(`Unknown parameter: ${named(odd)}`)
  if (last === undefined) return { kind: 'read', type, id }
  if (last === '$everything' && type === 'ServiceRequest') return { kind: 'everything', type, id }
  return notSupported('This server does not know that operation.')
}
