import { eq } from 'drizzle-orm'
import type { Actor } from '../lib/auth/actor'
import { transition } from '../lib/cases/transition'
import type { Result } from '../lib/commands/result'
import { createGrant, submitGrant } from '../lib/grants/application-commands'
import { decisionCard } from '../lib/grants/decision-card'
import { decideGrant } from '../lib/grants/decision-commands'
import { lockGrant } from '../lib/grants/load'
import { completePlan, savePlan } from '../lib/grants/plan-commands'
import { recordScreening, recordVerification, startScreening } from '../lib/grants/review-commands'
import { completeTraining, waiveTraining } from '../lib/grants/training/step-commands'
import { newId } from '../lib/ids'
import { withActor, withSystem } from './client'
import { cases } from './schema/cases'
import {
  committeeDeclarations,
  committeeItems,
  committeeMeetings,
  committeeMembers,
  committeeScores,
} from './schema/committee'
import { grants } from './schema/grants'
import { makePerson, type TestPerson, type World } from './testing-world'

/** The data of an answer that must be good; a test stops with the whole answer otherwise. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected ok, got ${JSON.stringify(result)}`)
  return result.data
}

/** The version that the next form about a case would carry. */
export async function versionOf(actor: Actor, caseId: string): Promise<number> {
  const grant = await withActor(actor, (tx) => lockGrant(tx, caseId))
  return grant?.version ?? 0
}

export async function statusOf(actor: Actor, caseId: string): Promise<string | undefined> {
  return (await withActor(actor, (tx) => lockGrant(tx, caseId)))?.status
}

export const details = {
  form: 'cash',
  currency: 'IQD',
  amount: '2,000,000',
  sector: 'food',
  businessKind: 'existing',
  businessName: 'مخبز الفرات',
  purpose: 'Reopen the bakery with a new oven',
  monthlyIncome: '٣٠٠٬٠٠٠',
  dependants: '4',
  yearsOfExperience: '6',
}

const stages = [
  'draft',
  'submitted',
  'screening',
  'verification',
  'training',
  'business_plan',
  'committee_review',
  'pending_approval_1',
  'approved',
] as const

/** Brings a new grant, prepared by `caseworker` and verified by `colleague`, to a stage on the way to the decision. */
export async function grantAt(
  world: World,
  stage: (typeof stages)[number],
  change: { amount?: string; person?: TestPerson; lineId?: string } = {},
) {
  const { caseworker, colleague } = world.actor
  const person = change.person ?? (await makePerson(caseworker))
  const draft = {
    ...details,
    amount: change.amount ?? details.amount,
    personId: person.personId,
    fundingRoundId: world.roundId,
  }
  const { caseId } = good(await createGrant.execute(caseworker, draft))
  const next = async () => ({ caseId, version: await versionOf(caseworker, caseId) })
  const steps: (() => Promise<unknown>)[] = [
    async () => good(await submitGrant.execute(caseworker, await next())),
    async () => good(await startScreening.execute(colleague, await next())),
    async () => good(await recordScreening.execute(colleague, await next())),
    async () =>
      good(
        await recordVerification.execute(colleague, {
          ...(await next()),
          visitedOn: '2026-02-01',
          place: 'Falluja',
          findings: 'The oven is broken, the shop stands.',
          isConfirmed: 'yes',
        }),
      ),
    async () => {
      good(
        await waiveTraining.execute(world.actor.supervisorB, {
          ...(await next()),
          reason: 'Ran a bakery for twenty years.',
        }),
      )
      good(await completeTraining.execute(caseworker, await next()))
    },
    async () => {
      good(await savePlan.execute(caseworker, { ...(await next()), ...plan(change.amount) }))
      good(await completePlan.execute(caseworker, await next()))
    },
    async () => passCommittee(world, caseId, change.lineId ?? world.lineId),
    async () => {
      good(await decide(world.actor.supervisor, caseId, 'approve'))
      if ((await statusOf(caseworker, caseId)) === 'pending_approval_2')
        good(await decide(world.actor.manager, caseId, 'approve'))
    },
  ]
  for (const step of steps.slice(0, stages.indexOf(stage))) await step()
  return { caseId, ...person }
}

