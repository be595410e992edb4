import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Tx } from '../../db/client'
import type { Named } from '../i18n/in-locale'
import { hashToken, newToken } from './token'

/** What a key may read: referrals as far as consent goes, and of these also the medical facts. */
export const apiScopes = ['fhir.read', 'fhir.clinical'] as const

declare const brand: unique symbol

/** A key that was just proven. Only `openKey` can make one, so that what asks for it cannot be called with an id. */
export type ApiKey = {
  readonly [brand]: true
  id: string
  recipient: Named
  isClinical: boolean
  /** Its last day in Iraq. */
  untilOn: string
}

const shape = /^sanad_[A-Za-z0-9_-]{43}$/

/** A new secret of 256 random bits, and what is kept of it: its hash, and the letters that keys are told apart by. */
export function newApiSecret(): { secret: string; keyHash: string; prefix: string } {
  const secret = `sanad_${newToken()}`
  return { secret, keyHash: hashToken(secret), prefix: secret.slice(0, 10) }
}

/** The secret of `Authorization: Bearer …`; null when there is none, or one that we never made. */
export function bearerOf(header: string | null): string | null {
  const [scheme = '', secret = '', ...more] = (header ?? '').split(' ')
  return scheme.toLowerCase() === 'bearer' && more.length === 0 && shape.test(secret) ? secret : null
}

const rowSchema = z.object({
  id: z.string(),
  en: z.string(),
  ar: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  until: z.string(),
})

/**
 * The key of a secret: agreed to by a second admin, not run out, not revoked. Found by its hash, so that the time it takes
 * tells nothing of the secret. Null for any other. Held until the transaction ends: who revokes it waits, and then ends what
 * was entered here as disclosed.
 */
export async function openKey(tx: Tx, secret: string): Promise<ApiKey | null> {
  const rows = await tx.execute(sql`
    select id, recipient_en as en, recipient_ar as ar, scopes, (expires_at at time zone 'Asia/Baghdad')::date::text as until from api_keys
    where key_hash = ${hashToken(secret)} and approved_at is not null and revoked_at is null and expires_at > app_now()
      and 'fhir.read' = any (scopes) for share`)
  if (!rows[0]) return null
  const { id, en, ar, scopes, until } = rowSchema.parse(rows[0])
  // The one cast that the brand needs.
  return { id, recipient: { en, ar }, isClinical: scopes.includes('fhir.clinical'), untilOn: until } as ApiKey
}
