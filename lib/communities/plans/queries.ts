import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { actionPlans, communityNeeds } from '../../../db/schema/action-plans'
import { locations } from '../../../db/schema/places'
import { teams, users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import { readPlanDocuments } from '../../documents/queries'
import type { NeedSector } from '../domain'
import { readCommunityEvents } from '../event-query'
import type { NeedStatus } from '../needs/machine'
import { readPlaceChoices } from '../place'
import { readPlan } from './load'
import type { PlanStatus } from './machine'

const columns = {
  id: actionPlans.id,
  reference: actionPlans.reference,
  titleEn: actionPlans.titleEn,
  titleAr: actionPlans.titleAr,
  // The database's own CHECK keeps the list.
  status: sql<PlanStatus>`${actionPlans.status}`,
  startsOn: actionPlans.startsOn,
  endsOn: actionPlans.endsOn,
  placeEn: locations.nameEn,
  placeAr: locations.nameAr,
}
const count = (condition: string) =>
  sql<number>`(select count(*)::integer from community_needs n where n.plan_id = ${actionPlans.id} and ${sql.raw(condition)})`

const selectPlans = (tx: Tx) =>
  tx
    .select({ ...columns, needs: count("n.status <> 'dropped'"), met: count("n.status = 'met'") })
    .from(actionPlans)
    .innerJoin(locations, eq(locations.pcode, actionPlans.locationPcode))
export type PlanRow = Awaited<ReturnType<typeof selectPlans>>[number]

export type PlanFilter = Cursor & { status?: PlanStatus | undefined; location?: string | undefined }

/** One page of action plans, newest first; of one place with `location`. */
export function listPlans(actor: Actor, { status, location, after, before }: PlanFilter): Promise<Page<PlanRow>> {
  return withActor(actor, async (tx) => {
    const rows = await selectPlans(tx)
      .where(
        and(
          status ? eq(actionPlans.status, status) : undefined,
          location ? eq(actionPlans.locationPcode, location) : undefined,
          before
            ? sql`${actionPlans.id} > ${before}::uuid`
            : after
              ? sql`${actionPlans.id} < ${after}::uuid`
              : undefined,
        ),
      )
      .orderBy(before ? asc(actionPlans.id) : desc(actionPlans.id))
      .limit(pageSize + 1)
    return pageOf(rows, { after, before })
  })
}

const needColumns = {
  id: communityNeeds.id,
  // The database's own CHECKs keep these lists.
  sector: sql<NeedSector>`${communityNeeds.sector}`,
  status: sql<NeedStatus>`${communityNeeds.status}`,
  titleAr: communityNeeds.titleAr,
  titleEn: sql<string>`coalesce(nullif(${communityNeeds.titleEn}, ''), ${communityNeeds.titleAr})`,
  rank: communityNeeds.rank,
  severity: communityNeeds.severity,
  people: communityNeeds.people,
  urgency: communityNeeds.urgency,
  feasibility: communityNeeds.feasibility,
  score: communityNeeds.score,
  peopleAffected: communityNeeds.peopleAffected,
  outcome: communityNeeds.outcome,
  projects: sql<number>`(select count(*)::integer from project_needs l where l.need_id = ${communityNeeds.id})`,
}

/** The needs of a plan in the order that counts: by score where the plan is scored, by the community's own otherwise. */
const readNeeds = (tx: Tx, planId: string) =>
  tx
    .select(needColumns)
    .from(communityNeeds)
    .innerJoin(actionPlans, eq(actionPlans.id, communityNeeds.planId))
    .where(eq(communityNeeds.planId, planId))
    .orderBy(
      sql`${communityNeeds.status} = 'dropped'`,
      sql`case when ${actionPlans.ranking} = 'scored' then ${communityNeeds.score} end desc nulls last`,
      asc(communityNeeds.rank),
    )
    .limit(200)
export type NeedRow = Awaited<ReturnType<typeof readNeeds>>[number]

/** Everything that a plan's page and its paper show; null when it does not exist for this actor. */
export function getPlan(actor: Actor, planId: string) {
  return withActor(actor, async (tx) => {
    const [plan, [row], needs, documents, events] = await Promise.all([
      readPlan(tx, planId),
      tx
        .select({
          ...columns,
          locationPcode: actionPlans.locationPcode,
          partners: actionPlans.partners,
          validatedOn: actionPlans.validatedOn,
          validatedBy: actionPlans.validatedBy,
          endorsedBy: actionPlans.endorsedBy,
          endorsedOn: actionPlans.endorsedOn,
          reviewedOn: actionPlans.reviewedOn,
          review: actionPlans.review,
          teamEn: teams.nameEn,
          teamAr: teams.nameAr,
          createdByName: users.name,
        })
        .from(actionPlans)
        .innerJoin(locations, eq(locations.pcode, actionPlans.locationPcode))
        .innerJoin(teams, eq(teams.id, actionPlans.teamId))
        .leftJoin(users, eq(users.id, actionPlans.createdBy))
        .where(eq(actionPlans.id, planId)),
      readNeeds(tx, planId),
      readPlanDocuments(tx, planId),
      readCommunityEvents(tx, planId),
    ])
    return plan && row ? { plan, row, needs, documents, events } : null
  })
}
export type PlanPage = NonNullable<Awaited<ReturnType<typeof getPlan>>>

/** What the form of a new plan or project offers: the sub-districts and communities of the actor's teams. */
export const getPlaceForm = (actor: Actor) => withActor(actor, readPlaceChoices)
