import { forumEvents } from '../../db/schema/forums'
import type { Hand } from '../commands/command'
import { newId } from '../ids'

export type Subject = 'forum' | 'session' | 'action' | 'safety_plan'

type Event = {
  forumId: string
  subject: Subject
  subjectId: string
  from: string | null
  to: string
  data?: Record<string, string | number | boolean>
}

/** Writes what happened to a forum or to something of it, in the transaction of what happened. */
export async function recordForumEvent({ tx, actor, now }: Hand, event: Event): Promise<void> {
  const { from, to, data = {}, ...about } = event
  await tx.insert(forumEvents).values({
    id: newId(now),
    ...about,
    fromStatus: from,
    toStatus: to,
    actorId: actor?.userId ?? null,
    at: now,
    data,
  })
}
