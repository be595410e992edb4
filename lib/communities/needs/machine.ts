import { defineMachine } from '../../cases/machine'

/** What a community needs, from the day it was written down to what came of it. Source: the programme's workflow. */
export const needMachine = defineMachine({
  name: 'need',
  initial: 'open',
  states: ['open', 'addressed', 'met', 'dropped'],
  steps: ['open', 'addressed', 'met'],
  closed: ['met', 'dropped'],
  reopens: ['reopen'],
  deeds: {
    address: { from: ['open'], to: ['addressed'] },
    meet: { from: ['open', 'addressed'], to: ['met'] },
    drop: { from: ['open', 'addressed'], to: ['dropped'] },
    // What was thought done turned out not to be.
    reopen: { from: ['addressed', 'met', 'dropped'], to: ['open'] },
  },
})

export type NeedStatus = (typeof needMachine.states)[number]
export type NeedDeed = keyof typeof needMachine.deeds
