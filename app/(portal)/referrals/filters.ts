import { isId } from '@/lib/ids'
import type { ReferralFilter } from '@/lib/referrals/list-query'
import { type ReferralStatus, referralMachine } from '@/lib/referrals/machine'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** The list's filters out of the address; what makes no sense is left out. */
export async function readFilters(
  searchParams: SearchParams,
): Promise<ReferralFilter & { status: ReferralStatus | undefined }> {
  const params = await searchParams
  const status = referralMachine.states.find((state) => state === one(params.status))
  const after = one(params.after)
  const before = one(params.before)
  return {
    status,
    ...(status ? { statuses: [status] } : {}),
    mine: one(params.mine) === '1',
    overdue: one(params.overdue) === '1',
    ...(isId(after) ? { after } : {}),
    ...(isId(before) ? { before } : {}),
  }
}

/** The address of the list with these filters. */
export function listHref(filter: {
  status?: string | undefined
  mine?: boolean | undefined
  overdue?: boolean | undefined
  after?: string
  before?: string
}): string {
  const query = new URLSearchParams()
  if (filter.status) query.set('status', filter.status)
  if (filter.mine) query.set('mine', '1')
  if (filter.overdue) query.set('overdue', '1')
  if (filter.after) query.set('after', filter.after)
  if (filter.before) query.set('before', filter.before)
  const text = query.toString()
  return text ? `/referrals?${text}` : '/referrals'
}
