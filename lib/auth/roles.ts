import { permissionTable } from './permission-table'

/** Roles, programmes and what can be permitted. Who is permitted what stands in `permission-table.ts`. */
export const roles = [
  'caseworker',
  'supervisor',
  'programme_manager',
  'finance_officer',
  'analyst',
  'focal_point',
  'admin',
] as const
export type Role = (typeof roles)[number]

export const programmes = ['livelihoods', 'health', 'policing'] as const
export type Programme = (typeof programmes)[number]

/** From nothing to everything; the order is the meaning. */
export const scopes = ['none', 'own', 'team', 'area', 'all'] as const
export type Scope = (typeof scopes)[number]

export const permissions = [
  'register.search',
  'people.read',
  'people.write',
  'people.resolve_duplicates',
  'cases.assign',
  'grants.read',
  'grants.write',
  'grants.screen',
  'grants.verify',
  'grants.decide_first',
  'grants.decide_second',
  'rounds.manage',
  'training.run',
  'training.waive',
  'committee.convene',
  'committee.score',
  'budgets.read',
  'budgets.propose',
  'budgets.choose',
  'payments.read',
  'payments.request',
  'payments.authorise',
  'payments.release',
  'payments.write_off',
  'payments.confirm',
  'payments.suspend',
  'monitoring.record',
  'safety.read',
  'figures.read',
  'referrals.read',
  'referrals.write',
  'clinical.read',
  'facilities.read',
  'facilities.verify',
  'facilities.manage',
  'consultations.read',
  'consultations.write',
  'supplies.read',
  'supplies.write',
  'supplies.approve',
  'forums.read',
  'forums.write',
  'forums.approve',
  'concerns.read',
  'concerns.write',
  'concerns.triage',
  'restricted.handle',
  'communities.read',
  'communities.write',
  'communities.approve',
  'displacement.read',
  'displacement.enter',
  'displacement.places',
  'displacement.validate',
  'displacement.publish',
  'displacement.boundaries',
  'standing_in.arrange',
  'users.manage',
  'teams.manage',
  'reference.manage',
  'api_keys.manage',
  'audit.read',
] as const
export type Permission = (typeof permissions)[number]

/** The programme that a right belongs to, by the room in its name; a right of another room serves all programmes. */
const programmeOfRoom: Partial<Record<string, Programme>> = {
  grants: 'livelihoods',
  rounds: 'livelihoods',
  training: 'livelihoods',
  committee: 'livelihoods',
  budgets: 'livelihoods',
  payments: 'livelihoods',
  monitoring: 'livelihoods',
  safety: 'livelihoods',
  // What can be left to a colleague so far are decisions on grants.
  standing_in: 'livelihoods',
  referrals: 'health',
  clinical: 'health',
  facilities: 'health',
  consultations: 'health',
  supplies: 'health',
  forums: 'policing',
  concerns: 'policing',
  restricted: 'policing',
}

/** How far a permission reaches for someone with these roles. */
export function scopeOf(held: readonly Role[], permission: Permission): Scope {
  const reach = held.map((role) => scopes.indexOf(permissionTable[role][permission] ?? 'none'))
  return scopes[Math.max(0, ...reach)] ?? 'none'
}

/**
 * Whether the permission reaches anything at all, in the programmes of this actor: decides what is offered, never what is
 * allowed on one record.
 */
export function may(
  actor: { roles: readonly Role[]; programmes: readonly Programme[] },
  permission: Permission,
): boolean {
  const programme = programmeOfRoom[permission.split('.')[0] ?? '']
  return scopeOf(actor.roles, permission) !== 'none' && (!programme || actor.programmes.includes(programme))
}
