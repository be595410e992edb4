import { defineMachine } from '../../cases/machine'

/** A session of a forum, from its date to minutes that were shared. Source: the programme's workflow. */
export const sessionMachine = defineMachine({
  name: 'session',
  initial: 'scheduled',
  states: ['scheduled', 'postponed', 'held', 'minutes_draft', 'minutes_approved', 'shared', 'cancelled'],
  steps: ['scheduled', 'held', 'minutes_draft', 'minutes_approved', 'shared'],
  closed: ['shared', 'cancelled'],
  deeds: {
    postpone: { from: ['scheduled'], to: ['postponed'] },
    schedule: { from: ['postponed'], to: ['scheduled'] },
    hold: { from: ['scheduled', 'postponed'], to: ['held'] },
    draft_minutes: { from: ['held'], to: ['minutes_draft'] },
    approve_minutes: { from: ['minutes_draft'], to: ['minutes_approved'] },
    share: { from: ['minutes_approved'], to: ['shared'] },
    cancel: { from: ['scheduled', 'postponed'], to: ['cancelled'] },
  },
})

export type SessionStatus = (typeof sessionMachine.states)[number]
export type SessionDeed = keyof typeof sessionMachine.deeds
