import type { Actor } from '../lib/auth/actor'
import type { Result } from '../lib/commands/result'
import { createGrant, submitGrant } from '../lib/grants/application-commands'
import { decisionCard } from '../lib/grants/decision-card'
import { decideGrant } from '../lib/grants/decision-commands'
import { lockGrant } from '../lib/grants/load'
import { completePlan, savePlan } from '../lib/grants/plan-commands'
import { recordScreening, recordVerification, startScreening } from '../lib/grants/review-commands'
import { withActor } from './client'
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

const stages = ['draft', 'submitted', 'screening', 'verification', 'business_plan', 'pending_approval_1'] as const

/** Brings a new grant, prepared by `caseworker` and verified by `colleague`, to a stage on the way to the decision. */
export async function grantAt(
  world: World,
  stage: (typeof stages)[number],
  change: { amount?: string; person?: TestPerson } = {},
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
      good(await savePlan.execute(caseworker, { ...(await next()), ...plan(change.amount) }))
      good(await completePlan.execute(caseworker, await next()))
    },
  ]
  for (const step of steps.slice(0, stages.indexOf(stage))) await step()
  return { caseId, ...person }
}

export function plan(amount = details.amount) {
  return {
    currency: 'IQD',
    description: 'Bread for the quarter, six days a week.',
    ownContribution: '0',
    expectedMonthlyProfit: '600000',
    jobsNow: '1',
    jobsPlannedWomen: '1',
    jobsPlannedMen: '2',
    lines: [{ item: 'Oven', quantity: '1', unitPrice: amount }],
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
