import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { signInThrottle } from '../../../db/schema/sessions'
import { countTry } from '../../auth/sign-in'

/** Wrong addresses and codes in a quarter of an hour before an address must wait. A town's clinics may share one. */
const mostOfAddress = 60
/** Codes tried for one reference in a quarter of an hour, whether or not it exists. */
const mostOfReference = 10
/** Wrong codes after which a link's code is no good any more: a guess hits once in 500 million then. Its address still is. */
export const mostWrongCodes = 20

const addressKey = (address: string) => `slip:${address}`
// A digest, as for e-mails of sign-in: the table names no referral.
const referenceKey = (reference: string) => `slip-code:${createHash('sha256').update(reference).digest('hex')}`

/** Whether an address has been wrong too often; looking costs it nothing. */
export async function mustWait(tx: Tx, address: string): Promise<boolean> {
  const rows = await tx
    .select({ failures: signInThrottle.failures })
    .from(signInThrottle)
    .where(
      sql`${signInThrottle.key} = ${addressKey(address)} and ${signInThrottle.lastAt} >= now() - interval '15 minutes'`,
    )
  return (rows[0]?.failures ?? 0) >= mostOfAddress
}

/** Counts an address of a link that is none. */
export async function countWrongAddress(tx: Tx, address: string): Promise<void> {
  await countTry(tx, addressKey(address))
}

/** Counts a code before it is looked at, so that guesses sent at once cannot slip through. False: it is not looked at. */
export async function mayTryCode(tx: Tx, address: string, reference: string | null): Promise<boolean> {
  const ofAddress = await countTry(tx, addressKey(address))
  const ofReference = reference ? await countTry(tx, referenceKey(reference)) : { failures: 0 }
  return ofAddress.failures <= mostOfAddress && ofReference.failures <= mostOfReference
}

/** A code that was right does not count. */
export async function forgiveTry(tx: Tx, address: string, reference: string): Promise<void> {
  await tx
    .update(signInThrottle)
    .set({ failures: sql`greatest(${signInThrottle.failures} - 1, 0)` })
    .where(eq(signInThrottle.key, addressKey(address)))
  await tx.delete(signInThrottle).where(eq(signInThrottle.key, referenceKey(reference)))
}
