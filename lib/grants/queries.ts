import { asc, desc, eq, lte, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { fundingRounds, grantDecisions } from '../../db/schema/grants'
import { people } from '../../db/schema/people'
import { sectors } from '../../db/schema/places'
import type { Actor } from '../auth/actor'
import { readCaseFile, readSeats } from '../cases/timeline-query'
import { baghdadDay } from '../format'
import { obstaclesToSubmit } from './application-commands'
import { lineChoices } from './committee/line-choices'
import { type DecisionCard, decisionCard, readLive } from './decision-card'
import { readGrant } from './load'
import { mayOn, pendingStage } from './policy'
import { readTranches } from './tranches/view'

/** Everything the grant's page shows; null when it does not exist for this actor. */
export function getGrant(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, current, place, file, seats, submission, tranches] = await Promise.all([
      readGrant(tx, caseId),
      decisionCard(tx, caseId),
      readPlace(tx, caseId),
      readCaseFile(tx, caseId),
      readSeats(tx, 'livelihoods', actor.teams),
      obstaclesToSubmit({ tx, now: new Date() }, sql`(select person_id from grants where case_id = ${caseId})`),
      readTranches(tx, caseId),
    ])
    if (!grant || !current) return null
    return { grant, ...current, ...place, ...file, seats: [...seats], obstacles: submission.obstacles, tranches }
  })
}

export type GrantPage = NonNullable<Awaited<ReturnType<typeof getGrant>>>

async function readPlace(tx: Tx, caseId: string) {
  const rows = await tx.execute<{
    caseworker: string | null
    team_en: string
    team_ar: string
    place_en: string
    place_ar: string
    due_on: string | null
  }>(sql`
    select u.name as caseworker, t.name_en as team_en, t.name_ar as team_ar, l.name_en as place_en, l.name_ar as place_ar, c.due_on::text as due_on
    from cases c join teams t on t.id = c.team_id join locations l on l.pcode = c.location_pcode
    left join users u on u.id = c.caseworker_id where c.id = ${caseId}`)
  const row = rows[0]
  return {
    caseworker: row?.caseworker ?? null,
    team: { en: row?.team_en ?? '', ar: row?.team_ar ?? '' },
    place: { en: row?.place_en ?? '', ar: row?.place_ar ?? '' },
    dueOn: row?.due_on ?? null,
  }
}

/** What the application form offers: open rounds and sectors, and the person it is for; null when out of scope. */
export function getApplicationForm(actor: Actor, personId: string) {
  return withActor(actor, async (tx) => {
    const [person, lists] = await Promise.all([
      tx
        .select({
          id: people.id,
          givenName: people.givenName,
          fatherName: people.fatherName,
          grandfatherName: people.grandfatherName,
          familyName: people.familyName,
        })
        .from(people)
        .where(eq(people.id, personId)),
      readLists(tx),
    ])
    return person[0] ? { person: person[0], ...lists } : null
  })
}

async function readLists(tx: Tx) {
  const today = baghdadDay(new Date())
  const [rounds, sectorRows] = await Promise.all([
    tx
      .select({
        id: fundingRounds.id,
        code: fundingRounds.code,
        nameEn: fundingRounds.nameEn,
        nameAr: fundingRounds.nameAr,
        currency: fundingRounds.currency,
        closesOn: fundingRounds.closesOn,
        maxAmountMinor: fundingRounds.maxAmountMinor,
      })
      .from(fundingRounds)
      .where(lte(fundingRounds.opensOn, today))
      .orderBy(asc(fundingRounds.closesOn)),
    tx
      .select({ code: sectors.code, nameEn: sectors.nameEn, nameAr: sectors.nameAr, nameCkb: sectors.nameCkb })
      .from(sectors)
      .where(eq(sectors.isActive, true))
      .orderBy(asc(sectors.position)),
  ])
  return { rounds: rounds.filter((round) => round.closesOn >= today), sectors: sectorRows }
}

/** The application as it stands, for the form that edits it; null when out of scope. */
export function getGrantToEdit(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, current, lists] = await Promise.all([readGrant(tx, caseId), decisionCard(tx, caseId), readLists(tx)])
    return grant && current ? { grant, request: current.card.request, ...lists } : null
  })
}

/** The decision page: the card with its hash, and the card that the last decision of an earlier round was shown. */
export function getDecision(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const [grant, current, live, earlier] = await Promise.all([
      readGrant(tx, caseId),
      decisionCard(tx, caseId),
      readLive(tx, caseId),
      tx
        // Written by decideGrant from the same card.
        .select({ round: grantDecisions.round, shown: sql<DecisionCard>`${grantDecisions.shown}` })
        .from(grantDecisions)
        .where(eq(grantDecisions.caseId, caseId))
        .orderBy(desc(grantDecisions.id))
        .limit(4),
    ])
    if (!grant || !current) return null
    const before = earlier.find((decision) => decision.round < grant.round)
    // Only where one may still be chosen: it is one more round trip.
    const lines =
      pendingStage(grant.status) && mayOn(actor, 'budgets.choose', grant) ? await lineChoices(tx, grant) : []
    return { grant, ...current, live, before: before?.shown ?? null, lines }
  })
}
