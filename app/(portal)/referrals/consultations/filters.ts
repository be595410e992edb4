import { one } from '@/app/query'
import { isId } from '@/lib/ids'
import { ageBands, displacementStatuses, sexes } from '@/lib/people/domain'
import { disabilityAnswers, visitKinds } from '@/lib/referrals/consultations/domain'
import type { RegisterFilter } from '@/lib/referrals/consultations/register-ids'

export type Query = Record<string, string | string[] | undefined>

/** Bands as the totals write them, with a hyphen. */
export const bandCodes = ageBands.map((band) => band.replace('–', '-'))

/** The first day of a month out of `2026-11`, or undefined. */
export function monthOf(value: string | string[] | undefined): string | undefined {
  const text = one(value) ?? ''
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : undefined
}

function cursorOf(value: string | string[] | undefined): string | undefined {
  const text = one(value) ?? ''
  const isDay = /^\d{4}-\d{2}-\d{2}_/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))
  return isDay && isId(text.slice(11)) ? text : undefined
}

/** The filters of an address; what makes no sense is left out. */
export function readFilters(query: Query): RegisterFilter {
  const facility = one(query.facility)
  const category = one(query.category)
  return {
    facility: isId(facility) ? facility : undefined,
    from: monthOf(query.from),
    to: monthOf(query.to),
    sex: sexes.find((value) => value === one(query.sex)),
    ageBand: bandCodes.find((value) => value === one(query.age_band)),
    displacement: displacementStatuses.find((value) => value === one(query.displacement)),
    disability: disabilityAnswers.find((value) => value === one(query.disability)),
    category: category && /^[a-z_]{1,40}$/.test(category) ? category : undefined,
    visit: visitKinds.find((value) => value === one(query.visit)),
    after: cursorOf(query.after),
    before: cursorOf(query.before),
  }
}

/** An address with these filters. */
export function registersHref(filter: RegisterFilter, path = '/referrals/consultations'): string {
  const { from, to, ageBand, ...rest } = filter
  const query = new URLSearchParams()
  const all = { ...rest, age_band: ageBand, from: from?.slice(0, 7), to: to?.slice(0, 7) }
  for (const [key, value] of Object.entries(all)) if (value) query.set(key, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
