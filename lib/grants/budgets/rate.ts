import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { ExchangeRate } from './domain'

/** The newest rate that somebody set, with its day; null when there is none. */
export async function readRate(tx: Tx): Promise<(ExchangeRate & { setBy: string }) | null> {
  const rows = await tx.execute<{ fils: string; day: string; name: string }>(sql`
    select r.fils_per_dollar as fils, r.day::text as day, u.name from exchange_rates r join users u on u.id = r.set_by
    order by r.day desc, r.set_at desc limit 1`)
  const row = rows[0]
  return row ? { filsPerDollar: Number(row.fils), day: row.day, setBy: row.name } : null
}
