import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { type Tx, withActor } from '../../db/client'
import { cases, caseTransfers, tasks } from '../../db/schema/cases'
import { notifications } from '../../db/schema/records'
import { users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'
import { command } from '../commands/command'

/** Open tasks of the actor, soonest first. */
export function readMyTasks(tx: Tx, actor: Actor) {
  return tx
    .select({
      id: tasks.id,
      title: tasks.title,
      dueOn: tasks.dueOn,
      caseId: cases.id,
      reference: cases.reference,
      programme: cases.programme,
    })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .where(and(eq(tasks.assigneeId, actor.userId), isNull(tasks.doneAt)))
    .orderBy(asc(tasks.dueOn))
    .limit(20)
}

/** Cases offered to the actor that wait for an answer. */
export function readMyOffers(tx: Tx, actor: Actor) {
  return tx
    .select({
      caseId: cases.id,
      reference: cases.reference,
      programme: cases.programme,
      by: users.name,
      reason: caseTransfers.reason,
    })
    .from(caseTransfers)
    .innerJoin(cases, eq(cases.id, caseTransfers.caseId))
    .innerJoin(users, eq(users.id, caseTransfers.requestedBy))
    .where(and(eq(caseTransfers.toUserId, actor.userId), eq(caseTransfers.state, 'pending')))
    .limit(10)
}

/** The actor's notifications, newest first. A case that is out of scope by now keeps its line and loses its link. */
export function listNotifications(actor: Actor) {
  return withActor(actor, (tx) =>
    tx
      .select({
        id: notifications.id,
        kind: notifications.kind,
        at: notifications.at,
        readAt: notifications.readAt,
        caseId: cases.id,
        // Who pays sees no case; the payment is named in what they are told.
        reference: sql<string | null>`coalesce(${cases.reference}, ${notifications.data} ->> 'reference')`,
        trancheId: sql<string | null>`${notifications.data} ->> 'trancheId'`,
        actionId: sql<string | null>`${notifications.data} ->> 'actionId'`,
        projectId: sql<string | null>`${notifications.data} ->> 'projectId'`,
        programme: cases.programme,
      })
      .from(notifications)
      .leftJoin(cases, eq(cases.id, notifications.caseId))
      .where(eq(notifications.userId, actor.userId))
      .orderBy(desc(notifications.id))
      .limit(50),
  )
}

/** Marks all of the actor's notifications as read. */
export const readNotifications = command({
  name: 'notifications.read_all',
  input: z.object({}),
  allow: () => true,
  async run({ tx, actor, now }) {
    await tx
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.userId, actor.userId), sql`${notifications.readAt} is null`))
    return null
  },
})
