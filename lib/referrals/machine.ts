import { defineMachine } from '../cases/machine'

/** States in which the person has not been seen yet: here the clock of the priority runs. */
export const unseenStatuses = ['requested', 'received', 'accepted', 'appointment_set', 'no_show'] as const

/** A health referral from a need to a known outcome. Source: the programme's workflow, in FHIR Task's words where it has them. */
export const referralMachine = defineMachine({
  name: 'referral',
  initial: 'draft',
  states: [
    'draft',
    ...unseenStatuses,
    'attended',
    'in_progress',
    'on_hold',
    'completed',
    'feedback_recorded',
    'closed',
    'rejected',
    'lost_to_follow_up',
    'failed',
    'cancelled',
  ],
  steps: [
    'draft',
    'requested',
    'received',
    'accepted',
    'appointment_set',
    'attended',
    'in_progress',
    'completed',
    'feedback_recorded',
    'closed',
  ],
  closed: ['closed', 'rejected', 'lost_to_follow_up', 'failed', 'cancelled'],
  deeds: {
    send: { from: ['draft'], to: ['requested'] },
    receive: { from: ['requested'], to: ['received'] },
    // A facility that answers at once has received it too.
    accept: { from: ['requested', 'received'], to: ['accepted'] },
    reject: { from: ['requested', 'received'], to: ['rejected'] },
    set_appointment: { from: ['accepted', 'appointment_set', 'no_show'], to: ['appointment_set'] },
    attend: { from: ['accepted', 'appointment_set'], to: ['attended'] },
    miss: { from: ['appointment_set'], to: ['no_show'] },
    lose: { from: ['no_show'], to: ['lost_to_follow_up'] },
    start: { from: ['attended'], to: ['in_progress'] },
    hold: { from: ['in_progress'], to: ['on_hold'] },
    resume: { from: ['on_hold'], to: ['in_progress'] },
    complete: { from: ['attended', 'in_progress'], to: ['completed'] },
    fail: { from: ['in_progress'], to: ['failed'] },
    record_feedback: { from: ['completed'], to: ['feedback_recorded'] },
    close: { from: ['feedback_recorded'], to: ['closed'] },
    cancel: { from: ['draft', 'requested', 'received', 'accepted', 'appointment_set'], to: ['cancelled'] },
  },
})

export type ReferralStatus = (typeof referralMachine.states)[number]

/** States in which a referral came to nothing and may be taken up again elsewhere. */
export const retakenFrom = ['rejected', 'failed', 'lost_to_follow_up', 'cancelled'] as const

/** Whether the person should have been seen by now and was not. Derived, never stored. */
export function isOverdue(referral: { status: string; dueAt: Date | null }, now: Date): boolean {
  return unseenStatuses.some((status) => status === referral.status) && referral.dueAt !== null && referral.dueAt < now
}
