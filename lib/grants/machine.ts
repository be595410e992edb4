import { defineMachine } from '../cases/machine'

/** Open states before the decision, from which a grant can still be withdrawn or cancelled. */
const beforeDecision = [
  'draft',
  'submitted',
  'screening',
  'verification',
  'business_plan',
  'pending_approval_1',
  'pending_approval_2',
  'returned',
] as const

/**
 * A livelihood grant from draft to decision. Source: the programme's workflow; training, committee and payment join the
 * table together with their screens, until then verification leads to the business plan and the plan to the decision.
 */
export const grantMachine = defineMachine({
  name: 'grant',
  initial: 'draft',
  states: [...beforeDecision, 'approved', 'ineligible', 'rejected', 'withdrawn', 'cancelled'],
  steps: ['draft', 'submitted', 'screening', 'verification', 'business_plan', 'pending_approval_1', 'approved'],
  closed: ['approved', 'ineligible', 'rejected', 'withdrawn', 'cancelled'],
  deeds: {
    submit: { from: ['draft', 'returned'], to: ['submitted'] },
    start_screening: { from: ['submitted'], to: ['screening'] },
    record_screening: { from: ['screening'], to: ['verification', 'ineligible'] },
    record_verification: { from: ['verification'], to: ['business_plan', 'returned'] },
    complete_plan: { from: ['business_plan'], to: ['pending_approval_1'] },
    decide_first: { from: ['pending_approval_1'], to: ['approved', 'pending_approval_2', 'rejected', 'returned'] },
    decide_second: { from: ['pending_approval_2'], to: ['approved', 'rejected', 'returned'] },
    withdraw: { from: beforeDecision, to: ['withdrawn'] },
    cancel: { from: beforeDecision, to: ['cancelled'] },
  },
})

export type GrantStatus = (typeof grantMachine.states)[number]

/** States that count against "one live grant per household and funding round"; a draft does not yet. */
export const liveGrantStatuses: readonly GrantStatus[] = [
  ...beforeDecision.filter((status) => status !== 'draft'),
  'approved',
]
