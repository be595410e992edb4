import { and, eq, isNull, sql } from 'drizzle-orm'
import { notes, tasks } from '../../db/schema/cases'
import { teamMembers, userProgrammes, userRoles, users } from '../../db/schema/users'
import { type Context, command } from '../commands/command'
import { InvalidField, NotFound } from '../commands/result'
import { newId } from '../ids'
import { canWork, isIn, type LoadedCase, lockCase } from './access'
import { recordEvent } from './events'
import { notify } from './notify'
import { noteSchema, taskDoneSchema, taskSchema } from './schemas'

/** Writes a note on a case; notes are never changed. */
export const addNote = command({
  name: 'cases.add_note',
  input: noteSchema,
  load: lockCase,
  allow: canWork,
  async run(context, input, record) {
    await context.tx.insert(notes).values({
      id: newId(context.now),
      caseId: record.id,
      body: input.body,
      authorId: context.actor.userId,
      at: context.now,
    })
    await recordEvent(context, record, 'note_added', {})
    return { caseId: record.id }
  },
})

/** The name of someone who holds a seat in the case's team today; null for anyone else. */
async function nameAtCase(context: Context, record: LoadedCase, userId: string): Promise<string | null> {
  const rows = await context.tx
    .select({ name: users.name })
    .from(users)
    .innerJoin(teamMembers, and(eq(teamMembers.userId, users.id), eq(teamMembers.teamId, record.teamId)))
    .innerJoin(userRoles, and(eq(userRoles.userId, users.id), isNull(userRoles.endedAt)))
    .innerJoin(userProgrammes, isIn(record.programme))
    .where(
      and(
        eq(users.id, userId),
        eq(users.isActive, true),
        sql`${userRoles.role} in ('caseworker', 'supervisor') and ${userRoles.approvedAt} is not null`,
        sql`${teamMembers.fromOn} <= app_today() and coalesce(${teamMembers.toOn}, app_today()) >= app_today()`,
      ),
    )
    .limit(1)
  return rows[0]?.name ?? null
}

/** Gives someone of the case's team something to do on it by a day: whoever else were asked would not see the case. */
export const addTask = command({
  name: 'cases.add_task',
  input: taskSchema,
  load: lockCase,
  allow: canWork,
  async run(context, input, record) {
    const name = await nameAtCase(context, record, input.assigneeId)
    if (!name) throw new InvalidField({ assigneeId: 'errors.choose' })
    await context.tx.insert(tasks).values({
      id: newId(context.now),
      caseId: record.id,
      title: input.title,
      assigneeId: input.assigneeId,
      dueOn: input.dueOn,
      createdBy: context.actor.userId,
      createdAt: context.now,
    })
    await recordEvent(context, record, 'task_added', { title: input.title, dueOn: input.dueOn, assignee: name })
    await notify(context, [input.assigneeId], 'task_given', record.id)
    return { caseId: record.id }
  },
})

/** Ticks a task off. Doing it twice is doing it once. */
export const completeTask = command({
  name: 'cases.complete_task',
  input: taskDoneSchema,
  async load(context, input) {
    const rows = await context.tx
      .select({ id: tasks.id, title: tasks.title, caseId: tasks.caseId, doneAt: tasks.doneAt })
      .from(tasks)
      .where(eq(tasks.id, input.taskId))
      .for('update')
    const task = rows[0]
    const record = task ? await lockCase(context, { caseId: task.caseId }) : null
    return task && record ? { task, record } : null
  },
  allow: (actor, { record }) => canWork(actor, record),
  async run(context, _input, { task, record }) {
    if (task.doneAt) return { caseId: record.id }
    const rows = await context.tx
      .update(tasks)
      .set({ doneAt: context.now, doneBy: context.actor.userId })
      .where(and(eq(tasks.id, task.id), isNull(tasks.doneAt)))
      .returning({ id: tasks.id })
    if (!rows[0]) throw new NotFound()
    await recordEvent(context, record, 'task_done', { title: task.title })
    return { caseId: record.id }
  },
})