/** Three members score, the committee recommends, a line is chosen; written past the commands, for tests of other rooms. */
export async function passCommittee(world: World, caseId: string, lineId: string): Promise<void> {
  const { supervisor, manager, managerB } = world.actor
  const meetingId = newId()
  const itemId = newId()
  await withSystem('test committee', async (tx) => {
    await tx.insert(committeeMeetings).values({
      id: meetingId,
      teamId: world.team.falluja,
      heldOn: '2026-02-10',
      venue: 'Falluja',
      convenedBy: supervisor.userId,
    })
    const members = [supervisor, manager, managerB]
    await tx
      .insert(committeeMembers)
      .values(members.map(({ userId }, index) => ({ id: newId(), meetingId, userId, isChair: index === 0 })))
    const [grant] = await tx.select({ round: grants.round }).from(grants).where(eq(grants.caseId, caseId))
    await tx.insert(committeeItems).values({ id: itemId, meetingId, caseId, round: grant?.round ?? 1 })
    for (const { userId } of members) {
      await tx.insert(committeeDeclarations).values({ id: newId(), itemId, userId, hasConflict: false })
      const points = { viability: 4, experience: 3, jobs: 4, risk: 3, socialValue: 4 }
      await tx.insert(committeeScores).values({ id: newId(), itemId, userId, ...points })
    }
    await tx
      .update(committeeItems)
      .set({ outcome: 'recommended', recordedBy: supervisor.userId })
      .where(eq(committeeItems.id, itemId))
    await tx.update(grants).set({ budgetLineId: lineId }).where(eq(grants.caseId, caseId))
    const [row] = await tx.select({ version: cases.version }).from(cases).where(eq(cases.id, caseId))
    const context = { tx, actor: supervisor, now: new Date(), commandId: newId() }
    await transition(
      context,
      { id: caseId, programme: 'livelihoods', status: 'committee_review', version: row?.version ?? 0 },
      'record_committee',
      'pending_approval_1',
    )
  })
}

export function plan(amount = details.amount) {
  return {
    currency: 'IQD',
    description: 'Bread for the quarter, six days a week.',
    ownContribution: '0',
    expectedMonthlyProfit: '600000',
    jobsNowWomenFull: '0',
    jobsNowWomenPart: '0',
    jobsNowMenFull: '1',
    jobsNowMenPart: '0',
    jobsPlannedWomenFull: '1',
    jobsPlannedWomenPart: '0',
    jobsPlannedMenFull: '1',
    jobsPlannedMenPart: '1',
    market: 'Two hundred households within walking distance, one other bakery.',
    lines: [{ item: 'Oven', quantity: '1', unitPrice: amount, supplier: 'Al-Furat Tools', quote: 'Q-17, 3 February' }],
    months: Array.from({ length: 12 }, () => ({ income: '1500000', cost: '900000' })),
    milestones: [
      { title: 'The oven stands and bakes', evidence: 'Photo of the oven', dueMonth: '1' },
      { title: 'Bread is sold six days a week', evidence: 'Visit to the shop', dueMonth: '3' },
    ],
  }
}

/** What the decision form of this actor would send. */
export async function decisionForm(actor: Actor, caseId: string, outcome: 'approve' | 'reject' | 'return') {
  return withActor(actor, async (tx) => {
    const grant = await lockGrant(tx, caseId)
    if (!grant) throw new Error('no such grant for this actor')
    const hash = (await decisionCard(tx, caseId))?.hash
    return { caseId, version: grant.version, outcome, reason: 'Looked at all of it.', shownHash: hash }
  })
}

export async function decide(actor: Actor, caseId: string, outcome: 'approve' | 'reject' | 'return') {
  return decideGrant.execute(actor, await decisionForm(actor, caseId, outcome))
}
