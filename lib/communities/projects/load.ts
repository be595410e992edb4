import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { projects } from '../../../db/schema/projects'
import type { Placed } from '../../auth/actor'
import { canGo } from '../../cases/machine'
import type { Context } from '../../commands/command'
import { Conflict, refuse } from '../../commands/result'
import type { Currency } from '../../format'
import { recordCommunityEvent } from '../event'
import type { ProjectKind } from './domain'
import { type ProjectDeed, type ProjectStatus, projectMachine } from './machine'

/** A project as a command works on it. It belongs to no programme: all staff read it. */
export type LoadedProject = Placed & {
  id: string
  reference: string
  kind: ProjectKind
  status: ProjectStatus
  version: number
  currency: Currency
  contractValueMinor: number | null
  contractSignedOn: string | null
  progress: number
  handedOverOn: string | null
  liabilityEndsOn: string | null
}

const selectProject = (tx: Tx, projectId: string) =>
  tx
    .select({
      id: projects.id,
      reference: projects.reference,
      // The database's own CHECKs keep these lists.
      kind: sql<ProjectKind>`${projects.kind}`,
      status: sql<ProjectStatus>`${projects.status}`,
      version: projects.version,
      currency: sql<Currency>`${projects.currency}`,
      contractValueMinor: projects.contractValueMinor,
      contractSignedOn: projects.contractSignedOn,
      progress: projects.progress,
      handedOverOn: projects.handedOverOn,
      liabilityEndsOn: projects.liabilityEndsOn,
      teamId: projects.teamId,
      districtPcode: projects.districtPcode,
      createdBy: projects.createdBy,
      caseworkerId: sql<null>`null`,
    })
    .from(projects)
    .where(eq(projects.id, projectId))

/** One project; null when it does not exist for this actor. */
export async function readProject(tx: Tx, projectId: string): Promise<LoadedProject | null> {
  const [row] = await selectProject(tx, projectId)
  return row ?? null
}

/** As `readProject`, locked. For a deed that does not depend on what the project says. */
export async function lockProject({ tx }: Context, projectId: string): Promise<LoadedProject | null> {
  const [row] = await selectProject(tx, projectId).for('update')
  return row ?? null
}

/** `load` of every command that changes a project: locks it and insists that it is still as the form saw it. */
export async function loadProject(
  context: Context,
  input: { projectId: string; version: number },
): Promise<LoadedProject | null> {
  const project = await lockProject(context, input.projectId)
  if (project && project.version !== input.version) throw new Conflict()
  return project
}

type Facts = Partial<typeof projects.$inferInsert>
type Said = Record<string, string | number | boolean>

/** Writes facts of a project that is still as it was read, and what happened. Throws Conflict when someone was faster. */
export async function changeProject(
  context: Context,
  project: LoadedProject,
  facts: Facts,
  data: Said,
  to: string = project.status,
): Promise<{ projectId: string }> {
  const rows = await context.tx
    .update(projects)
    .set({ ...facts, status: to, version: sql`${projects.version} + 1` })
    .where(and(eq(projects.id, project.id), eq(projects.version, project.version)))
    .returning({ id: projects.id })
  if (rows.length === 0) throw new Conflict()
  await recordCommunityEvent(context, { subject: 'project', subjectId: project.id, from: project.status, to, data })
  return { projectId: project.id }
}

/** Takes one step of the machine. */
export function moveProject(
  context: Context,
  project: LoadedProject,
  deed: ProjectDeed,
  to: ProjectStatus,
  facts: Facts = {},
  data: Said = {},
): Promise<{ projectId: string }> {
  if (!canGo(projectMachine, deed, project.status, to)) refuse('cases.refused.not_now')
  return changeProject(context, project, facts, { deed, ...data }, to)
}
