import { sql } from 'drizzle-orm'
import { type Tx, withSystem } from '../../../db/client'
import { hashToken } from '../../auth/token'
import type { ReleasableField } from '../../people/domain'
import { emergencyFields } from '../domain'
import { type LoadedReferral, readReferral } from '../load'
import { type FacilityLink, findLink } from './link'
import { type Released, readReleased } from './released'

/** A page as its holder names it: the link, and the secret of the page that was opened last. */
export type OpenPage = { linkId: string; page: string }

/** What a facility's page shows. `isEmergency`: it goes without consent. */
export type FacilityPage = {
  reference: string
  status: string
  version: number
  service: LoadedReferral['service']
  priority: LoadedReferral['priority']
  dueAt: Date | null
  appointmentAt: Date | null
  isEmergency: boolean
  facility: { en: string; ar: string }
  released: Released
}

/** `elsewhere`: a newer page is open, since `openedAt`. */
export type PageState =
  | { state: 'open'; page: FacilityPage }
  | { state: 'elsewhere'; openedAt: Date | null }
  | { state: 'used' | 'over' | 'unknown' }

/** Whether this is the page of the link that was opened last. */
export function isNewest(link: FacilityLink, { page }: OpenPage): boolean {
  return link.pageHash === hashToken(page)
}

async function readFacts(tx: Tx, caseId: string) {
  const rows = await tx.execute<{ en: string; ar: string; released: ReleasableField[] | null }>(sql`
    select f.name_en as en, f.name_ar as ar, s.released_fields as released
    from referrals r join facilities f on f.id = r.facility_id
      left join consents s on s.id = r.consent_id
    where r.case_id = ${caseId}::uuid`)
  return rows[0]
}

/** The link of a page, for `findLink`. */
export const ofPage = ({ linkId }: OpenPage) => sql`l.id = ${linkId}::uuid`

async function readState(tx: Tx, open: OpenPage): Promise<PageState> {
  const link = await findLink(tx, ofPage(open), { lock: false })
  // Who does not hold a page of this link learns nothing of it.
  if (!link?.pageHash) return { state: 'unknown' }
  if (link.state === 'over') return { state: 'over' }
  if (!isNewest(link, open)) return { state: 'elsewhere', openedAt: link.openedAt }
  if (link.state === 'used') return { state: 'used' }
  const [referral, facts] = await Promise.all([readReferral(tx, link.caseId), readFacts(tx, link.caseId)])
  if (!referral || !facts) return { state: 'unknown' }
  const { reference, status, version, service, priority, dueAt, appointmentAt } = referral
  const fields = referral.consentId ? (facts.released ?? []) : emergencyFields
  const released = await readReleased(tx, referral.id, fields)
  const facility = { en: facts.en, ar: facts.ar }
  const isEmergency = referral.consentId === null
  return {
    state: 'open',
    page: { reference, status, version, service, priority, dueAt, appointmentAt, isEmergency, facility, released },
  }
}

/** The page that someone opened, as it stands now. */
export function readPage(open: OpenPage): Promise<PageState> {
  return withSystem('facility page', (tx) => readState(tx, open))
}
