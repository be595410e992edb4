import { type Permission, type Programme, type Role, type Scope, scopeOf } from './roles'

declare const brand: unique symbol

/**
 * Who is acting. Only the session reader, the seed and the tests' own maker can make one (`asActor`), so a function that
 * asks for an Actor cannot be called with an id that came from a form.
 */
export type Actor = {
  readonly [brand]: true
  userId: string
  sessionId: string
  name: string
  email: string
  locale: 'en' | 'ar' | 'ckb'
  roles: Role[]
  programmes: Programme[]
  teams: string[]
  areas: string[]
  /** Rights that are the actor's for these days, because they stand in for a holder who is away. */
  standsIn: Permission[]
  /** How far reading people and cases reaches; the database applies the same. */
  scope: Scope
  unread: number
  draftKey: string
}

/** Brands what was read from the database as the actor. Called where identity has just been proven, nowhere else. */
export function asActor(proven: Omit<Actor, typeof brand | 'scope'>): Actor {
  // The one cast that the brand needs.
  return { ...proven, scope: scopeOf(proven.roles, 'people.read') } as Actor
}

/** Where a record lies, as far as scope is concerned. */
export type Placed = {
  teamId: string
  districtPcode: string
  caseworkerId: string | null
  createdBy: string
  programme?: Programme
}

/** Whether a permission of this actor reaches this record. The same rule as the row-level policies. */
export function reaches(actor: Actor, permission: Permission, record: Placed): boolean {
  if (record.programme && !actor.programmes.includes(record.programme)) return false
  switch (scopeOf(actor.roles, permission)) {
    case 'all':
      return true
    case 'area':
      return actor.areas.includes(record.districtPcode)
    case 'team':
      return actor.teams.includes(record.teamId)
    case 'own':
      return record.caseworkerId ? record.caseworkerId === actor.userId : record.createdBy === actor.userId
    case 'none':
      return false
  }
}
