import { one } from '@/app/query'
import { parseDate } from '@/lib/dates'
import { trancheChannels, trancheMachine } from '@/lib/grants/tranches/machine'
import type { PaymentFilter } from '@/lib/grants/tranches/queries'
import { isId } from '@/lib/ids'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const cursor = (text: string | undefined) =>
  text && /^\d{4}-\d{2}-\d{2}_/.test(text) && isId(text.slice(11)) ? text : undefined

/** The filters of the payments out of the address; what makes no sense is left out. */
export async function readPaymentFilter(searchParams: SearchParams): Promise<PaymentFilter> {
  const params = await searchParams
  const line = one(params.line)
  const day = (text: string | undefined) => (text ? parseDate(text.slice(0, 20)) : null)
  return {
    status: trancheMachine.states.find((state) => state === one(params.status)),
    channel: trancheChannels.find((channel) => channel === one(params.channel)),
    lineId: isId(line) ? line : undefined,
    from: day(one(params.from)),
    to: day(one(params.to)),
    after: cursor(one(params.after)),
    before: cursor(one(params.before)),
  }
}

/** The address of the payments with these filters. */
export function paymentsHref({ status, channel, lineId, from, to, after, before }: PaymentFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ status, channel, line: lineId, from, to, after, before }))
    if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/payments?${text}` : '/payments'
}
