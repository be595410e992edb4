import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { apiReads } from '../../../db/schema/api-keys'
import { disclosures } from '../../../db/schema/disclosures'
import type { ApiKey } from '../../auth/api-key'
import { arrayOf } from '../../cases/scope'
import { newId } from '../../ids'
import type { Released } from './read'

/** Those whose consent has not been withdrawn since it was read; none can be until this transaction ends. */
async function stillAgreed(tx: Tx, read: readonly Released[]): Promise<Released[]> {
  const ids = [...new Set(read.flatMap(({ consent }) => consent?.id ?? []))]
  if (ids.length === 0) return [...read]
  const rows = await tx.execute<{ id: string }>(sql`
    select id from consents where id = any (${arrayOf(ids)}::uuid[]) and withdrawn_on is null order by id for share`)
  const agreed = new Set([...rows].map((row) => row.id))
  return read.filter(({ consent }) => !consent || agreed.has(consent.id))
}

/**
 * Enters what is about to be read into the register of who holds whose data: once for a recipient and what they may read, then
 * when they looked last, to the hour. Answers what may be sent.
 */
export async function disclose(tx: Tx, key: ApiKey, read: readonly Released[]): Promise<Released[]> {
  const agreed = await stillAgreed(tx, read)
  if (agreed.length === 0) return []
  const now = new Date()
  const rows = agreed.map((referral) => ({
    id: newId(now),
    personId: referral.personId,
    caseId: referral.caseId,
    consentId: referral.consent?.id ?? null,
    recipientEn: key.recipient.en,
    recipientAr: key.recipient.ar,
    fields: referral.fields,
    channel: 'fhir',
    basis: referral.consent ? 'consent' : 'emergency',
    at: now,
    untilOn: [key.untilOn, referral.consent?.expiresOn ?? key.untilOn].toSorted()[0],
    firstReadAt: now,
    lastReadAt: now,
  }))
  await tx
    .insert(disclosures)
    // In one order, so that two readers of the same page wait for one another and never in a circle.
    .values(rows.sort((one, other) => (one.caseId < other.caseId ? -1 : 1)))
    .onConflictDoUpdate({
      target: [disclosures.caseId, disclosures.recipientEn, disclosures.fields],
      targetWhere: sql`channel = 'fhir' and ended_at is null`,
      set: { lastReadAt: now, untilOn: sql`greatest(${disclosures.untilOn}, excluded.until_on)` },
      setWhere: sql`${disclosures.lastReadAt} < ${now.toISOString()}::timestamptz - interval '1 hour' or ${disclosures.untilOn} < excluded.until_on`,
    })
  return agreed
}

/** Requests a minute that one key may send. */
export const mostRequests = 600

/** How many requests of a key were answered in the last minute, as far as it matters. */
export async function countRecent(tx: Tx, key: ApiKey): Promise<number> {
  const since = newId(new Date(Date.now() - 60_000))
  const rows = await tx.execute<{ count: number }>(sql`
    select count(*)::integer as count from (
      select from api_reads where api_key_id = ${key.id}::uuid and id > ${since}::uuid limit ${mostRequests + 1}) r`)
  return rows[0]?.count ?? 0
}

type Logged = { resource: string; recordId: string | null; status: 'ok' | 'not_found' | 'refused' }

/** Writes down that a key asked, for what kind of thing, and whether it was answered; never what stood in it. */
export async function logRead(tx: Tx, key: ApiKey, read: Logged): Promise<void> {
  await tx.insert(apiReads).values({ id: newId(), apiKeyId: key.id, ...read })
}
