import { sql } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { projectNeeds, projects } from '../../../db/schema/projects'
import { may } from '../../auth/roles'
import { type Command, type Context, command } from '../../commands/command'
import { InvalidField, NotFound } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { recordCommunityEvent } from '../event'
import { readNeed } from '../needs/load'
import { insistOnPlace } from '../place'
import { canKeep } from '../policy'
import { changeProject, type LoadedProject, loadProject, moveProject } from './load'
import type { ProjectDeed, ProjectStatus } from './machine'
import { canMove } from './policy'
import {
  assessSchema,
  cancelSchema,
  closeSchema,
  contractSchema,
  designSchema,
  editProjectSchema,
  handOverSchema,
  identifySchema,
  liabilitySchema,
  prioritiseSchema,
  projectRefSchema,
  suspendSchema,
} from './schemas'

/** Writes down a project that could answer a need. */
export const identifyProject = command({
  name: 'projects.identify',
  input: identifySchema,
  allow: (actor, _none, input) => may(actor, 'communities.write') && actor.teams.includes(input.teamId),
  async run(context, { needId, ...input }) {
    const { tx, actor, now } = context
    const districtPcode = await insistOnPlace(context, input.teamId, input.locationPcode)
    const projectId = newId(now)
    const year = Number(baghdadDay(now).slice(0, 4))
    await tx.insert(projects).values({
      id: projectId,
      reference: sql`next_reference('PRJ', ${year}::integer)`,
      status: 'identified',
      ...input,
      districtPcode,
      createdBy: actor.userId,
      createdAt: now,
    })
    if (needId) {
      if (!(await readNeed(tx, needId))) throw new NotFound()
      await tx.insert(projectNeeds).values({ projectId, needId, createdBy: actor.userId, createdAt: now })
    }
    await recordCommunityEvent(context, { subject: 'project', subjectId: projectId, from: null, to: 'identified' })
    return { projectId }
  },
})

export const editProject = command({
  name: 'projects.edit',
  input: editProjectSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { projectId: _id, version: _version, ...facts }, project) {
    await insistOnPlace(context, project.teamId, facts.locationPcode)
    return changeProject(context, project, facts, { deed: 'edit' })
  },
})

type Facts = Partial<typeof projects.$inferInsert>
type Ref = { projectId: string; version: number }

/** A command that takes one step of the machine; `facts` is what the step writes down. */
function step<S extends z.ZodMiniType<Ref>>(
  deed: ProjectDeed,
  to: ProjectStatus,
  input: S,
  facts: (input: z.infer<S>, context: Context, project: LoadedProject) => { facts?: Facts; reason?: string },
): Command<{ projectId: string }> {
  return command({
    name: `projects.${deed}`,
    input,
    load: (context, given) => loadProject(context, given),
    allow: (actor, project) => canMove(actor, project, deed),
    run(context, given, project) {
      const { facts: written = {}, reason } = facts(given, context, project)
      return moveProject(context, project, deed, to, written, reason ? { reason } : {})
    },
  })
}

const nothing = () => ({})
function insistOnPast(field: string, day: string, { now }: Context): void {
  if (day > baghdadDay(now)) throw new InvalidField({ [field]: 'errors.dateFuture' })
}

export const assessProject = step('assess', 'assessed', assessSchema, ({ assessment }) => ({ facts: { assessment } }))
export const prioritiseProject = step('prioritise', 'prioritised', prioritiseSchema, ({ priority }) => ({
  facts: { priority },
}))
export const designProject = step('design', 'designed', designSchema, ({ design }) => ({ facts: { design } }))
/** By a programme manager who did not write it down. */
export const approveProject = step('approve', 'approved', projectRefSchema, (_input, { actor, now }) => ({
  facts: { approvedBy: actor.userId, approvedAt: now },
}))
export const tenderProject = step('tender', 'tendering', projectRefSchema, nothing)
export const contractProject = step(
  'contract',
  'contracted',
  contractSchema,
  ({ projectId: _id, version: _version, currency, ...facts }, context, project) => {
    insistOnPast('contractSignedOn', facts.contractSignedOn, context)
    if (currency !== project.currency) throw new InvalidField({ value: 'errors.money' })
    return { facts }
  },
)
export const startWorks = step('start', 'works', projectRefSchema, nothing)
export const suspendWorks = step('suspend', 'suspended', suspendSchema, ({ suspendedBecause }) => ({
  facts: { suspendedBecause },
  reason: suspendedBecause,
}))
export const resumeWorks = step('resume', 'works', projectRefSchema, () => ({ facts: { suspendedBecause: '' } }))
/** The works were inspected as complete. */
export const completeWorks = step('complete', 'inspected', projectRefSchema, nothing)
export const reportDefects = step('report_defects', 'defects', projectRefSchema, nothing)
export const clearDefects = step('clear_defects', 'inspected', projectRefSchema, nothing)
export const handOverProject = step(
  'hand_over',
  'handed_over',
  handOverSchema,
  ({ operator, maintenance, handedOverOn }, context) => {
    insistOnPast('handedOverOn', handedOverOn, context)
    return { facts: { operator, maintenance, handedOverOn } }
  },
)
export const beginLiability = step('begin_liability', 'liability_period', liabilitySchema, ({ liabilityEndsOn }) => ({
  facts: { liabilityEndsOn },
}))
export const closeProject = step('close', 'closed', closeSchema, ({ result }) => ({ facts: { result } }))
export const cancelProject = step('cancel', 'cancelled', cancelSchema, ({ reason }) => ({ reason }))
