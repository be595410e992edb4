import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import {
  projectDefects,
  projectInspections,
  projectInstalments,
  projectLines,
  projectServed,
} from '../../../db/schema/projects'
import { users } from '../../../db/schema/users'
import type { CheckItem, DefectSeverity, Finding } from './domain'
import type { ServedBand } from './served'

/** The bill of quantities, as written. */
export const readLines = (tx: Tx, projectId: string) =>
  tx
    .select({
      position: projectLines.position,
      item: projectLines.item,
      unit: projectLines.unit,
      quantityThousandths: projectLines.quantityThousandths,
      unitPriceMinor: projectLines.unitPriceMinor,
      amountMinor: projectLines.amountMinor,
    })
    .from(projectLines)
    .where(eq(projectLines.projectId, projectId))
    .orderBy(asc(projectLines.position))

export const readInstalments = (tx: Tx, projectId: string) =>
  tx
    .select({
      id: projectInstalments.id,
      number: projectInstalments.number,
      percent: projectInstalments.percent,
      amountMinor: projectInstalments.amountMinor,
      paidOn: projectInstalments.paidOn,
      paymentReference: projectInstalments.paymentReference,
    })
    .from(projectInstalments)
    .where(eq(projectInstalments.projectId, projectId))
    .orderBy(asc(projectInstalments.number))

type InspectionItem = { item: CheckItem; finding: Finding; remark: string }

/** Visits to the site with what was found, the latest first. */
export const readInspections = (tx: Tx, projectId: string) =>
  tx
    .select({
      id: projectInspections.id,
      inspectedOn: projectInspections.inspectedOn,
      progress: projectInspections.progress,
      remark: projectInspections.remark,
      by: users.name,
      createdBy: projectInspections.createdBy,
      // Only the command writes them, from the domain's own lists.
      items: sql<
        InspectionItem[]
      >`coalesce((select jsonb_agg(jsonb_build_object('item', i.item, 'finding', i.finding, 'remark', i.remark)
        order by i.position) from inspection_items i where i.inspection_id = ${projectInspections.id}), '[]')`,
    })
    .from(projectInspections)
    .innerJoin(users, eq(users.id, projectInspections.createdBy))
    .where(eq(projectInspections.projectId, projectId))
    .orderBy(desc(projectInspections.inspectedOn), desc(projectInspections.id))
    .limit(30)

/** Defects, those still to be put right first, the soonest due first. */
export const readDefects = (tx: Tx, projectId: string) =>
  tx
    .select({
      id: projectDefects.id,
      description: projectDefects.description,
      severity: sql<DefectSeverity>`${projectDefects.severity}`,
      fixBy: projectDefects.fixBy,
      fixedOn: projectDefects.fixedOn,
      note: projectDefects.note,
    })
    .from(projectDefects)
    .where(eq(projectDefects.projectId, projectId))
    .orderBy(sql`${projectDefects.fixedOn} is not null`, asc(projectDefects.fixBy), asc(projectDefects.id))
    .limit(200)

export const readServed = (tx: Tx, projectId: string) =>
  tx
    .select({
      sex: sql<'female' | 'male'>`${projectServed.sex}`,
      ageBand: sql<ServedBand>`${projectServed.ageBand}`,
      hasDisability: projectServed.hasDisability,
      count: projectServed.count,
    })
    .from(projectServed)
    .where(eq(projectServed.projectId, projectId))
