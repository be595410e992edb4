import { and, eq, sql } from 'drizzle-orm'
import { forumActions } from '../../../db/schema/concerns'
import type { Placed } from '../../auth/actor'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import { recordForumEvent } from '../event'
import type { ActionLevel } from './domain'
import { type ActionDeed, type ActionStatus, actionMachine } from './machine'

/** An action as a command works on it. */
export type LoadedAction = Placed & {
  id: string
  programme: 'policing'
  forumId: string
  caseId: string | null
  status: string
  version: number
  level: ActionLevel
  dueOn: string
}

/** `load` of every command on an action: locks it and insists that it is still as the form saw it. */
export async function loadAction(
  { tx }: Context,
  input: { actionId: string; version: number },
): Promise<LoadedAction | null> {
  const rows = await tx
    .select({
      id: forumActions.id,
      forumId: forumActions.forumId,
      caseId: forumActions.caseId,
      status: forumActions.status,
      version: forumActions.version,
      // The database's own CHECK keeps the list.
      level: sql<ActionLevel>`${forumActions.level}`,
      dueOn: forumActions.dueOn,
      teamId: forumActions.teamId,
      districtPcode: sql<string>`(select district_pcode from forums where forums.id = ${forumActions.forumId})`,
      createdBy: forumActions.createdBy,
    })
    .from(forumActions)
    .where(eq(forumActions.id, input.actionId))
    .for('update')
  const [action] = rows
  if (!action) return null
  if (action.version !== input.version) throw new Conflict()
  return { ...action, caseworkerId: null, programme: 'policing' }
}

type Facts = Partial<typeof forumActions.$inferInsert>
type Said = Record<string, string | number | boolean>

/** Writes facts of an action that is still as it was read, and what happened. Throws Conflict when someone was faster. */
export async function changeAction(
  context: Context,
  action: LoadedAction,
  facts: Facts,
  data: Said,
  to: string = action.status,
): Promise<{ actionId: string }> {
  const rows = await context.tx
    .update(forumActions)
    .set({ ...facts, status: to, version: sql`${forumActions.version} + 1` })
    .where(and(eq(forumActions.id, action.id), eq(forumActions.version, action.version)))
    .returning({ id: forumActions.id })
  if (rows.length === 0) throw new Conflict()
  const { forumId, id: subjectId, status: from } = action
  await recordForumEvent(context, { forumId, subject: 'action', subjectId, from, to, data })
  return { actionId: action.id }
}

/** Takes one step of the machine. */
export function moveAction(
  context: Context,
  action: LoadedAction,
  deed: ActionDeed,
  to: ActionStatus,
  facts: Facts = {},
  data: Said = {},
): Promise<{ actionId: string }> {
  if (!canGo(actionMachine, deed, action.status, to)) refuse('cases.refused.not_now')
  return changeAction(context, action, facts, { deed, ...data }, to)
}
