import type { UserFilter } from '@/lib/admin/user-queries'
import { roles } from '@/lib/auth/roles'
import { cleanText } from '@/lib/digits'
import { isId } from '@/lib/ids'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** A parameter of the address; of several the first. */
export const oneOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** The filters of the list of users out of the address; what makes no sense is left out. */
export async function readUserFilter(searchParams: SearchParams): Promise<UserFilter> {
  const params = await searchParams
  const state = oneOf(params.state)
  const role = oneOf(params.role)
  const [teamId, after, before] = [oneOf(params.team), oneOf(params.after), oneOf(params.before)]
  return {
    q: cleanText((oneOf(params.q) ?? '').slice(0, 200)) || undefined,
    state: state === 'active' || state === 'inactive' ? state : undefined,
    role: roles.find((known) => known === role),
    teamId: isId(teamId) ? teamId : undefined,
    after: isId(after) ? after : undefined,
    before: isId(before) ? before : undefined,
  }
}

/** The address of the list of users with these filters. */
export function usersHref({ q, state, role, teamId, after, before }: UserFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ q, state, role, team: teamId, after, before }))
    if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/admin/users?${text}` : '/admin/users'
}
