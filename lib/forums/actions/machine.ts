import { defineMachine } from '../../cases/machine'

/** Something that a forum agreed to do. Source: the programme's workflow; overdue is derived. */
export const actionMachine = defineMachine({
  name: 'action',
  initial: 'open',
  states: ['open', 'in_progress', 'blocked', 'done', 'verified', 'cancelled'],
  steps: ['open', 'in_progress', 'done', 'verified'],
  closed: ['verified', 'cancelled'],
  deeds: {
    start: { from: ['open'], to: ['in_progress'] },
    block: { from: ['open', 'in_progress'], to: ['blocked'] },
    unblock: { from: ['blocked'], to: ['in_progress'] },
    finish: { from: ['open', 'in_progress'], to: ['done'] },
    verify: { from: ['done'], to: ['verified'] },
    // The forum did not find it done.
    send_back: { from: ['done'], to: ['in_progress'] },
    cancel: { from: ['open', 'in_progress', 'blocked'], to: ['cancelled'] },
  },
})

export type ActionStatus = (typeof actionMachine.states)[number]
export type ActionDeed = keyof typeof actionMachine.deeds
