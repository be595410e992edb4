/** The permission table: who may do what, and how far it reaches. The one place where a right is given. */
export const roles = ['caseworker', 'supervisor', 'programme_manager', 'finance_officer', 'analyst', 'admin'] as const
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
}

export const permissionTable: Record<Role, Partial<Record<Permission, Scope>>> = {
  caseworker: {
    'register.search': 'all',
    'people.read': 'team',
    'people.write': 'team',
    'grants.read': 'team',
    'grants.write': 'team',
    'grants.screen': 'team',
    'grants.verify': 'team',
    'training.run': 'team',
    'committee.score': 'team',
    'payments.request': 'team',
    'payments.confirm': 'team',
    'monitoring.record': 'team',
    'referrals.read': 'team',
    'referrals.write': 'team',
    'clinical.read': 'own',
    'facilities.read': 'all',
    'facilities.verify': 'all',
    'consultations.read': 'team',
    'consultations.write': 'team',
    'supplies.read': 'team',
    'supplies.write': 'team',
  },
  supervisor: {
    'register.search': 'all',
    'people.read': 'team',
    'people.write': 'team',
    'people.resolve_duplicates': 'team',
    'cases.assign': 'team',
    'grants.read': 'team',
    'grants.write': 'team',
    'grants.screen': 'team',
    'grants.verify': 'team',
    'grants.decide_first': 'team',
    'training.run': 'team',
    'training.waive': 'team',
    'committee.convene': 'team',
    'committee.score': 'team',
    'budgets.read': 'all',
    'budgets.choose': 'team',
    'payments.request': 'team',
    'payments.confirm': 'team',
    'payments.suspend': 'team',
    'monitoring.record': 'team',
    'safety.read': 'team',
    'figures.read': 'team',
    'referrals.read': 'team',
    'referrals.write': 'team',
    'clinical.read': 'team',
    'facilities.read': 'all',
    'facilities.verify': 'all',
    'facilities.manage': 'all',
    'consultations.read': 'team',
    'consultations.write': 'team',
    'supplies.read': 'team',
    'supplies.write': 'team',
    'supplies.approve': 'team',
    'standing_in.arrange': 'all',
  },
  programme_manager: {
    'people.read': 'all',
    'people.resolve_duplicates': 'all',
    'cases.assign': 'all',
    'grants.read': 'all',
    'grants.decide_second': 'all',
    'rounds.manage': 'all',
    'committee.score': 'all',
    'budgets.read': 'all',
    'budgets.propose': 'all',
    'budgets.choose': 'all',
    'payments.read': 'all',
    'payments.authorise': 'all',
    'payments.write_off': 'all',
    'payments.suspend': 'all',
    'figures.read': 'all',
    'referrals.read': 'all',
    'facilities.read': 'all',
    'facilities.verify': 'all',
    'facilities.manage': 'all',
    'consultations.read': 'all',
    'supplies.read': 'all',
    'supplies.approve': 'all',
    'standing_in.arrange': 'all',
  },
  finance_officer: {
    'budgets.read': 'all',
    'budgets.propose': 'all',
    'payments.read': 'all',
    'payments.authorise': 'all',
    'payments.release': 'all',
  },
  analyst: { 'figures.read': 'all' },
  admin: {
    'users.manage': 'all',
    'teams.manage': 'all',
    'reference.manage': 'all',
    'api_keys.manage': 'all',
    'audit.read': 'all',
  },
}

/** Roles that approve, move money or give rights: a second admin must agree before one of them counts. */
export const rolesNeedingSecondAdmin: readonly Role[] = ['supervisor', 'programme_manager', 'finance_officer', 'admin']

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
]

/** The pair of roles that cannot be held together, or null. */
export function incompatiblePair(held: readonly Role[]): readonly [Role, Role] | null {
  return incompatibleRoles.find(([a, b]) => held.includes(a) && held.includes(b)) ?? null
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
