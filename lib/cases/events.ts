import { caseEvents } from '../../db/schema/cases'
import type { Hand } from '../commands/command'
import { newId } from '../ids'

/** What can happen to a case. The kind fixes what `data` holds and which sentence the timeline says. */
export type EventData = {
  created: { note?: string }
  /** `source`: how we know, where someone outside did it. */
  moved: { deed: string; reason?: string; outcome?: string; source?: string }
  assigned: { caseworkerId: string | null; caseworker: string | null; team: string }
  transfer_offered: { to: string; reason: string }
  transfer_answered: { by: string; accepted: boolean; reason?: string }
  note_added: Record<string, never>
  task_added: { title: string; dueOn: string; assignee: string }
  task_done: { title: string }
  document_added: { fileName: string; kind: string }
  document_removed: { fileName: string }
  details_changed: { fields: string[] }
  /** Written by the database when a tranche moves. */
  tranche_moved: { number: number; status: string; reason: string }
  visit_recorded: { month: number; business: string }
  /** Nobody did in time what the priority asks. */
  escalated: { hours: number }
  attempt_made: { kind: string; result: string }
  due_changed: { from: string | null; to: string | null }
}
export type EventKind = keyof EventData

type CaseState = { id: string; status: string; version: number }

/** Writes what happened, in the transaction of what happened. */
export async function recordEvent<K extends EventKind>(
  context: Hand,
  caseState: CaseState,
  kind: K,
  data: EventData[K],
  move: { from: string | null } = { from: caseState.status },
): Promise<void> {
  await context.tx.insert(caseEvents).values({
    id: newId(context.now),
    caseId: caseState.id,
    kind,
    fromStatus: move.from,
    toStatus: caseState.status,
    actorId: context.actor?.userId ?? null,
    at: context.now,
    commandId: context.commandId,
    version: caseState.version,
    data,
  })
}
