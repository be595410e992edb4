import type { Actor } from '../../auth/actor'
import type { LoadedConcern } from './load'
import { canTriage, canWrite } from './policy'

/** The deeds that are offered in each state, the usual one first. A page's buttons; the machine decides. */
const offered = {
  raised: ['triage', 'start_triage'],
  triage: ['triage'],
  accepted: ['agree'],
  planned: ['resolve', 'agree'],
  in_progress: ['resolve', 'agree'],
  resolved: ['verify', 'reopen'],
  verified_by_forum: ['close'],
  reopened: ['agree'],
  closed: ['reopen'],
  duplicate: [],
  out_of_scope: [],
  referred_out: [],
} as const

export type ConcernStep = keyof typeof offered
export type OfferedDeed = (typeof offered)[ConcernStep][number]

const isStep = (status: string): status is ConcernStep => status in offered

/** What is next on a concern and which deeds are this actor's; null when there is nothing to say. */
export function nextStep(
  actor: Actor,
  concern: LoadedConcern,
): { status: ConcernStep; deeds: readonly OfferedDeed[] } | null {
  const { status } = concern
  if (!isStep(status)) return null
  const deeds = offered[status].filter((deed) =>
    deed === 'triage' ? canTriage(actor, concern) : canWrite(actor, concern),
  )
  return { status, deeds }
}
