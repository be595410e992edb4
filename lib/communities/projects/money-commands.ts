import { and, eq, isNull, sql } from 'drizzle-orm'
import { projectInstalments, projectLines } from '../../../db/schema/projects'
import { command } from '../../commands/command'
import { InvalidField, NotFound } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { canKeep } from '../policy'
import { amountOf } from './domain'
import { changeProject, loadProject } from './load'
import { billSchema, instalmentsSchema, payInstalmentSchema } from './schemas'

/** The largest amount of a line: the check of the table. */
const mostMinor = 100_000_000_000_000

/** Writes the bill of quantities anew, while nobody has approved it. */
export const setBill = command({
  name: 'projects.bill',
  input: billSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { lines, currency }, project) {
    if (currency !== project.currency) throw new InvalidField({ lines: 'errors.money' })
    const tooMuch = lines.findIndex((line) => amountOf(line) > mostMinor)
    if (tooMuch >= 0) throw new InvalidField({ [`lines.${tooMuch}.price`]: 'errors.money' })
    const { tx, now } = context
    await tx.delete(projectLines).where(eq(projectLines.projectId, project.id))
    await tx
      .insert(projectLines)
      .values(lines.map((line, at) => ({ id: newId(now), projectId: project.id, position: at + 1, ...line })))
    return changeProject(context, project, {}, { deed: 'bill', number: lines.length })
  },
})

/** Agrees anew on the instalments that are not paid yet. The database keeps their sum within the contract. */
export const setInstalments = command({
  name: 'projects.instalments',
  input: instalmentsSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { instalments, currency }, project) {
    if (currency !== project.currency) throw new InvalidField({ instalments: 'errors.money' })
    const { tx, now } = context
    const open = and(eq(projectInstalments.projectId, project.id), isNull(projectInstalments.paidOn))
    await tx.delete(projectInstalments).where(open)
    const [paid] = await tx
      .select({ last: sql<number>`coalesce(max(${projectInstalments.number}), 0)::integer` })
      .from(projectInstalments)
      .where(eq(projectInstalments.projectId, project.id))
    const from = (paid?.last ?? 0) + 1
    const inOrder = instalments.toSorted((a, b) => a.percent - b.percent)
    await tx
      .insert(projectInstalments)
      .values(inOrder.map((one, at) => ({ id: newId(now), projectId: project.id, number: from + at, ...one })))
    return changeProject(context, project, {}, { deed: 'instalments', number: instalments.length })
  },
})

/** Writes down that an instalment was paid; only once the works were inspected as far as it asks. */
export const payInstalment = command({
  name: 'projects.pay',
  input: payInstalmentSchema,
  load: loadProject,
  allow: canKeep,
  async run(context, { instalmentId, paidOn, paymentReference }, project) {
    if (paidOn > baghdadDay(context.now)) throw new InvalidField({ paidOn: 'errors.dateFuture' })
    const rows = await context.tx
      .update(projectInstalments)
      .set({ paidOn, paymentReference, paidBy: context.actor.userId })
      .where(and(eq(projectInstalments.id, instalmentId), eq(projectInstalments.projectId, project.id)))
      .returning({ number: projectInstalments.number })
    const [paid] = rows
    if (!paid) throw new NotFound()
    return changeProject(context, project, {}, { deed: 'pay', number: paid.number })
  },
})
