import type { Actor } from '../../auth/actor'
import type { Refusal } from '../../commands/result'

/** The word of a scope among the messages. */
export const scopeWords = { 'fhir.read': 'read', 'fhir.clinical': 'clinical' } as const

/** How a key stands. Only one in force opens anything. */
export type KeyState = 'waiting' | 'in_force' | 'expired' | 'revoked'

type Dates = { approvedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

export function keyState({ approvedAt, revokedAt, expiresAt }: Dates, now: Date): KeyState {
  if (revokedAt) return 'revoked'
  if (expiresAt <= now) return 'expired'
  return approvedAt ? 'in_force' : 'waiting'
}

/** Why this admin cannot agree to a key. The database refuses the same (api_key_rules). */
export function whyNotAgree(actor: Actor, key: Dates & { createdBy: string }, now: Date): Refusal[] {
  const state = keyState(key, now)
  if (state !== 'waiting') return [{ key: `apiKeys.refused.${state}` }]
  return key.createdBy === actor.userId ? [{ key: 'apiKeys.refused.own' }] : []
}
