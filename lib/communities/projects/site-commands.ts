import { and, eq, isNull } from 'drizzle-orm'
import {
  inspectionItems,
  projectDefects,
  projectInspections,
  projectNeeds,
  projectServed,
} from '../../../db/schema/projects'
import { command } from '../../commands/command'
import { InvalidField, NotFound } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { recordCommunityEvent } from '../event'
import { readNeed } from '../needs/load'
import { canKeep } from '../policy'
import { defectSeverities } from './domain'
import { changeProject, loadProject, lockProject } from './load'
import { linkProjectSchema } from './schemas'
import { addDefectSchema, findingOf, fixDefectSchema, inspectionSchema, servedSchema } from './site-schemas'

/** Keeps a visit to the site. What was found defective becomes a defect of the project, to be put right by a day. */
export const recordInspection = command({
  name: 'projects.inspect',
  input: inspectionSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { inspectedOn, progress, remark, fixBy, items }, project) {
    const { tx, actor, now } = context
    if (inspectedOn > baghdadDay(now)) throw new InvalidField({ inspectedOn: 'errors.dateFuture' })
    const inspectionId = newId(now)
    const by = { createdBy: actor.userId, createdAt: now }
    await tx
      .insert(projectInspections)
      .values({ id: inspectionId, projectId: project.id, inspectedOn, progress, remark, ...by })
    await tx.insert(inspectionItems).values(
      items.map(({ item, answer, remark: said }, at) => ({
        inspectionId,
        position: at + 1,
        item,
        finding: findingOf(answer),
        remark: said,
      })),
    )
    const found = items.flatMap(({ answer, remark: description }) => {
      const severity = defectSeverities.find((known) => known === answer)
      return severity
        ? [{ id: newId(now), projectId: project.id, inspectionId, description, severity, fixBy, ...by }]
        : []
    })
    if (found.length > 0 && fixBy < inspectedOn) throw new InvalidField({ fixBy: 'projects.errors.fixBefore' })
    if (found.length > 0) await tx.insert(projectDefects).values(found)
    const data = { deed: 'inspect', percent: progress, number: found.length }
    await recordCommunityEvent(context, {
      subject: 'project',
      subjectId: project.id,
      from: project.status,
      to: project.status,
      data,
    })
    return { projectId: project.id }
  },
})

/** Writes down a defect that was found otherwise, such as in the liability period. */
export const addDefect = command({
  name: 'projects.defect',
  input: addDefectSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { description, severity, fixBy }, project) {
    const { tx, actor, now } = context
    await tx.insert(projectDefects).values({
      id: newId(now),
      projectId: project.id,
      description,
      severity,
      fixBy,
      createdBy: actor.userId,
      createdAt: now,
    })
    return changeProject(context, project, {}, { deed: 'defect' })
  },
})

export const fixDefect = command({
  name: 'projects.fix',
  input: fixDefectSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { defectId, fixedOn, note }, project) {
    if (fixedOn > baghdadDay(context.now)) throw new InvalidField({ fixedOn: 'errors.dateFuture' })
    const own = and(eq(projectDefects.id, defectId), eq(projectDefects.projectId, project.id))
    const rows = await context.tx
      .update(projectDefects)
      .set({ fixedOn, note })
      .where(and(own, isNull(projectDefects.fixedOn)))
      .returning({ id: projectDefects.id })
    if (rows.length === 0) throw new NotFound()
    return changeProject(context, project, {}, { deed: 'fix' })
  },
})

/** Says whom the project serves: counts by sex, age and disability, as a whole sheet. */
export const setServed = command({
  name: 'projects.served',
  input: servedSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { counts }, project) {
    const { tx } = context
    await tx.delete(projectServed).where(eq(projectServed.projectId, project.id))
    if (counts.length > 0)
      await tx.insert(projectServed).values(counts.map((count) => ({ projectId: project.id, ...count })))
    return changeProject(context, project, {}, { deed: 'served' })
  },
})

/** Says that the project answers a need of any community. */
export const linkProject = command({
  name: 'projects.link',
  input: linkProjectSchema,
  load: (context, input) => lockProject(context, input.projectId),
  allow: canKeep,
  unique: { project_needs_project_id_need_id_pk: { field: 'needId', key: 'communities.errors.linked' } },
  async run({ tx, actor, now }, { needId }, project) {
    if (!(await readNeed(tx, needId))) throw new NotFound()
    await tx.insert(projectNeeds).values({ projectId: project.id, needId, createdBy: actor.userId, createdAt: now })
    return { projectId: project.id }
  },
})

export const unlinkProject = command({
  name: 'projects.unlink',
  input: linkProjectSchema,
  load: (context, input) => lockProject(context, input.projectId),
  allow: canKeep,
  async run({ tx }, { needId }, project) {
    await tx.delete(projectNeeds).where(and(eq(projectNeeds.projectId, project.id), eq(projectNeeds.needId, needId)))
    return { projectId: project.id }
  },
})
