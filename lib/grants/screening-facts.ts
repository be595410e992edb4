import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases'
import { fundingRounds, grants } from '../../db/schema/grants'
import { displacements, householdMembers, households, people, washingtonAnswers } from '../../db/schema/people'
import { locations } from '../../db/schema/places'
import type { Context } from '../commands/command'
import { baghdadDay } from '../format'
import {
  ageOn,
  washingtonAnswers as answerCodes,
  type DisplacementStatus,
  displacementStatuses,
  hasDisability,
  isFemaleHeaded,
  type Sex,
  sexes,
  type WashingtonAnswer,
} from '../people/domain'
import { obstaclesToSubmit } from './application-commands'
import type { EligibilityFacts } from './eligibility'
import type { LoadedGrant } from './load'
import type { ScoreFacts } from './score'

const known = <T extends string>(list: readonly T[], value: string | null | undefined): T | null =>
  list.find((entry) => entry === value) ?? null

/** Everything that screening looks at, read in one round trip. */
export async function screeningFacts(
  context: Context,
  grant: LoadedGrant,
): Promise<{ eligibility: EligibilityFacts; score: ScoreFacts }> {
  const { tx, now } = context
  const today = baghdadDay(now)
  const ofHousehold = and(eq(householdMembers.householdId, grant.householdId), isNull(householdMembers.toOn))
  const [person, round, head, members, answers, last, submission] = await Promise.all([
    tx
      .select({
        birthOn: people.birthOn,
        status: displacements.status,
        governorate: sql<string>`left(${locations.pcode}, 5)`,
      })
      .from(people)
      .innerJoin(locations, eq(locations.pcode, people.locationPcode))
      .leftJoin(displacements, and(eq(displacements.personId, people.id), isNull(displacements.toOn)))
      .where(eq(people.id, grant.personId)),
    tx.select().from(fundingRounds).where(eq(fundingRounds.id, grant.fundingRoundId)),
    tx
      .select({ sex: people.sex })
      .from(households)
      .innerJoin(people, eq(people.id, households.headPersonId))
      .where(eq(households.id, grant.householdId)),
    tx.select({ id: householdMembers.personId }).from(householdMembers).where(ofHousehold),
    tx
      .selectDistinctOn([washingtonAnswers.personId])
      .from(washingtonAnswers)
      .innerJoin(householdMembers, and(eq(householdMembers.personId, washingtonAnswers.personId), ofHousehold))
      .orderBy(washingtonAnswers.personId, sql`${washingtonAnswers.answeredOn} desc`),
    tx
      .select({ days: sql<number | null>`(${today}::date - max(${cases.closedAt})::date)::integer` })
      .from(grants)
      .innerJoin(cases, eq(cases.id, grants.caseId))
      .where(and(eq(grants.householdId, grant.householdId), eq(cases.status, 'approved'), ne(cases.id, grant.id))),
    obstaclesToSubmit(context, grant.personId),
  ])
  const applicant = person[0]
  const rules = round[0]
  if (!applicant || !rules) throw new Error('a grant without its person or round')
  const age = ageOn({ date: applicant.birthOn }, today) ?? 0
  const keys = new Set(submission.obstacles.map((obstacle) => obstacle.key))
  return {
    eligibility: {
      ageYears: age,
      governoratePcode: applicant.governorate,
      submittedOn: today,
      amountMinor: grant.amountMinor,
      currency: grant.currency,
      round: rules,
      daysSinceLastGrant: last[0]?.days ?? null,
      hasConsent: !keys.has('grants.refused.no_consent'),
      hasBlockingDuplicate: keys.has('grants.refused.duplicate_open'),
    },
    score: {
      isFemaleHeaded: isFemaleHeaded(headOf(head[0]?.sex)),
      displacement: known<DisplacementStatus>(displacementStatuses, applicant.status),
      hasDisability: answers.some(({ washington_answers: row }) => hasDisability(answersOf(row)) === true),
      dependants: grant.dependants,
      householdSize: members.length,
      monthlyIncomeIqd: Math.floor(grant.monthlyIncomeMinor / 1000),
      ageYears: age,
    },
  }
}

function headOf(sex: string | undefined): { sex: Sex } | null {
  const known_ = known<Sex>(sexes, sex)
  return known_ ? { sex: known_ } : null
}

function answersOf(row: typeof washingtonAnswers.$inferSelect) {
  const code = (value: string) => known<WashingtonAnswer>(answerCodes, value)
  return {
    seeing: code(row.seeing),
    hearing: code(row.hearing),
    walking: code(row.walking),
    remembering: code(row.remembering),
    self_care: code(row.selfCare),
    communicating: code(row.communicating),
  }
}
