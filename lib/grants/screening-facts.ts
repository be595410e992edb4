import { and, eq, isNull, sql } from 'drizzle-orm'
import { fundingRoundDistricts, fundingRounds } from '../../db/schema/grants'
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
  const [person, round, districts, head, members, answers, last, submission] = await Promise.all([
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
      .select({ pcode: fundingRoundDistricts.districtPcode })
      .from(fundingRoundDistricts)
      .where(eq(fundingRoundDistricts.fundingRoundId, grant.fundingRoundId)),
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
    tx.execute<{ days: number | null }>(sql`
      select (${today}::date - max((e.at at time zone 'Asia/Baghdad')::date))::integer as days
      from grants g join cases c on c.id = g.case_id join case_events e on e.case_id = c.id and e.to_status = 'approved'
      where g.household_id = ${grant.householdId} and c.id <> ${grant.id}
        and (c.status not in ('withdrawn', 'cancelled') or exists (select from tranches t where t.case_id = c.id
          and t.status in ('released', 'paid', 'receipt_confirmed', 'milestone_verified', 'written_off')))`),
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
      districtPcode: grant.districtPcode,
      round: { ...rules, districts: districts.map((one) => one.pcode) },
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
