import type { Tx } from '../../../db/client'
import type { ApiKey } from '../../auth/api-key'
import { isId } from '../../ids'
import { codeSystems } from './code-system'
import { consentOf } from './consent'
import { disclose } from './disclose'
import { locationOf, organizationOf } from './facility'
import type { ResourceType } from './parameters'
import { patientOf, releasedTogether } from './patient'
import { provenanceOf } from './provenance'
import { type Released, readIds, readReferrals } from './read'
import { readFacilities } from './read-facilities'
import type { Search } from './search'
import { serviceRequestOf } from './service-request'
import { taskOf } from './task'
import type { Resource } from './words'

export type Found = { resources: Resource[]; next: string | null }

/** So many referrals of one page's people or consents are looked at. */
const mostBehind = 500

/** Cuts the one too many off a page; it says that there is another. */
function pageOf<T>(found: readonly T[], count: number, idOf: (one: T) => string) {
  const kept = found.slice(0, count)
  const last = kept.at(-1)
  return { kept, next: found.length > count && last !== undefined ? idOf(last) : null }
}

const mappers: Partial<Record<ResourceType, (referral: Released) => Resource>> = {
  ServiceRequest: serviceRequestOf,
  Task: taskOf,
  Provenance: provenanceOf,
}

/** People or consents: one page of ids, then the referrals that open them. */
async function findBehind(tx: Tx, key: ApiKey, type: 'Patient' | 'Consent', search: Search): Promise<Found> {
  const keyed = type === 'Patient' ? 'person_id' : 'consent_id'
  const { kept, next } = pageOf(await readIds(tx, key, search, keyed, search.count + 1), search.count, (id) => id)
  if (kept.length === 0) return { resources: [], next: null }
  const behind = { ...search, ids: kept, after: null }
  const referrals = await disclose(tx, key, await readReferrals(tx, key, behind, keyed, mostBehind))
  const resources = kept.flatMap((id) => {
    const of = referrals.filter((one) => (type === 'Patient' ? one.personId : one.consent?.id) === id)
    if (!of[0]) return []
    return type === 'Patient' ? [patientOf(id, releasedTogether(of))] : (consentOf(of[0]) ?? [])
  })
  return { resources, next }
}

/** The resources of a search that this key reaches; what they tell of people is entered as disclosed. */
export async function findResources(tx: Tx, key: ApiKey, type: ResourceType, search: Search): Promise<Found> {
  if (type === 'CodeSystem') return { resources: codeSystems(search), next: null }
  if (type === 'Organization' || type === 'Location') {
    const ids =
      search.facilityIds && search.ids
        ? search.ids.filter((id) => search.facilityIds?.includes(id))
        : (search.ids ?? search.facilityIds)
    const rows = await readFacilities(tx, key, { ids, after: search.after, limit: search.count + 1 })
    const { kept, next } = pageOf(rows, search.count, (row) => row.id)
    return { resources: kept.map(type === 'Location' ? locationOf : organizationOf), next }
  }
  const map = mappers[type]
  if (!map) return findBehind(tx, key, type === 'Patient' ? 'Patient' : 'Consent', search)
  const { kept, next } = pageOf(
    await readReferrals(tx, key, search, 'case_id', search.count + 1),
    search.count,
    (row) => row.caseId,
  )
  return { resources: (await disclose(tx, key, kept)).map(map), next }
}

const exactly = (ids: string[]): Search => ({ count: 1, after: null, ids, authored: [], updated: [] })

/** One resource by its id; null when there is none for this key. */
export async function findResource(tx: Tx, key: ApiKey, type: ResourceType, id: string): Promise<Resource | null> {
  if (type !== 'CodeSystem' && !isId(id)) return null
  return (await findResources(tx, key, type, exactly([id]))).resources[0] ?? null
}

/** A referral with all that belongs to it, of the person only what this one referral releases; null when out of reach. */
export async function findEverything(tx: Tx, key: ApiKey, caseId: string): Promise<Resource[] | null> {
  if (!isId(caseId)) return null
  const [referral] = await disclose(tx, key, await readReferrals(tx, key, exactly([caseId]), 'case_id', 1))
  if (!referral) return null
  const [facility] = await readFacilities(tx, key, { ids: [referral.facility.id], after: null, limit: 1 })
  return [
    serviceRequestOf(referral),
    taskOf(referral),
    patientOf(referral.personId, referral),
    ...(facility ? [organizationOf(facility), locationOf(facility)] : []),
    ...[consentOf(referral)].filter((one): one is Resource => one !== null),
    provenanceOf(referral),
  ]
}
