import type { Actor } from '../../auth/actor'
import { may, type Permission as Right } from '../../auth/roles'
import { deedsFrom } from '../../cases/machine'
import type { Permission } from '../../commands/command'
import { type RoundDeed, roundMachine } from './machine'

/** A round as far as its steps depend on it. `hasFigures`: the actor entered some of its figures. */
export type JudgedRound = {
  status: string
  createdBy: string
  submittedBy: string | null
  validatedBy: string | null
  hasEntered: boolean
}

const holds = (actor: Actor, right: Right) => actor.programmes.length > 0 && may(actor, right)

/** Whether this actor sees rounds that are not published yet. */
export const seesUnderWay = (actor: Actor) =>
  (['displacement.enter', 'displacement.places', 'displacement.validate'] as const).some((right) => holds(actor, right))

/** Whether this actor enters figures at all: into rounds that are open. */
export const mayEnter = (actor: Actor) => holds(actor, 'displacement.enter')

/** Whether this actor keeps the register of locations. */
export const mayKeepPlaces = (actor: Actor) => holds(actor, 'displacement.places')

/** Figures are entered while the round is open. */
export function canEnter(actor: Actor, round: { status: string }): Permission {
  if (!mayEnter(actor)) return false
  return round.status === 'open' || [{ key: 'displacement.refused.locked' }]
}

const rightOf: Record<RoundDeed, Right> = {
  submit: 'displacement.enter',
  discard: 'displacement.enter',
  validate: 'displacement.validate',
  send_back: 'displacement.validate',
  publish: 'displacement.publish',
}

const whoElse: Record<RoundDeed, string> = {
  submit: 'displacement.refused.enterer_only',
  discard: 'displacement.refused.enterer_only',
  validate: 'displacement.refused.validator_only',
  send_back: 'displacement.refused.validator_only',
  publish: 'displacement.refused.publisher_only',
}

/** Whether this actor takes a step of the round, or why not. Nobody takes two of submit, validate and publish. */
export function canDo(actor: Actor, round: JudgedRound, deed: RoundDeed): Permission {
  if (!seesUnderWay(actor)) return false
  if (!deedsFrom(roundMachine, round.status).includes(deed)) return [{ key: 'displacement.refused.not_now' }]
  if (!holds(actor, rightOf[deed])) return [{ key: whoElse[deed] }]
  const isTheirs = round.submittedBy === actor.userId || round.createdBy === actor.userId || round.hasEntered
  if (deed === 'validate' && isTheirs) return [{ key: 'displacement.refused.own_figures' }]
  if (deed === 'publish' && (round.submittedBy === actor.userId || round.validatedBy === actor.userId))
    return [{ key: 'displacement.refused.own_validation' }]
  return true
}

/** A published round is corrected by a new edition. */
export function canCorrect(actor: Actor, round: { status: string }): Permission {
  if (!mayEnter(actor)) return false
  return round.status === 'published' || [{ key: 'displacement.refused.not_current' }]
}
