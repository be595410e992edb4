import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Actor } from '../auth/actor'
import { may } from '../auth/roles'
import { overdueIds, type ReferralRow, referralRowOf, referralRows } from './list-query'

const most = 8

export type ReferralWork = {
  mine: ReferralRow[]
  overdue: ReferralRow[]
  stale: { id: string; en: string; ar: string; on: string | null }[]
}

type Raw = Parameters<typeof referralRowOf>[0]

/** The actor's own open referrals, the soonest due first. */
async function readMine(tx: Tx, actor: Actor): Promise<ReferralRow[]> {
  if (!may(actor, 'referrals.write')) return []
  const ids = sql`select c.id from cases c where c.caseworker_id = ${actor.userId}::uuid and c.programme = 'health'
    and c.closed_at is null order by c.due_on limit 40`
  const rows = await tx.execute<Raw>(sql`${referralRows(ids)} order by r.due_at nulls first, c.id`)
  return [...rows].map(referralRowOf)
}

/** What the supervisor's teams owe: the longest overdue. */
async function readOverdue(tx: Tx, actor: Actor): Promise<ReferralRow[]> {
  if (!may(actor, 'facilities.manage') || actor.scope !== 'team') return []
  const rows = await tx.execute<Raw>(sql`${referralRows(overdueIds(actor, most))} order by r.due_at`)
  return [...rows].map(referralRowOf)
}

/** Facilities of the actor's districts that nobody has checked for a long time. */
async function readStale(tx: Tx, actor: Actor) {
  if (!may(actor, 'facilities.verify') || actor.scope !== 'team') return []
  const rows = await tx.execute<{ id: string; en: string; ar: string; on: string | null }>(sql`
    select f.id, f.name_en as en, f.name_ar as ar, f.verified_on::text as on from facilities f
    where f.closed_on is null and f.district_pcode in (select district_pcode from teams where id = any (app_teams()))
      and (f.verified_on is null or f.verified_on < app_today() - 90)
    order by f.verified_on nulls first, f.id limit ${most}`)
  return [...rows]
}

/** What referrals bring into the actor's day. */
export async function readReferralWork(tx: Tx, actor: Actor): Promise<ReferralWork> {
  const [mine, overdue, stale] = await Promise.all([readMine(tx, actor), readOverdue(tx, actor), readStale(tx, actor)])
  return { mine, overdue, stale }
}
