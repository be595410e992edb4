import { defineMachine } from '../../cases/machine'

/**
 * A round of displacement figures. Published it is locked: what is wrong in it is corrected by a new edition, which takes
 * its place when it is published. `displacement_round_rules` in the database holds the same table.
 */
export const roundMachine = defineMachine({
  name: 'displacement_round',
  initial: 'open',
  states: ['open', 'submitted', 'validated', 'published', 'superseded', 'discarded'],
  steps: ['open', 'submitted', 'validated', 'published'],
  closed: ['published', 'superseded', 'discarded'],
  deeds: {
    submit: { from: ['open'], to: ['submitted'] },
    validate: { from: ['submitted'], to: ['validated'] },
    publish: { from: ['validated'], to: ['published'] },
    send_back: { from: ['submitted', 'validated'], to: ['open'] },
    discard: { from: ['open'], to: ['discarded'] },
  },
})

export type RoundStatus = (typeof roundMachine.states)[number]
export type RoundDeed = keyof typeof roundMachine.deeds

/** How a status looks: the tone gives colour and shape; the word is always there. */
export const toneOf: Record<RoundStatus, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  open: 'info',
  submitted: 'warning',
  validated: 'warning',
  published: 'good',
  superseded: 'neutral',
  discarded: 'neutral',
}
