import { asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { cases } from '../../../db/schema/cases'
import { grants } from '../../../db/schema/grants'
import { monitoringVisits, safetyConcerns } from '../../../db/schema/monitoring'
import { people } from '../../../db/schema/people'
import { locations } from '../../../db/schema/places'
import { users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { fullNameSql } from '../../people/name-sql'
import { readGrant } from '../load'
import type { VisitMonth } from './domain'

const visitColumns = {
  id: monitoringVisits.id,
  month: monitoringVisits.month,
  dueOn: monitoringVisits.dueOn,
  isInSample: monitoringVisits.isInSample,
  visitedOn: monitoringVisits.visitedOn,
  received: monitoringVisits.received,
  business: monitoringVisits.business,
  monthlyProfitMinor: monitoringVisits.monthlyProfitMinor,
  jobsWomenFull: monitoringVisits.jobsWomenFull,
  jobsWomenPart: monitoringVisits.jobsWomenPart,
  jobsMenFull: monitoringVisits.jobsMenFull,
  jobsMenPart: monitoringVisits.jobsMenPart,
  satisfaction: monitoringVisits.satisfaction,
  hasSafetyIssue: monitoringVisits.hasSafetyIssue,
  remark: monitoringVisits.remark,
  visitedBy: users.name,
}

/** The visits of a grant, in order of their months; null when the grant is out of scope. */
export function getVisits(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, visits] = await Promise.all([readGrant(tx, caseId), readVisits(tx, caseId)])
    return grant ? { grant, visits } : null
  })
}

function readVisits(tx: Tx, caseId: string) {
  return tx
    .select(visitColumns)
    .from(monitoringVisits)
    .leftJoin(users, eq(users.id, monitoringVisits.visitedBy))
    .where(eq(monitoringVisits.caseId, caseId))
    .orderBy(asc(monitoringVisits.month))
}

export type VisitRow = Awaited<ReturnType<typeof readVisits>>[number]

/** One visit to be made, with no more about the person than finding them needs; null out of scope. */
export function getVisit(actor: Actor, caseId: string, visitId: string) {
  return withActor(actor, async (tx) => {
    const [grant, visits, facts] = await Promise.all([
      readGrant(tx, caseId),
      readVisits(tx, caseId),
      tx
        .select({
          givenName: people.givenName,
          business: grants.businessName,
          placeEn: locations.nameEn,
          placeAr: locations.nameAr,
        })
        .from(grants)
        .innerJoin(people, eq(people.id, grants.personId))
        .innerJoin(cases, eq(cases.id, grants.caseId))
        .innerJoin(locations, eq(locations.pcode, cases.locationPcode))
        .where(eq(grants.caseId, caseId)),
    ])
    const visit = visits.find((one) => one.id === visitId)
    return grant && visit && facts[0] ? { grant, visit, facts: facts[0] } : null
  })
}

export type DueVisit = {
  id: string
  caseId: string
  reference: string
  name: string
  givenName: string
  month: number
  dueOn: string
  caseworker: string | null
  place: { en: string; ar: string }
}

const most = 25

/** Visits that are due within two weeks or overdue, the oldest first, a page at a time; `after` is the last one of the page before. */
export function listDueVisits(
  actor: Actor,
  filter: { isMine: boolean; month?: VisitMonth | undefined; after: { dueOn: string; id: string } | null },
): Promise<{ rows: DueVisit[]; next: { dueOn: string; id: string } | null }> {
  return withActor(actor, async (tx) => {
    const { after, isMine, month } = filter
    const rows = await tx.execute<{
      id: string
      case_id: string
      reference: string
      name: string
      given_name: string
      month: number
      due_on: string
      caseworker: string | null
      name_en: string
      name_ar: string
    }>(sql`
      select v.id, v.case_id, c.reference, ${fullNameSql} as name, p.given_name, v.month, v.due_on::text, u.name as caseworker, l.name_en, l.name_ar
      from monitoring_visits v join cases c on c.id = v.case_id and c.status in ('disbursing', 'suspended', 'monitoring')
      join grants g on g.case_id = c.id join people p on p.id = g.person_id join locations l on l.pcode = c.location_pcode
      left join users u on u.id = c.caseworker_id
      where v.visited_on is null and v.is_in_sample and v.due_on <= app_today() + 14
        ${month ? sql`and v.month = ${month}` : sql``}
        ${isMine ? sql`and c.caseworker_id = ${actor.userId}::uuid` : sql``}
        ${after ? sql`and (v.due_on, v.id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql``}
      order by v.due_on, v.id limit ${most + 1}`)
    const last = rows[most - 1]
    return {
      rows: rows.slice(0, most).map((row) => ({
        id: row.id,
        caseId: row.case_id,
        reference: row.reference,
        name: row.name,
        givenName: row.given_name,
        month: row.month,
        dueOn: row.due_on,
        caseworker: row.caseworker,
        place: { en: row.name_en, ar: row.name_ar },
      })),
      next: rows.length > most && last ? { dueOn: last.due_on, id: last.id } : null,
    }
  })
}

/** Worries about someone's safety that visits brought up, the open ones first. Row-level security leaves them to supervisors. */
export function listSafety(actor: Actor) {
  return withActor(actor, (tx) =>
    tx
      .select({
        id: safetyConcerns.id,
        caseId: safetyConcerns.caseId,
        reference: cases.reference,
        body: safetyConcerns.body,
        raisedBy: users.name,
        raisedAt: safetyConcerns.raisedAt,
        handledAt: safetyConcerns.handledAt,
        handling: safetyConcerns.handling,
      })
      .from(safetyConcerns)
      .innerJoin(cases, eq(cases.id, safetyConcerns.caseId))
      .innerJoin(users, eq(users.id, safetyConcerns.raisedBy))
      .orderBy(desc(isNull(safetyConcerns.handledAt)), desc(safetyConcerns.id))
      .limit(50),
  )
}
