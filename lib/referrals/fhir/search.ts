import { isId } from '../../ids'
import { requestStatuses, statusesBehind, taskStatuses } from './codes'
import { type DateBound, parseDateBound } from './dates'
import { invalid, isProblem, named, type Problem } from './outcome'
import { leadsTo, mostEntries, type ResourceType, searchParameters, usualEntries } from './parameters'
import { systemOf } from './words'

/** A search, understood. A list that is there and empty finds nothing. */
export type Search = {
  count: number
  /** The last id of the page before. */
  after: string | null
  ids?: string[]
  patientIds?: string[]
  facilityIds?: string[]
  /** Our own states. */
  statuses?: string[]
  references?: string[]
  url?: string
  authored: DateBound[]
  updated: DateBound[]
}

const longestValue = 200
const most = 50
// Control characters, and what stands for bytes that are no text.
const oddText = /[\p{Cc}\p{Cf}\uFFFD]/u

const many = (value: string) => [...new Set(value.split(','))].slice(0, most + 1)

/** The ids of references such as `Patient/…`, or of ids alone. */
function idsOf(name: string, value: string): string[] | Problem {
  const ids: string[] = []
  for (const one of many(value)) {
    const [type, id, ...more] = one.includes('/') ? one.split('/') : [null, one]
    if (more.length > 0 || (type && !(leadsTo[name] ?? []).some((known) => known === type)) || !isFhirId(id))
      return invalid(`${name} is no reference that this server can follow.`)
    ids.push(id)
  }
  return ids.filter(isId)
}

/** Two parameters about the same id both hold. */
const both = (before: string[] | undefined, ids: string[]) => (before ? ids.filter((id) => before.includes(id)) : ids)

const isFhirId = (text: string | null | undefined): text is string => /^[A-Za-z0-9\-.]{1,64}$/.test(text ?? '')

function statusesOf(type: ResourceType, value: string): string[] | Problem {
  const words = many(value)
  const known: readonly string[] =
    type === 'Task' ? taskStatuses : type === 'Consent' ? ['active', 'inactive'] : requestStatuses
  const odd = words.find((word) => !known.includes(word))
  if (odd !== undefined) return invalid(`status knows: ${known.join(', ')}.`)
  // Only consents that are in force open anything.
  if (type === 'Consent') return words.includes('active') ? [] : ['none']
  return statusesBehind(type === 'Task' ? 'task' : 'request', words)
}

function apply(search: Search, type: ResourceType, name: string, value: string): Problem | null {
  if (name === '_count') {
    if (!/^[1-9]\d{0,5}$/.test(value)) return invalid('_count is a whole number from 1 on.')
    search.count = Math.min(Number(value), mostEntries)
    return null
  }
  if (name === '_after') {
    if (!isId(value)) return invalid('_after comes from the link "next" of the page before.')
    search.after = value
    return null
  }
  switch (searchParameters[type][name]) {
    case 'date': {
      const bound = parseDateBound(value)
      if (!bound) return invalid(`${named(name)} is a date such as 2026-11-26 or ge2026-11.`)
      search[name.startsWith('authored') ? 'authored' : 'updated'].push(bound)
      return null
    }
    case 'reference': {
      const ids = idsOf(name, value)
      if (isProblem(ids)) return ids
      if (name === 'patient' || name === 'subject') search.patientIds = ids
      else if (name === 'focus' || name === 'target') search.ids = both(search.ids, ids)
      else search.facilityIds = ids
      return null
    }
    case 'uri':
      search.url = value
      return null
    default:
      break
  }
  if (name === 'status') {
    const statuses = statusesOf(type, value)
    if (isProblem(statuses)) return statuses
    if (type !== 'Consent' || statuses.length > 0) search.statuses = statuses
    return null
  }
  if (name === 'identifier') {
    search.references = many(value).map((one) => one.replace(`${systemOf('referral')}|`, ''))
    return null
  }
  const ids = many(value)
  if (!ids.every(isFhirId)) return invalid('_id is an id, or several with commas.')
  search.ids = both(search.ids, type === 'CodeSystem' ? ids : ids.filter(isId))
  return null
}

/** Reads the parameters of a search, strictly: an unknown or twice-said one is refused by its name. */
export function parseSearch(type: ResourceType, parameters: URLSearchParams): Search | Problem {
  const search: Search = { count: usualEntries, after: null, authored: [], updated: [] }
  const seen = new Map<string, number>()
  for (const [name, value] of parameters) {
    if (name === '_format') continue
    const kind = searchParameters[type][name]
    if (!Object.hasOwn(searchParameters[type], name) && name !== '_count' && name !== '_after')
      return invalid(`Unknown parameter: ${named(name)}`)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    if (times > (kind === 'date' ? 2 : 1)) return invalid(`${named(name)} is said too often.`)
    if (value === '' || value.length > (name === '_id' ? 2000 : longestValue) || oddText.test(value))
      return invalid(`${named(name)} has no value that can be read.`)
    if (many(value).length > most) return invalid(`${named(name)} names too many.`)
    const problem = apply(search, type, name, value)
    if (problem) return problem
  }
  if (seen.has('patient') && seen.has('subject')) return invalid('patient and subject are the same: send one.')
  return search
}
