import { defineMachine } from '../cases/machine'

/** A Community Policing Forum. Source: the programme's workflow. */
export const forumMachine = defineMachine({
  name: 'forum',
  initial: 'proposed',
  states: ['proposed', 'endorsed', 'active', 'dormant', 'handed_over', 'closed'],
  steps: ['proposed', 'endorsed', 'active', 'handed_over'],
  closed: ['handed_over', 'closed'],
  deeds: {
    endorse: { from: ['proposed'], to: ['endorsed'] },
    activate: { from: ['endorsed', 'dormant'], to: ['active'] },
    rest: { from: ['active'], to: ['dormant'] },
    hand_over: { from: ['active', 'dormant'], to: ['handed_over'] },
    close: { from: ['proposed', 'endorsed', 'active', 'dormant'], to: ['closed'] },
  },
})

export type ForumStatus = (typeof forumMachine.states)[number]
export type ForumDeed = keyof typeof forumMachine.deeds
