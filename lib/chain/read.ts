import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import type { Named } from '../i18n/in-locale'

/**
 * The chain concern → action → need → project → result, to be walked from any of its links. It belongs to no room: forums and
 * communities both read it. Row-level security leaves out each link whose concern or action the reader does not see.
 */
export type ChainConcern = { linkId: string | null; id: string; reference: string; summary: string; status: string }
export type ChainAction = { linkId: string | null; id: string; title: string; status: string; dueOn: string }
export type ChainNeed = {
  id: string
  name: Named
  sector: string
  status: string
  outcome: string
  planId: string
  planReference: string
}
export type ChainProject = {
  id: string
  reference: string
  name: Named
  status: string
  progress: number
  result: string
}

type NeedRow = {
  id: string
  en: string
  ar: string
  sector: string
  status: string
  outcome: string
  plan_id: string
  plan_reference: string
}
type ProjectRow = {
  id: string
  reference: string
  en: string
  ar: string
  status: string
  progress: number
  result: string
}

/** The needs whose ids `of` selects. A need may have no English name: then its Arabic one stands for both. */
async function readNeeds(tx: Tx, of: SQL): Promise<ChainNeed[]> {
  const rows = await tx.execute<NeedRow>(sql`
    select n.id, coalesce(nullif(n.title_en, ''), n.title_ar) as en, n.title_ar as ar, n.sector, n.status, n.outcome, n.plan_id,
      p.reference as plan_reference
    from community_needs n join action_plans p on p.id = n.plan_id where n.id in (${of}) order by n.plan_id desc, n.rank limit 50`)
  return [...rows].map(({ en, ar, plan_id, plan_reference, ...need }) => ({
    ...need,
    name: { en, ar },
    planId: plan_id,
    planReference: plan_reference,
  }))
}

async function readProjects(tx: Tx, needs: SQL): Promise<ChainProject[]> {
  const rows = await tx.execute<ProjectRow>(sql`
    select p.id, p.reference, p.title_en as en, p.title_ar as ar, p.status, p.progress, p.result from projects p
    where p.id in (select l.project_id from project_needs l where l.need_id in (${needs})) order by p.id desc limit 50`)
  return [...rows].map(({ en, ar, ...project }) => ({ ...project, name: { en, ar } }))
}

async function readConcerns(tx: Tx, needs: SQL): Promise<ChainConcern[]> {
  const rows = await tx.execute<{
    link_id: string
    id: string
    reference: string
    summary: string
    status: string
  }>(sql`
    select k.id as link_id, c.id, c.reference, t.summary, c.status from need_links k join cases c on c.id = k.case_id
    join concern_texts t on t.case_id = c.id where k.need_id in (${needs}) order by c.id desc limit 50`)
  return [...rows].map(({ link_id, ...concern }) => ({ ...concern, linkId: link_id }))
}

async function readActions(tx: Tx, needs: SQL): Promise<ChainAction[]> {
  const rows = await tx.execute<{ link_id: string; id: string; title: string; status: string; due_on: string }>(sql`
    select k.id as link_id, a.id, a.title, a.status, a.due_on::text from need_links k join forum_actions a on a.id = k.action_id
    where k.need_id in (${needs}) order by a.id desc limit 50`)
  return [...rows].map(({ link_id, due_on, ...action }) => ({ ...action, linkId: link_id, dueOn: due_on }))
}

/** What a need answers and what answers it. */
export async function readChainOfNeed(tx: Tx, needId: string) {
  const it = sql`select ${needId}::uuid`
  const [concerns, actions, projects] = await Promise.all([
    readConcerns(tx, it),
    readActions(tx, it),
    readProjects(tx, it),
  ])
  return { concerns, actions, projects }
}

/** The needs that a project answers, and what was said and agreed before them. */
export async function readChainOfProject(tx: Tx, projectId: string) {
  const needs = sql`select l.need_id from project_needs l where l.project_id = ${projectId}::uuid`
  const [found, concerns, actions] = await Promise.all([
    readNeeds(tx, needs),
    readConcerns(tx, needs),
    readActions(tx, needs),
  ])
  return { needs: found, concerns, actions }
}

/** What came after a concern: the needs that answer it or one of its actions, and their projects. */
export async function readChainOfConcern(tx: Tx, caseId: string) {
  const needs = sql`select k.need_id from need_links k where k.case_id = ${caseId}::uuid
    union select k.need_id from need_links k join forum_actions a on a.id = k.action_id where a.case_id = ${caseId}::uuid`
  const [found, projects] = await Promise.all([readNeeds(tx, needs), readProjects(tx, needs)])
  return { needs: found, projects }
}

/** What came after an action, as `readChainOfConcern`. */
export async function readChainOfAction(tx: Tx, actionId: string) {
  const needs = sql`select k.need_id from need_links k where k.action_id = ${actionId}::uuid`
  const [found, projects] = await Promise.all([readNeeds(tx, needs), readProjects(tx, needs)])
  return { needs: found, projects }
}
