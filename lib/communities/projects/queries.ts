import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { locations } from '../../../db/schema/places'
import { projects } from '../../../db/schema/projects'
import { teams, users } from '../../../db/schema/users'
import type { Actor } from '../../auth/actor'
import { type Cursor, type Page, pageOf, pageSize } from '../../cases/scope'
import { readChainOfProject } from '../../chain/read'
import { readProjectDocuments } from '../../documents/queries'
import type { Currency } from '../../format'
import { readCommunityEvents } from '../event-query'
import type { ProjectKind } from './domain'
import { readProject } from './load'
import type { ProjectStatus } from './machine'
import { readDefects, readInspections, readInstalments, readLines, readServed } from './read-parts'

const columns = {
  id: projects.id,
  reference: projects.reference,
  titleEn: projects.titleEn,
  titleAr: projects.titleAr,
  // The database's own CHECKs keep these lists.
  kind: sql<ProjectKind>`${projects.kind}`,
  status: sql<ProjectStatus>`${projects.status}`,
  currency: sql<Currency>`${projects.currency}`,
  progress: projects.progress,
  contractValueMinor: projects.contractValueMinor,
  placeEn: locations.nameEn,
  placeAr: locations.nameAr,
}

const selectProjects = (tx: Tx) =>
  tx.select(columns).from(projects).innerJoin(locations, eq(locations.pcode, projects.locationPcode))
export type ProjectRow = Awaited<ReturnType<typeof selectProjects>>[number]

export type ProjectFilter = Cursor & { status?: ProjectStatus | undefined; location?: string | undefined }

/** One page of projects, newest first; of one place with `location`. */
export function listProjects(
  actor: Actor,
  { status, location, after, before }: ProjectFilter,
): Promise<Page<ProjectRow>> {
  return withActor(actor, async (tx) => {
    const rows = await selectProjects(tx)
      .where(
        and(
          status ? eq(projects.status, status) : undefined,
          location ? eq(projects.locationPcode, location) : undefined,
          before ? sql`${projects.id} > ${before}::uuid` : after ? sql`${projects.id} < ${after}::uuid` : undefined,
        ),
      )
      .orderBy(before ? asc(projects.id) : desc(projects.id))
      .limit(pageSize + 1)
    return pageOf(rows, { after, before })
  })
}

const readRow = (tx: Tx, projectId: string) =>
  tx
    .select({
      ...columns,
      locationPcode: projects.locationPcode,
      description: projects.description,
      assessment: projects.assessment,
      priority: projects.priority,
      design: projects.design,
      approvedAt: projects.approvedAt,
      approvedBy: users.name,
      contractor: projects.contractor,
      contractNumber: projects.contractNumber,
      contractSignedOn: projects.contractSignedOn,
      worksEndOn: projects.worksEndOn,
      suspendedBecause: projects.suspendedBecause,
      operator: projects.operator,
      maintenance: projects.maintenance,
      handedOverOn: projects.handedOverOn,
      liabilityEndsOn: projects.liabilityEndsOn,
      result: projects.result,
      teamEn: teams.nameEn,
      teamAr: teams.nameAr,
    })
    .from(projects)
    .innerJoin(locations, eq(locations.pcode, projects.locationPcode))
    .innerJoin(teams, eq(teams.id, projects.teamId))
    .leftJoin(users, eq(users.id, projects.approvedBy))
    .where(eq(projects.id, projectId))

type NeedChoice = { id: string; en: string; ar: string; plan: string }

/** Needs of the project's district that it does not answer yet. */
async function readLinkable(tx: Tx, projectId: string): Promise<NeedChoice[]> {
  const rows = await tx.execute<NeedChoice>(sql`
    select n.id, coalesce(nullif(n.title_en, ''), n.title_ar) as en, n.title_ar as ar, p.reference as plan
    from projects j join action_plans p on p.district_pcode = j.district_pcode and p.status <> 'archived'
    join community_needs n on n.plan_id = p.id and n.status <> 'dropped'
    where j.id = ${projectId}::uuid and not exists (select from project_needs l where l.project_id = j.id and l.need_id = n.id)
    order by p.id desc, n.rank limit 100`)
  return [...rows]
}

/** Everything that a project's page shows; null when it does not exist for this actor. */
export function getProject(actor: Actor, projectId: string) {
  return withActor(actor, async (tx) => {
    const [project, [row], lines, instalments, inspections, defects, served, chain, linkable, documents, events] =
      await Promise.all([
        readProject(tx, projectId),
        readRow(tx, projectId),
        readLines(tx, projectId),
        readInstalments(tx, projectId),
        readInspections(tx, projectId),
        readDefects(tx, projectId),
        readServed(tx, projectId),
        readChainOfProject(tx, projectId),
        readLinkable(tx, projectId),
        readProjectDocuments(tx, projectId),
        readCommunityEvents(tx, projectId),
      ])
    if (!project || !row) return null
    return { project, row, lines, instalments, inspections, defects, served, chain, linkable, documents, events }
  })
}
export type ProjectPage = NonNullable<Awaited<ReturnType<typeof getProject>>>
