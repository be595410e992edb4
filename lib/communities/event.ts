import { communityEvents } from '../../db/schema/action-plans'
import type { Hand } from '../commands/command'
import { newId } from '../ids'

type Event = {
  subject: 'plan' | 'need' | 'project'
  subjectId: string
  from: string | null
  to: string
  data?: Record<string, string | number | boolean>
}

/** Writes what happened to a plan, a need or a project, in the transaction of what happened. */
export async function recordCommunityEvent({ tx, actor, now }: Hand, event: Event): Promise<void> {
  const { from, to, data = {}, ...about } = event
  await tx.insert(communityEvents).values({
    id: newId(now),
    ...about,
    fromStatus: from,
    toStatus: to,
    actorId: actor?.userId ?? null,
    at: now,
    data,
  })
}
