import { desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { communityEvents } from '../../db/schema/action-plans'
import { users } from '../../db/schema/users'

export type CommunityEvent = {
  id: string
  from: string | null
  to: string
  at: Date
  actor: string | null
  data: { deed?: string; reason?: string; number?: number; percent?: number }
}

/** What happened to a plan, a need or a project, newest first. */
export function readCommunityEvents(tx: Tx, subjectId: string): Promise<CommunityEvent[]> {
  return tx
    .select({
      id: communityEvents.id,
      from: communityEvents.fromStatus,
      to: communityEvents.toStatus,
      at: communityEvents.at,
      actor: users.name,
      // Only `recordCommunityEvent` writes them.
      data: sql<CommunityEvent['data']>`${communityEvents.data}`,
    })
    .from(communityEvents)
    .leftJoin(users, eq(users.id, communityEvents.actorId))
    .where(eq(communityEvents.subjectId, subjectId))
    .orderBy(desc(communityEvents.id))
    .limit(100)
}
