import { defineMachine } from '../../cases/machine'

/** States in which only the team of the forum sees a concern. The database asks the same (`app_is_untriaged`). */
export const untriagedStatuses = ['raised', 'triage'] as const

/**
 * A concern that a forum raised. Source: the programme's workflow. `restrict` is also open from `raised`: the conduct of police
 * leaves the team's sight in the moment it is written down.
 */
export const concernMachine = defineMachine({
  name: 'concern',
  initial: 'raised',
  states: [
    ...untriagedStatuses,
    'accepted',
    'planned',
    'in_progress',
    'resolved',
    'verified_by_forum',
    'closed',
    'reopened',
    'duplicate',
    'out_of_scope',
    'referred_out',
    'restricted',
  ],
  steps: ['raised', 'triage', 'accepted', 'planned', 'in_progress', 'resolved', 'verified_by_forum', 'closed'],
  closed: ['closed', 'duplicate', 'out_of_scope', 'referred_out', 'restricted'],
  reopens: ['reopen'],
  deeds: {
    start_triage: { from: ['raised'], to: ['triage'] },
    accept: { from: ['triage'], to: ['accepted'] },
    plan: { from: ['accepted', 'reopened'], to: ['planned'] },
    start: { from: ['planned', 'reopened'], to: ['in_progress'] },
    resolve: { from: ['planned', 'in_progress'], to: ['resolved'] },
    verify: { from: ['resolved'], to: ['verified_by_forum'] },
    close: { from: ['verified_by_forum'], to: ['closed'] },
    reopen: { from: ['resolved', 'closed'], to: ['reopened'] },
    mark_duplicate: { from: ['triage'], to: ['duplicate'] },
    put_out_of_scope: { from: ['triage'], to: ['out_of_scope'] },
    refer_out: { from: ['triage'], to: ['referred_out'] },
    restrict: { from: ['raised', 'triage'], to: ['restricted'] },
  },
})

export type ConcernStatus = (typeof concernMachine.states)[number]
