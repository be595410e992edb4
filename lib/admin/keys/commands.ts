import { and, eq, inArray, isNull } from 'drizzle-orm'
import { apiKeyFacilities, apiKeys } from '../../../db/schema/api-keys'
import { facilities } from '../../../db/schema/facilities'
import { newApiSecret } from '../../auth/api-key'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { allowed } from '../policy'
import { keyState, whyNotAgree } from './policy'
import { askKeySchema, keyRefSchema } from './schemas'

/** The last moment of a day in Iraq, which keeps one time all year. */
const endOf = (day: string) => new Date(`${day}T20:59:59.999Z`)

/** A year from a day, to the day. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`

/**
 * Asks for a key. Its secret is in the answer and nowhere else: it is called without a command's id on purpose, since outcomes
 * are kept with theirs. It opens nothing until a second admin agrees.
 */
export const askKey = command({
  name: 'admin.ask_key',
  input: askKeySchema,
  allow: (actor) => allowed(actor, 'api_keys.manage'),
  async run({ tx, actor, now }, input) {
    const today = baghdadDay(now)
    if (input.expiresOn < today || input.expiresOn > yearAfter(today))
      throw new InvalidField({ expiresOn: 'apiKeys.errors.expiry' })
    if (!input.scopes.includes('fhir.read')) throw new InvalidField({ scopes: 'apiKeys.errors.read' })
    const known = await tx
      .select({ id: facilities.id })
      .from(facilities)
      .where(inArray(facilities.id, input.facilities))
    if (known.length !== input.facilities.length) throw new InvalidField({ facilities: 'errors.choose' })
    const { secret, ...kept } = newApiSecret()
    const { name, recipientEn, recipientAr, scopes } = input
    const keyId = newId(now)
    await tx.insert(apiKeys).values({
      id: keyId,
      name,
      recipientEn,
      recipientAr,
      scopes,
      ...kept,
      createdBy: actor.userId,
      createdAt: now,
      expiresAt: endOf(input.expiresOn),
    })
    await tx.insert(apiKeyFacilities).values(known.map(({ id }) => ({ apiKeyId: keyId, facilityId: id })))
    return { keyId, secret }
  },
})

async function lockKey({ tx }: Context, { keyId }: { keyId: string }) {
  const rows = await tx
    .select({
      id: apiKeys.id,
      createdBy: apiKeys.createdBy,
      approvedAt: apiKeys.approvedAt,
      revokedAt: apiKeys.revokedAt,
      expiresAt: apiKeys.expiresAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.id, keyId))
    .for('update')
  return rows[0] ?? null
}

/** Agrees, as another admin, to a key that was asked for; from now on it opens. */
export const agreeKey = command({
  name: 'admin.agree_key',
  input: keyRefSchema,
  load: lockKey,
  allow: (actor, key) => allowed(actor, 'api_keys.manage', whyNotAgree(actor, key, new Date())),
  async run({ tx, actor, now }, { keyId }) {
    const changed = await tx
      .update(apiKeys)
      .set({ approvedBy: actor.userId, approvedAt: now })
      .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.approvedAt), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id })
    if (!changed[0]) throw new Conflict()
    return { keyId }
  },
})

/** Ends a key for good: declines one that was asked for, or closes one in force from this moment on. */
export const revokeKey = command({
  name: 'admin.revoke_key',
  input: keyRefSchema,
  load: lockKey,
  allow: (actor) => allowed(actor, 'api_keys.manage'),
  async run({ tx, actor, now }, { keyId }, key) {
    if (keyState(key, now) === 'revoked') refuse('apiKeys.refused.revoked')
    await tx.update(apiKeys).set({ revokedAt: now, revokedBy: actor.userId }).where(eq(apiKeys.id, keyId))
    return { keyId }
  },
})
