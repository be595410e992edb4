import { asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { referralAttempts } from '../../db/schema/referrals'
import { users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'
import { readCaseFile, readSeats } from '../cases/timeline-query'
import type { ReleasableField } from '../people/domain'
import { readClinical } from './form-queries'
import { readReferral } from './load'
import { readLink } from './loop/read-link'

type Raw = {
  given_name: string
  father_name: string
  grandfather_name: string
  family_name: string
  caseworker: string | null
  team_en: string
  team_ar: string
  place_en: string
  place_ar: string
  facility_en: string
  facility_ar: string
  facility_closed: boolean
  focal_name: string
  focal_phone: string | null
  released: ReleasableField[]
  consent_over: boolean
  attended_at: string | null
  outcome: string | null
  reject_reason: string | null
  helped: string | null
  satisfaction: number | null
  missed_count: number
  next_id: string | null
  next_reference: string | null
  previous_reference: string | null
}

/** The facts of a referral as its page shows them, and the note that it was opened. */
async function readFacts(tx: Tx, actor: Actor, caseId: string) {
  const rows = await tx.execute<Raw>(sql`
    with noted as (insert into read_log (actor_id, record_type, record_id)
      select ${actor.userId}::uuid, 'referral', case_id from referrals where case_id = ${caseId}::uuid)
    select p.given_name, p.father_name, p.grandfather_name, p.family_name, u.name as caseworker, t.name_en as team_en, t.name_ar as team_ar,
      l.name_en as place_en, l.name_ar as place_ar, f.name_en as facility_en, f.name_ar as facility_ar,
      f.closed_on is not null or f.functional = 'none' as facility_closed, f.focal_name, f.focal_phone,
      coalesce(s.released_fields, '{}') as released,
      s.id is not null and (s.withdrawn_on is not null or s.expires_on < app_today()) as consent_over,
      r.attended_at, r.outcome, r.reject_reason, r.helped, r.satisfaction, r.missed_count,
      n.case_id as next_id, nc.reference as next_reference, pc.reference as previous_reference
    from referrals r join cases c on c.id = r.case_id join people p on p.id = r.person_id join facilities f on f.id = r.facility_id
    join teams t on t.id = c.team_id join locations l on l.pcode = c.location_pcode left join users u on u.id = c.caseworker_id
    left join consents s on s.id = r.consent_id left join referrals n on n.previous_case_id = r.case_id
    left join cases nc on nc.id = n.case_id left join cases pc on pc.id = r.previous_case_id
    where r.case_id = ${caseId}::uuid`)
  return rows[0]
}

function readAttempts(tx: Tx, caseId: string) {
  return tx
    .select({
      id: referralAttempts.id,
      kind: referralAttempts.kind,
      result: referralAttempts.result,
      remark: referralAttempts.remark,
      at: referralAttempts.at,
      by: users.name,
    })
    .from(referralAttempts)
    .innerJoin(users, eq(users.id, referralAttempts.madeBy))
    .where(eq(referralAttempts.caseId, caseId))
    .orderBy(desc(referralAttempts.id), asc(users.name))
    .limit(50)
}

/**
 * Everything that a referral's page shows; null when it does not exist for this actor. The medical facts only when they
 * are asked for (`withClinical`), since each reading is noted.
 */
export function getReferral(actor: Actor, caseId: string, withClinical: boolean) {
  return withActor(actor, async (tx) => {
    const [referral, facts, file, seats, attempts, link, clinical] = await Promise.all([
      readReferral(tx, caseId),
      readFacts(tx, actor, caseId),
      readCaseFile(tx, caseId),
      readSeats(tx, 'health', actor.teams),
      readAttempts(tx, caseId),
      readLink(tx, caseId),
      withClinical ? readClinical(tx, caseId) : null,
    ])
    if (!referral || !facts) return null
    return { referral, facts, ...file, seats: [...seats], attempts, link, clinical }
  })
}

export type ReferralPage = NonNullable<Awaited<ReturnType<typeof getReferral>>>
