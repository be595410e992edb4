import { defineMachine } from '../../cases/machine'

/** A community's action plan. Source: the programme's workflow. */
export const planMachine = defineMachine({
  name: 'action_plan',
  initial: 'drafting',
  states: ['drafting', 'validated_by_community', 'endorsed_by_authority', 'active', 'reviewed', 'archived'],
  steps: ['drafting', 'validated_by_community', 'endorsed_by_authority', 'active', 'reviewed', 'archived'],
  closed: ['archived'],
  deeds: {
    validate: { from: ['drafting'], to: ['validated_by_community'] },
    endorse: { from: ['validated_by_community'], to: ['endorsed_by_authority'] },
    activate: { from: ['endorsed_by_authority'], to: ['active'] },
    review: { from: ['active'], to: ['reviewed'] },
    archive: { from: ['reviewed'], to: ['archived'] },
  },
})

export type PlanStatus = (typeof planMachine.states)[number]
export type PlanDeed = keyof typeof planMachine.deeds
