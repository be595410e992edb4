import { defineMachine } from '../../cases/machine'

export const supplyKinds = ['medicine', 'equipment'] as const

/** A delivery to the Department of Health. Source: the programme's workflow; `supply_rules` in the database holds the same table. */
export const supplyMachine = defineMachine({
  name: 'supply',
  initial: 'planned',
  states: ['planned', 'approved', 'dispatched', 'received', 'accepted', 'discrepancy', 'closed', 'cancelled'],
  steps: ['planned', 'approved', 'dispatched', 'received', 'accepted', 'closed'],
  closed: ['closed', 'cancelled'],
  deeds: {
    approve: { from: ['planned'], to: ['approved'] },
    dispatch: { from: ['approved'], to: ['dispatched'] },
    receive: { from: ['dispatched'], to: ['received'] },
    accept: { from: ['received'], to: ['accepted'] },
    report_discrepancy: { from: ['received'], to: ['discrepancy'] },
    close: { from: ['accepted', 'discrepancy'], to: ['closed'] },
    cancel: { from: ['planned', 'approved'], to: ['cancelled'] },
  },
})

export type SupplyKind = (typeof supplyKinds)[number]
export type SupplyStatus = (typeof supplyMachine.states)[number]
export type SupplyDeed = keyof typeof supplyMachine.deeds
