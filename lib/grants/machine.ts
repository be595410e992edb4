import { defineMachine } from '../cases/machine'

/** Open states before the decision, from which a grant can still be withdrawn or cancelled. */
const beforeDecision = [
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
] as const

/** States in which money is promised or on its way; ending here gives back what is not paid. */
const withMoney = ['approved', 'agreement_signed', 'disbursing', 'suspended'] as const

/** A livelihood grant from draft to a business that still runs a year later. Source: the programme's workflow. */
export const grantMachine = defineMachine({
  name: 'grant',
  initial: 'draft',
  states: [
    ...beforeDecision,
    ...withMoney,
    'monitoring',
    'completed',
    'ineligible',
    'rejected',
    'withdrawn',
    'cancelled',
  ],
  steps: [
    'draft',
    'submitted',
    'screening',
    'verification',
    'training',
    'business_plan',
    'committee_review',
    'pending_approval_1',
    'approved',
    'agreement_signed',
    'disbursing',
    'monitoring',
    'completed',
  ],
  closed: ['completed', 'ineligible', 'rejected', 'withdrawn', 'cancelled'],
  deeds: {
    submit: { from: ['draft', 'returned'], to: ['submitted'] },
    start_screening: { from: ['submitted'], to: ['screening'] },
    record_screening: { from: ['screening'], to: ['verification', 'ineligible'] },
    record_verification: { from: ['verification'], to: ['training', 'returned'] },
    complete_training: { from: ['training'], to: ['business_plan'] },
    complete_plan: { from: ['business_plan'], to: ['committee_review'] },
    record_committee: { from: ['committee_review'], to: ['pending_approval_1', 'waitlisted', 'returned', 'rejected'] },
    move_up: { from: ['waitlisted'], to: ['committee_review'] },
    decide_first: { from: ['pending_approval_1'], to: ['approved', 'pending_approval_2', 'rejected', 'returned'] },
    decide_second: { from: ['pending_approval_2'], to: ['approved', 'rejected', 'returned'] },
    sign_agreement: { from: ['approved'], to: ['agreement_signed'] },
    start_disbursing: { from: ['agreement_signed'], to: ['disbursing'] },
    suspend: { from: ['disbursing'], to: ['suspended'] },
    resume: { from: ['suspended'], to: ['disbursing'] },
    start_monitoring: { from: ['disbursing'], to: ['monitoring'] },
    complete: { from: ['monitoring'], to: ['completed'] },
    withdraw: { from: [...beforeDecision, ...withMoney], to: ['withdrawn'] },
    cancel: { from: [...beforeDecision, ...withMoney], to: ['cancelled'] },
  },
})

export type GrantStatus = (typeof grantMachine.states)[number]

/** States that count against "one live grant per household and funding round"; a draft does not yet. */
export const liveGrantStatuses: readonly GrantStatus[] = [
  ...beforeDecision.filter((status) => status !== 'draft'),
  ...withMoney,
  'monitoring',
  'completed',
]

/** Whether money is promised or on its way: from here only a supervisor ends the grant. */
export function holdsMoney(status: string): boolean {
  return withMoney.some((state) => state === status)
}
