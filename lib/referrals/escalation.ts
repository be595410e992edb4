import { sql } from 'drizzle-orm'
import { withSystem } from '../../db/client'
import { recordEvent } from '../cases/events'
import { holdersOf, notify } from '../cases/notify'
import { newId } from '../ids'
import { hoursOf, type ReferralPriority } from './domain'
import { unseenStatuses } from './machine'

type Overdue = { id: string; status: string; version: number; team_id: string; priority: ReferralPriority }

/**
 * Tells the health supervisors of each team, once a referral, that someone was not seen in the time their priority gives.
 * Called every minute by the clock; several processes at once take different rows. Answers how many were told of.
 */
export function escalateOverdue(now = new Date()): Promise<number> {
  return withSystem('overdue referrals', async (tx) => {
    const rows = await tx.execute<Overdue>(sql`
      select c.id, c.status, c.version, c.team_id, r.priority from referrals r join cases c on c.id = r.case_id
      where r.due_at < ${now.toISOString()}::timestamptz and r.attended_at is null and r.escalated_at is null
        and c.status = any (${`{${unseenStatuses.join(',')}}`}::text[])
      order by r.due_at limit 200 for update of r skip locked`)
    const context = { tx, actor: null, now, commandId: newId(now) }
    for (const row of rows) {
      await tx.execute(
        sql`update referrals set escalated_at = ${now.toISOString()}::timestamptz where case_id = ${row.id}`,
      )
      await recordEvent(context, row, 'escalated', { hours: hoursOf[row.priority] })
      const supervisors = await holdersOf(context, 'supervisor', { programme: 'health', teamId: row.team_id })
      await notify(context, supervisors, 'referral_overdue', row.id)
    }
    return rows.length
  })
}
