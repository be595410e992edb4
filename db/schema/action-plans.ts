import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { needSectors } from '../../lib/communities/domain'
import { needMachine } from '../../lib/communities/needs/machine'
import { criteria, weights } from '../../lib/communities/needs/score'
import { rankings } from '../../lib/communities/plans/domain'
import { planMachine } from '../../lib/communities/plans/machine'
import { cases, documents } from './cases'
import { id, momentNow, oneOf } from './columns'
import { forumActions } from './concerns'
import { locations } from './places'
import { teams, users } from './users'

const user = (name: string) => uuid(name).references(() => users.id)
const place = (name: string) =>
  text(name)
    .notNull()
    .references(() => locations.pcode)

/** A community's action plan: what it needs most, in its own order, for a time. */
export const actionPlans = pgTable(
  'action_plans',
  {
    id: id(),
    /** Like `PLN-2026-00001`. */
    reference: text('reference').notNull(),
    titleEn: text('title_en').notNull(),
    titleAr: text('title_ar').notNull(),
    status: text('status').notNull(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    districtPcode: place('district_pcode'),
    /** A sub-district or a community in it. */
    locationPcode: place('location_pcode'),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    partners: text('partners').notNull().default(''),
    ranking: text('ranking').notNull().default('simple'),
    /** The day on which the community found the order right, and who was there. */
    validatedOn: date('validated_on'),
    validatedBy: text('validated_by').notNull().default(''),
    /** The authority that endorsed it, on which day, by which paper. */
    endorsedBy: text('endorsed_by').notNull().default(''),
    endorsedOn: date('endorsed_on'),
    endorsementId: uuid('endorsement_id').references(() => documents.id),
    reviewedOn: date('reviewed_on'),
    review: text('review').notNull().default(''),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('action_plans_reference').on(t.reference),
    index('action_plans_of_location').on(t.locationPcode, t.id), // a community's page
    index('action_plans_of_district').on(t.districtPcode, t.id), // the list of a district
    check('action_plans_status', oneOf('status', planMachine.states)),
    check('action_plans_ranking', oneOf('ranking', rankings)),
    check('action_plans_days', sql`ends_on > starts_on`),
  ],
)

const score = sql.raw(criteria.map((one) => `${one} * ${weights[one]}`).join(' + '))

/** What a community needs. Rank is its own order; the score, where the plan is scored, is added up by the database. */
export const communityNeeds = pgTable(
  'community_needs',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => actionPlans.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    sector: text('sector').notNull(),
    titleAr: text('title_ar').notNull(),
    titleEn: text('title_en').notNull().default(''),
    description: text('description').notNull().default(''),
    rank: smallint('rank').notNull(),
    severity: smallint('severity'),
    people: smallint('people'),
    urgency: smallint('urgency'),
    feasibility: smallint('feasibility'),
    score: smallint('score').generatedAlwaysAs(score),
    peopleAffected: integer('people_affected'),
    status: text('status').notNull(),
    /** What came of it. */
    outcome: text('outcome').notNull().default(''),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('community_needs_of_plan').on(t.planId, t.rank), // a plan's page and paper
    check('community_needs_sector', oneOf('sector', needSectors)),
    check('community_needs_status', oneOf('status', needMachine.states)),
    check('community_needs_rank', sql`rank between 1 and 500`),
    check(
      'community_needs_points',
      sql`severity between 1 and 5 and people between 1 and 5 and urgency between 1 and 5 and feasibility between 1 and 5`,
    ),
    check('community_needs_people', sql`people_affected between 0 and 10000000`),
    check('community_needs_outcome', sql`status in ('open', 'addressed') or outcome <> ''`),
  ],
)

/** What a need answers: a concern of a forum, or an action that a forum agreed to. */
export const needLinks = pgTable(
  'need_links',
  {
    id: id(),
    needId: uuid('need_id')
      .notNull()
      .references(() => communityNeeds.id),
    caseId: uuid('case_id').references(() => cases.id),
    actionId: uuid('action_id').references(() => forumActions.id),
    createdBy: user('created_by').notNull(),
    createdAt: momentNow('created_at'),
  },
  (t) => [
    uniqueIndex('need_links_of_concern').on(t.caseId, t.needId), // a concern's page
    uniqueIndex('need_links_of_action').on(t.actionId, t.needId), // an action's page
    index('need_links_of_need').on(t.needId), // a need's page
    check('need_links_one', sql`(case_id is null) <> (action_id is null)`),
  ],
)

/** What happened to a plan, a need or a project; written with each step, never changed. */
export const communityEvents = pgTable(
  'community_events',
  {
    id: id(),
    subject: text('subject').notNull(),
    subjectId: uuid('subject_id').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actorId: user('actor_id'),
    at: momentNow('at'),
    data: jsonb('data').notNull().default({}),
  },
  (t) => [
    index('community_events_of_subject').on(t.subjectId, t.id),
    check('community_events_subject', oneOf('subject', ['plan', 'need', 'project'])),
  ],
)
