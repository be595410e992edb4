/** What an admin keeps, as values. Pure. */

/** Currencies for which an approval limit can be set. */
export const currencies = ['IQD', 'USD'] as const
export type Currency = (typeof currencies)[number]

/** Tables whose changes an admin reads: rights and reference lists, never people or cases. */
export const auditedTables = [
  'users',
  'user_roles',
  'user_programmes',
  'user_areas',
  'one_time_links',
  'teams',
  'team_members',
  'approval_limits',
  'funding_rounds',
  'locations',
  'sectors',
  'complaint_categories',
  'pathway_steps',
  'location_boundaries',
  'delegations',
  'api_keys',
] as const
export type AuditedTable = (typeof auditedTables)[number]

/** A role of a user that has not ended: it counts once it is approved. */
export type HeldRole<Role extends string = string> = {
  id: string
  role: Role
  requestedBy: string | null
  isApproved: boolean
}

/** Lists whose words and order change; the codes stay, since figures are counted by them. */
export const wordLists = ['sectors', 'complaints', 'pathway'] as const
export type WordList = (typeof wordLists)[number]
