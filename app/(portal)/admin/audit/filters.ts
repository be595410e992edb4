import type { AuditFilter } from '@/lib/admin/audit-queries'
import { auditFilterSchema } from '@/lib/admin/schemas'
import { oneOf, type SearchParams } from '../users/filters'

const rowNumber = (text: string | undefined) => (text && /^\d{1,15}$/.test(text) ? text : undefined)

/** The filters of the audit out of the address; what makes no sense is left out. */
export async function readAuditFilter(searchParams: SearchParams): Promise<AuditFilter> {
  const params = await searchParams
  const { user, table, from, to } = auditFilterSchema.parse({
    user: oneOf(params.user) || undefined,
    table: oneOf(params.table) || undefined,
    from: oneOf(params.from)?.slice(0, 20),
    to: oneOf(params.to)?.slice(0, 20),
  })
  return {
    userId: user,
    table,
    from,
    to,
    after: rowNumber(oneOf(params.after)),
    before: rowNumber(oneOf(params.before)),
  }
}

/** The address of the audit with these filters. */
export function auditHref({ userId, table, from, to, after, before }: AuditFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ user: userId, table, from, to, after, before }))
    if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/admin/audit?${text}` : '/admin/audit'
}
