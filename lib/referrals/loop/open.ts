import { timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Tx, withSystem } from '../../../db/client'
import { hashToken, newToken } from '../../auth/token'
import { type FacilityLink, findLink, type LinkState } from './link'
import { hashCode, readCode, readReference } from './secrets'
import { countWrongAddress, forgiveTry, mayTryCode, mostWrongCodes, mustWait } from './tries'

/** What opening gave: a page of its own, or how the link stands. `wait`: this address was wrong too often. */
export type Opening =
  | { state: 'opened'; linkId: string; page: string }
  | { state: 'used' | 'over' | 'unknown' | 'wait' }

async function find(tx: Tx, token: string, address: string, lock: boolean): Promise<FacilityLink | 'wait' | null> {
  if (await mustWait(tx, address)) return 'wait'
  const link = await findLink(tx, sql`l.token_hash = ${hashToken(token)}`, { lock })
  if (!link) await countWrongAddress(tx, address)
  return link
}

/** How the link of this token stands. Shows and changes nothing: messengers look at addresses before people do. */
export function lookAt(token: string, address: string): Promise<LinkState | 'unknown' | 'wait'> {
  return withSystem('facility page', async (tx) => {
    const link = await find(tx, token, address, false)
    return link === 'wait' ? 'wait' : (link?.state ?? 'unknown')
  })
}

/** Makes the newest page of a link: the one before, on whatever device, is told so and answers no more. */
async function turnPage(tx: Tx, link: FacilityLink): Promise<Opening> {
  const page = newToken()
  await tx.execute(sql`
    update referral_links set page_hash = ${hashToken(page)}, openings = openings + 1, last_opened_at = app_now(),
      first_opened_at = coalesce(first_opened_at, app_now()) where id = ${link.id}::uuid`)
  await noteRead(tx, link.caseId)
  return { state: 'opened', linkId: link.id, page }
}

/** Keeps in the register when the facility first and last read. */
export async function noteRead(tx: Tx, caseId: string): Promise<void> {
  await tx.execute(sql`
    update disclosures set first_read_at = coalesce(first_read_at, app_now()), last_read_at = app_now()
    where case_id = ${caseId}::uuid and channel = 'facility_page' and ended_at is null`)
}

/** Opens a link by its address. */
export function openByToken(token: string, address: string): Promise<Opening> {
  return withSystem('facility page', async (tx) => {
    const link = await find(tx, token, address, true)
    if (link === 'wait') return { state: 'wait' }
    if (!link) return { state: 'unknown' }
    return link.state === 'open' ? turnPage(tx, link) : { state: link.state }
  })
}

const ofReference = (reference: string) =>
  sql`c.reference = ${reference} and l.revoked_at is null and l.used_at is null`

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

/**
 * Opens a link by reference and short code, as typed from a slip. Whatever is wrong (no such referral, another code, a
 * link that is over) the answer is the same, so that nobody learns which references exist.
 */
export function openByCode(typed: { reference: string; code: string }, address: string): Promise<Opening> {
  const reference = readReference(typed.reference)
  const code = readCode(typed.code)
  return withSystem('facility page', async (tx) => {
    if (!(await mayTryCode(tx, address, reference))) return { state: 'wait' }
    if (!reference || !code) return { state: 'unknown' }
    const link = await findLink(tx, ofReference(reference), { lock: true })
    if (!link || link.failedCodes >= mostWrongCodes) return { state: 'unknown' }
    if (!isSame(link.codeHash, hashCode(reference, code))) {
      await tx.execute(sql`update referral_links set failed_codes = failed_codes + 1 where id = ${link.id}::uuid`)
      return { state: 'unknown' }
    }
    if (link.state !== 'open') return { state: 'unknown' }
    await forgiveTry(tx, address, reference)
    return turnPage(tx, link)
  })
}
