import type { Actor } from '../auth/actor'
import { may, type Permission, type Role } from '../auth/roles'
import { incompatiblePair, rolesNeedingSecondAdmin } from '../auth/roles-apart'
import type { Permission as Answer } from '../commands/command'
import type { Refusal } from '../commands/result'
import type { HeldRole } from './domain'

/**
 * Why an admin cannot do something, said before they try. The database refuses the same (db/migrations, "rules"); here
 * the screen learns it in time. Rules: product.md, "Separation of duties". Pure.
 */

/** A plain no without the permission; else the reasons, if any. */
export function allowed(actor: Actor, permission: Permission, reasons: Refusal[] = []): Answer {
  if (!may(actor, permission)) return false
  return reasons.length === 0 ? true : reasons
}

const only = (holds: boolean, key: string): Refusal[] => (holds ? [{ key }] : [])

/** Whether the role waits for another admin's word before it counts. */
export function waitsForSecondAdmin(role: Role): boolean {
  return rolesNeedingSecondAdmin.includes(role)
}

/** Why this set of roles cannot be held by one person. */
export function whyNotTogether(held: readonly Role[]): Refusal[] {
  return only(incompatiblePair(held) !== null, 'admin.refused.incompatible')
}

/** Why the actor cannot give this user this role. Roles that still wait count as held. */
export function whyNotGive(actor: Actor, userId: string, role: Role, held: readonly Role[]): Refusal[] {
  if (userId === actor.userId) return [{ key: 'admin.refused.own_role' }]
  if (held.includes(role)) return [{ key: 'admin.refused.role_held' }]
  return whyNotTogether([...held, role])
}

type Asked = HeldRole & { userId: string }

/** Why the actor cannot approve a role that was asked for. */
export function whyNotApprove(actor: Actor, asked: Asked): Refusal[] {
  if (asked.isApproved) return [{ key: 'admin.refused.role_history' }]
  if (asked.userId === actor.userId) return [{ key: 'admin.refused.own_role' }]
  return only(asked.requestedBy === actor.userId, 'admin.refused.second_admin')
}

/** Why the actor cannot end a role. `isLastAdmin`: the user is the only active admin. */
export function whyNotEnd(actor: Actor, held: Asked, isLastAdmin: boolean): Refusal[] {
  if (held.userId === actor.userId) return [{ key: 'admin.refused.own_role' }]
  return only(held.role === 'admin' && held.isApproved && isLastAdmin, 'admin.refused.last_admin')
}

/** Why the actor cannot change the programmes, teams and districts of this user. */
export function whyNotReach(actor: Actor, userId: string): Refusal[] {
  return only(userId === actor.userId, 'admin.refused.own_rights')
}

/** Why the actor cannot deactivate this user. */
export function whyNotDeactivate(actor: Actor, userId: string, isLastAdmin: boolean): Refusal[] {
  if (userId === actor.userId) return [{ key: 'admin.refused.own_account' }]
  return only(isLastAdmin, 'admin.refused.last_admin')
}

/** Who can sign in and holds, or waits for, a role that takes two admins: one admin alone must not become this person. */
type Held = { held: readonly Role[]; hasPassword: boolean }
const isGuarded = ({ held, hasPassword }: Held) => hasPassword && held.some(waitsForSecondAdmin)

/** Why an admin cannot give this user another e-mail address: links are sent to it. */
export function whyNotEmail(user: Held): Refusal[] {
  return only(isGuarded(user), 'admin.refused.email_of_approver')
}

/** Why an admin cannot have a link made for this user: it would not be mailed, but come into the admin's hands. */
export function whyNotLink(user: Held, isMailed: boolean): Refusal[] {
  return only(isGuarded(user) && !isMailed, 'admin.refused.link_of_approver')
}
