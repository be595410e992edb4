import { and, eq } from 'drizzle-orm'
import { caseEvents } from '../../db/schema/cases'
import { type Actor, reaches } from '../auth/actor'
import { canWork, type LoadedCase, lockCase } from '../cases/access'
import { isClosed } from '../cases/machine'
import type { Context } from '../commands/command'
import { type LoadedPlan, lockPlan } from '../communities/plans/load'
import { planMachine } from '../communities/plans/machine'
import { type LoadedProject, lockProject } from '../communities/projects/load'
import { projectMachine } from '../communities/projects/machine'
import { type LoadedPerson, loadPerson } from '../people/load'
import { casesOf } from '../programmes'
import { isDecision, type Removal, removalOf } from './policy'

/** What a document is kept with. */
export type Home =
  | { of: 'case'; record: LoadedCase }
  | { of: 'person'; record: LoadedPerson }
  | { of: 'plan'; record: LoadedPlan }
  | { of: 'project'; record: LoadedProject }

type HomeIds = Partial<Record<'caseId' | 'personId' | 'planId' | 'projectId', string | null | undefined>>

/** The record that a document is kept with, in the actor's scope and locked; null when it does not exist for them. */
export async function lockHome(context: Context, input: HomeIds): Promise<Home | null> {
  if (input.caseId) {
    const record = await lockCase(context, { caseId: input.caseId })
    return record && { of: 'case', record }
  }
  if (input.planId) {
    const record = await lockPlan(context, input.planId)
    return record && { of: 'plan', record }
  }
  if (input.projectId) {
    const record = await lockProject(context, input.projectId)
    return record && { of: 'project', record }
  }
  const record = input.personId ? await loadPerson(context, { personId: input.personId }) : null
  return record && { of: 'person', record }
}

/** The columns that say where a document is kept. */
export function homeColumns({ of, record: { id } }: Home) {
  switch (of) {
    case 'case':
      return { caseId: id }
    case 'person':
      return { personId: id }
    case 'plan':
      return { planId: id }
    case 'project':
      return { projectId: id }
  }
}

/** Whether the actor may add documents here. */
export function canAddTo(actor: Actor, home: Home): boolean {
  switch (home.of) {
    case 'case':
      return canWork(actor, home.record)
    case 'person':
      return reaches(actor, 'people.write', home.record)
    default:
      return reaches(actor, 'communities.write', home.record)
  }
}

/** Whose documents the actor may remove from here, as the records stand now. */
export async function removalFrom(context: Context, home: Home): Promise<Removal> {
  const { actor } = context
  switch (home.of) {
    case 'person':
      return removalOf(actor, home.record, { isOpen: true, isDecided: false })
    case 'plan':
      return removalOf(actor, home.record, { isOpen: !isClosed(planMachine, home.record.status), isDecided: false })
    case 'project':
      return removalOf(actor, home.record, { isOpen: !isClosed(projectMachine, home.record.status), isDecided: false })
    case 'case': {
      const moves = await context.tx
        .select({ kind: caseEvents.kind, data: caseEvents.data })
        .from(caseEvents)
        .where(and(eq(caseEvents.caseId, home.record.id), eq(caseEvents.kind, 'moved')))
      return removalOf(actor, home.record, {
        isOpen: !isClosed(casesOf(home.record.programme).machine, home.record.status),
        isDecided: moves.some(isDecision),
      })
    }
  }
}
