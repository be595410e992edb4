import { withActor } from '../db/client'
import type { Actor } from './auth/actor'
import { readMyOffers, readMyTasks } from './cases/work-query'
import { readForumWork } from './forums/work-query'
import { readMonitoringWork } from './grants/monitoring/work-query'
import { readPaymentWork } from './grants/tranches/queries'
import { readGrantWork } from './grants/work-query'
import { readReferralWork } from './referrals/work-query'

/** The actor's day over all programmes, in one round trip. */
export function getMyWork(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [offers, tasks, grants, payments, monitoring, referrals, forums] = await Promise.all([
      readMyOffers(tx, actor),
      readMyTasks(tx, actor),
      readGrantWork(tx, actor),
      readPaymentWork(tx, actor),
      readMonitoringWork(tx, actor),
      readReferralWork(tx, actor),
      readForumWork(tx, actor),
    ])
    return { offers, tasks, grants, payments, monitoring, referrals, forums }
  })
}
