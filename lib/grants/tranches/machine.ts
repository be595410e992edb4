import { defineMachine } from '../../cases/machine'

/** How money reaches the payee. Source: the programme's workflow. */
export const trancheChannels = ['cash', 'bank_transfer', 'mobile_wallet', 'vendor'] as const
export type TrancheChannel = (typeof trancheChannels)[number]

/**
 * A tranche from the plan to a milestone that was seen. Source: the programme's workflow, with what may become of money that
 * went out and did not do what it was for. The trigger `tranche_rules` holds the same table.
 */
export const trancheMachine = defineMachine({
  name: 'tranche',
  initial: 'scheduled',
  states: [
    'scheduled',
    'requested',
    'authorised',
    'released',
    'paid',
    'receipt_confirmed',
    'milestone_verified',
    'failed',
    'cancelled',
    'recovered',
    'written_off',
  ],
  steps: ['scheduled', 'requested', 'authorised', 'released', 'paid', 'receipt_confirmed', 'milestone_verified'],
  closed: ['milestone_verified', 'cancelled', 'recovered', 'written_off'],
  deeds: {
    request: { from: ['scheduled', 'failed'], to: ['requested'] },
    authorise: { from: ['requested'], to: ['authorised'] },
    send_back: { from: ['requested', 'authorised'], to: ['scheduled'] },
    release: { from: ['authorised'], to: ['released'] },
    confirm_paid: { from: ['released'], to: ['paid'] },
    report_failed: { from: ['released'], to: ['failed'] },
    confirm_receipt: { from: ['paid'], to: ['receipt_confirmed'] },
    verify_milestone: { from: ['receipt_confirmed'], to: ['milestone_verified'] },
    recover: { from: ['paid', 'receipt_confirmed'], to: ['recovered'] },
    write_off: { from: ['paid', 'receipt_confirmed'], to: ['written_off'] },
    cancel: { from: ['scheduled', 'requested', 'failed'], to: ['cancelled'] },
  },
})

export type TrancheStatus = (typeof trancheMachine.states)[number]
