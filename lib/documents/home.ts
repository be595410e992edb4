import { and, eq } from 'drizzle-orm'
import { caseEvents } from '../../db/schema/cases'
import { type Actor, reaches } from '../auth/actor'
import { canWork, type LoadedCase, lockCase } from '../cases/access'
import { isClosed } from '../cases/machine'
import type { Context } from '../commands/command'
import { type LoadedPerson, loadPerson } from '../people/load'
import { casesOf } from '../programmes'
import { isDecision, type Removal, removalOf } from './policy'

/** What a document is kept with. */
export type Home = { of: 'case'; record: LoadedCase } | { of: 'person'; record: LoadedPerson }

/** The case or person of a document, in the actor's scope and locked; null when it does not exist for them. */
export async function lockHome(
  context: Context,
  input: { caseId?: string | null | undefined; personId?: string | null | undefined },
): Promise<Home | null> {
  if (input.caseId) {
    const record = await lockCase(context, { caseId: input.caseId })
    return record && { of: 'case', record }
  }
  const record = input.personId ? await loadPerson(context, { personId: input.personId }) : null
  return record && { of: 'person', record }
}

/** Whether the actor may add documents here. */
export function canAddTo(actor: Actor, home: Home): boolean {
  return home.of === 'case' ? canWork(actor, home.record) : reaches(actor, 'people.write', home.record)
}

/** Whose documents the actor may remove from here, as the records stand now. */
export async function removalFrom(context: Context, home: Home): Promise<Removal> {
  if (home.of === 'person') return removalOf(context.actor, home.record, { isOpen: true, isDecided: false })
  const moves = await context.tx
    .select({ kind: caseEvents.kind, data: caseEvents.data })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, home.record.id), eq(caseEvents.kind, 'moved')))
  return removalOf(context.actor, home.record, {
    isOpen: !isClosed(casesOf(home.record.programme).machine, home.record.status),
    isDecided: moves.some(isDecision),
  })
}
