import type { Role } from './roles'

/** Roles that approve, move money, give rights or read what is restricted: a second admin must agree before one of them counts. */
export const rolesNeedingSecondAdmin: readonly Role[] = [
  'supervisor',
  'programme_manager',
  'finance_officer',
  'focal_point',
  'admin',
]

/**
 * Pairs that nobody may hold together. Admin or Finance with an approving role, and Caseworker with Finance, come from
 * the programme's separation of duties; Admin with Caseworker follows from "an admin reads no case content".
 */
export const incompatibleRoles: readonly (readonly [Role, Role])[] = [
  ['admin', 'supervisor'],
  ['admin', 'programme_manager'],
  ['admin', 'caseworker'],
  ['admin', 'analyst'],
  ['finance_officer', 'supervisor'],
  ['finance_officer', 'programme_manager'],
  ['finance_officer', 'caseworker'],
  ['admin', 'finance_officer'],
  ['admin', 'focal_point'],
  ['finance_officer', 'focal_point'],
]

/** The pair of roles that cannot be held together, or null. */
export function incompatiblePair(held: readonly Role[]): readonly [Role, Role] | null {
  return incompatibleRoles.find(([a, b]) => held.includes(a) && held.includes(b)) ?? null
}
