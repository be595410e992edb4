import { desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { forumEvents } from '../../db/schema/forums'
import { users } from '../../db/schema/users'

export type ForumEvent<Status extends string> = {
  id: string
  from: Status | null
  to: Status
  at: Date
  actor: string | null
  data: { deed?: string; reason?: string; level?: string; count?: number; with?: string }
}

/** What happened to a forum or something of it, newest first. */
export function readEvents<Status extends string>(tx: Tx, subjectId: string): Promise<ForumEvent<Status>[]> {
  return tx
    .select({
      id: forumEvents.id,
      // The table's own CHECKs and the machine keep these.
      from: sql<Status | null>`${forumEvents.fromStatus}`,
      to: sql<Status>`${forumEvents.toStatus}`,
      at: forumEvents.at,
      actor: users.name,
      data: sql<ForumEvent<Status>['data']>`${forumEvents.data}`,
    })
    .from(forumEvents)
    .leftJoin(users, eq(users.id, forumEvents.actorId))
    .where(eq(forumEvents.subjectId, subjectId))
    .orderBy(desc(forumEvents.id))
    .limit(100)
}
