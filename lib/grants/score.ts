import type { DisplacementStatus } from '../people/domain'

/** What the vulnerability score looks at. Income in whole dinars a month for the household; ages in whole years. */
export type ScoreFacts = {
  isFemaleHeaded: boolean
  displacement: DisplacementStatus | null
  hasDisability: boolean
  dependants: number
  householdSize: number
  monthlyIncomeIqd: number
  ageYears: number
}

/** One line of the score, ready to be explained: what was looked at, how many points of how many, and why. */
export type ScoreLine = { key: string; points: number; most: number; params?: Record<string, string | number> }

export const scoreVersion = '2026-1'

const displacementPoints: Record<DisplacementStatus, number> = {
  idp_in_camp: 20,
  idp_out_of_camp: 16,
  refugee_asylum_seeker: 16,
  returnee: 12,
  host_community: 5,
  other: 5,
}

function step(value: number, steps: readonly (readonly [below: number, points: number])[], otherwise: number): number {
  return steps.find(([below]) => value < below)?.[1] ?? otherwise
}

/**
 * The vulnerability score, version 2026-1: 0 to 100, the more the sooner help is needed. Each line stands for itself, so
 * that the sum explains itself. Weights are the programme's own, set with the community committees.
 */
export function vulnerabilityScore(facts: ScoreFacts): { version: string; score: number; lines: ScoreLine[] } {
  const perHead = Math.floor(facts.monthlyIncomeIqd / Math.max(1, facts.householdSize))
  const lines: ScoreLine[] = [
    { key: 'grants.score.femaleHeaded', points: facts.isFemaleHeaded ? 15 : 0, most: 15 },
    {
      key: 'grants.score.displacement',
      points: facts.displacement ? displacementPoints[facts.displacement] : 0,
      most: 20,
      params: { status: facts.displacement ?? 'unknown' },
    },
    { key: 'grants.score.disability', points: facts.hasDisability ? 15 : 0, most: 15 },
    {
      key: 'grants.score.dependants',
      points: step(
        facts.dependants,
        [
          [1, 0],
          [3, 5],
          [5, 10],
        ],
        15,
      ),
      most: 15,
      params: { count: facts.dependants },
    },
    {
      key: 'grants.score.income',
      points: step(
        perHead,
        [
          [60_000, 25],
          [120_000, 16],
          [200_000, 8],
        ],
        0,
      ),
      most: 25,
      params: { perHead },
    },
    {
      key: 'grants.score.age',
      points: facts.ageYears <= 25 || facts.ageYears >= 60 ? 10 : 0,
      most: 10,
      params: { age: facts.ageYears },
    },
  ]
  return { version: scoreVersion, score: lines.reduce((sum, line) => sum + line.points, 0), lines }
}
