import { workMoment } from './clock'
import { type SeedTeam, teamShares } from './data/places'
import type { Random } from './random'

/** How the 425 applications of the demo are spread over the states that have a screen. */
const spread = {
  draft: 14,
  submitted: 12,
  screening: 10,
  verification: 17,
  training: 10,
  business_plan: 18,
  committee_review: 8,
  waitlisted: 5,
  pending_approval_1: 22,
  pending_approval_2: 9,
  returned: 12,
  approved: 12,
  agreement: 8,
  paying: 38,
  suspended: 4,
  monitoring: 122,
  completed: 74,
  left: 3,
  rejected: 8,
  ineligible: 8,
  withdrawn: 6,
  cancelled: 5,
} as const
export type Target = keyof typeof spread

/** An application of the demo, before it is known whose: how far it comes, and when it begins and ends. */
export type Part = {
  target: Target
  team: SeedTeam
  hasSecondRound: boolean
  beganDaysAgo: number
  endedDaysAgo: number
  steps: number
  random: Random
}

/** How many commands tell each story, so that the last one falls on the day it stands at. */
const stepsOf: Record<Target, number> = {
  draft: 1,
  submitted: 2,
  screening: 3,
  verification: 4,
  ineligible: 4,
  training: 5,
  business_plan: 7,
  committee_review: 10,
  waitlisted: 10,
  returned: 5,
  pending_approval_1: 10,
  pending_approval_2: 11,
  approved: 12,
  agreement: 14,
  paying: 27,
  suspended: 22,
  monitoring: 34,
  completed: 34,
  left: 24,
  rejected: 11,
  withdrawn: 4,
  cancelled: 3,
}
/** A return, an edit and the whole way again. */
const stepsOfSecondRound = 11

const open: readonly Target[] = [
  'draft',
  'submitted',
  'screening',
  'verification',
  'training',
  'business_plan',
  'committee_review',
  'waitlisted',
  'pending_approval_1',
  'pending_approval_2',
  'returned',
]

/** Whether an application waits for a decision still. */
export const isOpen = (target: Target) => open.includes(target)

/** Nothing began earlier: the office had just opened. */
const earliest = 455

/** When an application began and when its last step was, in days ago. Those of the first year are long paid and visited. */
function datesOf(target: Target, steps: number, random: Random): { beganDaysAgo: number; endedDaysAgo: number } {
  const from = (beganDaysAgo: number, pace: number) => ({
    beganDaysAgo,
    endedDaysAgo: Math.max(1, Math.round(beganDaysAgo - pace * steps)),
  })
  if (target === 'completed') return from(random.int(426, earliest), 1 + random.next() / 2)
  if (target === 'monitoring') return from(random.chance(0.12) ? random.int(400, earliest) : random.int(120, 400), 2.2)
  const recently = { approved: 25, agreement: 30, paying: 40, suspended: 60 }
  const until = isOpen(target)
    ? random.weighted([
        [0, 30],
        [1, 20],
        [2, 15],
        [4, 12],
        [6, 10],
        [9, 8],
        [13, 5],
      ] as const)
    : random.int(2, target in recently ? recently[target as keyof typeof recently] : 380)
  const beganDaysAgo = Math.min(earliest, Math.max(until + 1, until + random.int(3, 6) * steps))
  return { beganDaysAgo, endedDaysAgo: until }
}

/** Everyone who applies in the demo's fifteen months, in no order. */
export function castOf(random: Random): Part[] {
  const targets = (Object.keys(spread) as Target[]).flatMap((target) => Array<Target>(spread[target]).fill(target))
  return targets.map((target, index) => {
    const own = random.fork(`part ${index}`)
    const hasSecondRound = target === 'pending_approval_1' && own.chance(0.4)
    const steps = stepsOf[target] + (hasSecondRound ? stepsOfSecondRound : 0)
    return {
      target,
      // The line of Ramadi is the one that runs out.
      team: target === 'waitlisted' ? 'ramadi' : own.weighted(teamShares),
      hasSecondRound,
      steps,
      ...datesOf(target, steps, own),
      random: own,
    }
  })
}

/** The moments of an application's steps, oldest first; two steps never share one. */
export function momentsOf({ beganDaysAgo, endedDaysAgo, steps, random }: Part, today: Date): Date[] {
  const times = Array.from({ length: steps }, (_, index) => {
    const daysAgo = beganDaysAgo - ((beganDaysAgo - endedDaysAgo) * index) / Math.max(1, steps - 1)
    return workMoment(today, daysAgo, random).getTime()
  }).sort((a, b) => a - b)
  return times.map((time, index) => new Date(time + index))
}
