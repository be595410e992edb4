import { defineMachine } from '../../cases/machine'

/** A light infrastructure project, from a need that someone saw to the end of its liability. Source: the programme's workflow. */
export const projectMachine = defineMachine({
  name: 'project',
  initial: 'identified',
  states: [
    'identified',
    'assessed',
    'prioritised',
    'designed',
    'approved',
    'tendering',
    'contracted',
    'works',
    'suspended',
    'inspected',
    'defects',
    'handed_over',
    'liability_period',
    'closed',
    'cancelled',
  ],
  steps: [
    'identified',
    'assessed',
    'prioritised',
    'designed',
    'approved',
    'tendering',
    'contracted',
    'works',
    'inspected',
    'handed_over',
    'liability_period',
    'closed',
  ],
  closed: ['closed', 'cancelled'],
  deeds: {
    assess: { from: ['identified'], to: ['assessed'] },
    prioritise: { from: ['assessed'], to: ['prioritised'] },
    design: { from: ['prioritised'], to: ['designed'] },
    approve: { from: ['designed'], to: ['approved'] },
    tender: { from: ['approved'], to: ['tendering'] },
    contract: { from: ['tendering'], to: ['contracted'] },
    start: { from: ['contracted'], to: ['works'] },
    suspend: { from: ['works'], to: ['suspended'] },
    resume: { from: ['suspended'], to: ['works'] },
    complete: { from: ['works'], to: ['inspected'] },
    report_defects: { from: ['inspected'], to: ['defects'] },
    clear_defects: { from: ['defects'], to: ['inspected'] },
    hand_over: { from: ['inspected'], to: ['handed_over'] },
    begin_liability: { from: ['handed_over'], to: ['liability_period'] },
    close: { from: ['liability_period'], to: ['closed'] },
    cancel: {
      from: ['identified', 'assessed', 'prioritised', 'designed', 'approved', 'tendering'],
      to: ['cancelled'],
    },
  },
})

export type ProjectStatus = (typeof projectMachine.states)[number]
export type ProjectDeed = keyof typeof projectMachine.deeds
