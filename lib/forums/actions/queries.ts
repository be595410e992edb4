import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { concernTexts, forumActions } from '../../../db/schema/concerns'
import { forums } from '../../../db/schema/forums'
import type { Actor } from '../../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import { readChainOfAction } from '../../chain/read'
import { readEvents } from '../event-query'
import { readForum } from '../load'
import type { ActionLevel, OwnerKind } from './domain'
import type { ActionStatus } from './machine'

const columns = {
  id: forumActions.id,
  forumId: forumActions.forumId,
  caseId: forumActions.caseId,
  title: forumActions.title,
  // The database's own CHECKs keep these lists.
  ownerKind: sql<OwnerKind>`${forumActions.ownerKind}`,
  ownerName: forumActions.ownerName,
  dueOn: forumActions.dueOn,
  status: sql<ActionStatus>`${forumActions.status}`,
  level: sql<ActionLevel>`${forumActions.level}`,
  answerDueOn: forumActions.answerDueOn,
  answer: forumActions.answer,
  blockedBecause: forumActions.blockedBecause,
  evidence: forumActions.evidence,
  doneOn: forumActions.doneOn,
  version: forumActions.version,
}

const selectActions = (tx: Tx) => tx.select(columns).from(forumActions)
export type ActionRow = Awaited<ReturnType<typeof selectActions>>[number]

/** What was agreed about a concern, the soonest due first. */
export const readActionsOf = (tx: Tx, caseId: string) =>
  selectActions(tx)
    .where(eq(forumActions.caseId, caseId))
    .orderBy(asc(forumActions.dueOn), asc(forumActions.id))
    .limit(50)

export type ActionFilter = Cursor & {
  forumId?: string | undefined
  open?: boolean
  overdue?: boolean
  escalated?: boolean
}

const waiting = sql`${forumActions.status} in ('open', 'in_progress', 'blocked')`

/** The ids of the actions that are longest overdue. Each team is walked by itself, as the index on them is. */
export const longestOverdue = (most: number, forumId?: string) => sql`
  select k.id from teams t cross join lateral (
    select a.id, a.due_on from forum_actions a
    where a.team_id = t.id and a.status in ('open', 'in_progress', 'blocked') and a.due_on < app_today()
      ${forumId ? sql`and a.forum_id = ${forumId}::uuid` : sql``}
    order by a.due_on limit ${most}) k
  where app_scope() = 'all' or t.id = any (app_teams()) order by k.due_on limit ${most}`

/** One page of the actions in scope: newest first, or with `overdue` the hundred longest overdue. */
export function listActions(
  actor: Actor,
  filter: ActionFilter,
): Promise<Page<ActionRow & { forumEn: string; forumAr: string }>> {
  const { forumId, open, overdue, escalated, after, before } = filter
  return withActor(actor, async (tx) => {
    const rows = await tx
      .select({ ...columns, forumEn: forums.nameEn, forumAr: forums.nameAr })
      .from(forumActions)
      .innerJoin(forums, eq(forums.id, forumActions.forumId))
      .where(
        and(
          forumId ? eq(forumActions.forumId, forumId) : undefined,
          open ? waiting : undefined,
          overdue ? sql`${forumActions.id} in (${longestOverdue(100, forumId)})` : undefined,
          escalated ? sql`${forumActions.level} <> 'forum'` : undefined,
          before
            ? sql`${forumActions.id} > ${before}::uuid`
            : after
              ? sql`${forumActions.id} < ${after}::uuid`
              : undefined,
        ),
      )
      .orderBy(overdue ? asc(forumActions.dueOn) : before ? asc(forumActions.id) : desc(forumActions.id))
      .limit(overdue ? 100 : pageSize + 1)
    return overdue ? { rows, previous: null, next: null } : pageOf(rows, { after, before })
  })
}

/** An action with its concern, what happened, and the sessions that could find it done; null out of scope. */
export function getAction(actor: Actor, actionId: string) {
  return withActor(actor, async (tx) => {
    const [[action], events, sessions, chain] = await Promise.all([
      tx
        .select({
          ...columns,
          teamId: forumActions.teamId,
          createdBy: forumActions.createdBy,
          verifiedOn: sql<
            string | null
          >`(select held_on::text from forum_sessions s where s.id = ${forumActions.verifiedIn})`,
          forumEn: forums.nameEn,
          forumAr: forums.nameAr,
          districtPcode: forums.districtPcode,
          summary: concernTexts.summary,
        })
        .from(forumActions)
        .innerJoin(forums, eq(forums.id, forumActions.forumId))
        .leftJoin(concernTexts, eq(concernTexts.caseId, forumActions.caseId))
        .where(eq(forumActions.id, actionId)),
      readEvents<ActionStatus>(tx, actionId),
      readSessionsAfter(
        tx,
        sql`(select forum_id from forum_actions where id = ${actionId}::uuid)`,
        sql`(select done_on from forum_actions where id = ${actionId}::uuid)`,
      ),
      readChainOfAction(tx, actionId),
    ])
    return action ? { action, events, sessions, chain } : null
  })
}
export type ActionPage = NonNullable<Awaited<ReturnType<typeof getAction>>>

/** Sessions of a forum that were held on this day or later, newest first: the ones that can verify. */
export async function readSessionsAfter(tx: Tx, forumId: ReturnType<typeof sql>, day: ReturnType<typeof sql>) {
  const rows = await tx.execute<{ id: string; held_on: string }>(sql`
    select id, held_on::text from forum_sessions where forum_id = ${forumId} and held_on >= ${day} order by held_on desc limit 20`)
  return [...rows]
}

/** The forum of a new action, and the concern that it is about; null when the forum does not exist for this actor. */
export function getActionForm(actor: Actor, forumId: string, caseId: string | null) {
  return withActor(actor, async (tx) => {
    const [forum, concerns] = await Promise.all([
      readForum(tx, forumId),
      caseId
        ? tx.execute<{ id: string; reference: string; summary: string }>(sql`
            select c.id, c.reference, t.summary from concerns n join cases c on c.id = n.case_id
            join concern_texts t on t.case_id = c.id where n.case_id = ${caseId}::uuid and n.forum_id = ${forumId}::uuid`)
        : [],
    ])
    return forum && { forum, concern: concerns[0] ?? null }
  })
}
