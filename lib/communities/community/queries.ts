import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import type { Named } from '../../i18n/in-locale'
import { readAreaTrend } from '../displacement/trend-query'
import type { NeedSector } from '../domain'
import type { NeedStatus } from '../needs/machine'
import type { ProjectStatus } from '../projects/machine'

type RawCommunity = {
  pcode: string
  en: string
  ar: string
  district_en: string
  district_ar: string
  locations: number
  idp: number | null
  returnee: number | null
  forums: number
  needs: number
  projects: number
}

/** Sub-districts where anything is known: who is there by the last published round, and how much of ours. */
export function listCommunities(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await tx.execute<RawCommunity>(sql`
      with latest as (select id from displacement_rounds where status = 'published' order by counted_on desc, id desc limit 1),
      counted as (select m.sub_district_pcode as pcode, count(distinct m.id)::integer as locations,
          sum(c.families) filter (where c.population = 'idp')::integer as idp, sum(c.families) filter (where c.population = 'returnee')::integer as returnee
        from monitored_locations m left join displacement_counts c on c.location_id = m.id and c.round_id = (select id from latest)
        where m.sub_district_pcode is not null group by 1),
      needs as (select p.location_pcode as pcode, count(*)::integer as n from community_needs d join action_plans p on p.id = d.plan_id
        where d.status in ('open', 'addressed') group by 1),
      works as (select location_pcode as pcode, count(*)::integer as n from projects where status not in ('cancelled', 'closed') group by 1)
      select l.pcode, l.name_en as en, l.name_ar as ar, d.name_en as district_en, d.name_ar as district_ar, coalesce(c.locations, 0) as locations,
        c.idp, c.returnee, coalesce(f.forums, 0) as forums, coalesce(n.n, 0) as needs, coalesce(w.n, 0) as projects
      from locations l join locations d on d.pcode = l.parent_pcode left join counted c on c.pcode = l.pcode
        left join forums_by_place() f on f.location_pcode = l.pcode left join needs n on n.pcode = l.pcode left join works w on w.pcode = l.pcode
      where l.level = 3 and l.is_active and (c.pcode is not null or f.forums is not null or n.n is not null or w.n is not null)
      order by d.name_en, l.name_en`)
    return [...rows].map(({ en, ar, district_en, district_ar, ...row }) => ({
      ...row,
      name: { en, ar },
      district: { en: district_en, ar: district_ar },
    }))
  })
}
export type CommunityRow = Awaited<ReturnType<typeof listCommunities>>[number]

export const helpKinds = ['grants', 'referrals', 'consultations', 'sessions', 'projects'] as const
export type HelpKind = (typeof helpKinds)[number]

type RawForum = {
  id: string
  name_en: string
  name_ar: string
  /** In the words of forums, which this room does not know. */
  type: string
  status: string
  last_held_on: string | null
  can_open: boolean
}

async function readForums(tx: Tx, pcode: string) {
  const rows = await tx.execute<RawForum>(sql`
    select f.id, f.name_en, f.name_ar, f.type, f.status, f.last_held_on::text, v.id is not null as can_open
    from community_forums(${pcode}) f left join forums v on v.id = f.id`)
  return [...rows].map(({ name_en, name_ar, ...row }) => ({ ...row, name: { en: name_en, ar: name_ar } }))
}

type RawNeed = {
  id: string
  plan_id: string
  sector: NeedSector
  title_en: string
  title_ar: string
  rank: number
  status: NeedStatus
}

async function readNeeds(tx: Tx, pcode: string) {
  const rows = await tx.execute<RawNeed>(sql`
    select n.id, n.plan_id, n.sector, n.title_en, n.title_ar, n.rank, n.status from community_needs n join action_plans p on p.id = n.plan_id
    where p.location_pcode = any (places_within(${pcode})) and p.status <> 'archived' and n.status <> 'dropped'
    order by n.status = 'met', n.rank, n.id limit 12`)
  return [...rows].map(({ title_en, title_ar, ...row }) => ({
    ...row,
    title: { en: title_en || title_ar, ar: title_ar },
  }))
}

type RawProject = {
  id: string
  reference: string
  title_en: string
  title_ar: string
  status: ProjectStatus
  progress: number
}

async function readProjects(tx: Tx, pcode: string) {
  const rows = await tx.execute<RawProject>(sql`
    select p.id, p.reference, p.title_en, p.title_ar, p.status, p.progress from projects p
    where p.location_pcode = any (places_within(${pcode})) and p.status <> 'cancelled' order by p.status = 'closed', p.id desc limit 12`)
  return [...rows].map(({ title_en, title_ar, ...row }) => ({ ...row, title: { en: title_en, ar: title_ar } }))
}

type RawPlan = { id: string; reference: string; title_en: string; title_ar: string }

async function readPlans(tx: Tx, pcode: string) {
  const rows = await tx.execute<RawPlan>(sql`
    select id, reference, title_en, title_ar from action_plans where location_pcode = any (places_within(${pcode})) and status <> 'archived'
    order by starts_on desc, id desc limit 5`)
  return [...rows].map(({ title_en, title_ar, ...row }) => ({ ...row, title: { en: title_en, ar: title_ar } }))
}

async function readPlace(tx: Tx, pcode: string) {
  const rows = await tx.execute<{
    level: number
    en: string
    ar: string
    within_en: string | null
    within_ar: string | null
  }>(sql`
    select l.level, l.name_en as en, l.name_ar as ar, u.name_en as within_en, u.name_ar as within_ar
    from locations l left join locations u on u.pcode = l.parent_pcode where l.pcode = ${pcode} and l.level >= 2`)
  const [row] = rows
  if (!row) return null
  const within: Named | null = row.within_en && row.within_ar ? { en: row.within_en, ar: row.within_ar } : null
  return { pcode, level: row.level, name: { en: row.en, ar: row.ar }, within }
}

/**
 * What a manager opens before a visit: who was helped by each programme, forums, open concerns, needs, projects, and how many people were
 * counted there round by round; null for a place that is none. A count is null where it is withheld, since fewer than five were counted.
 */
export function getCommunity(actor: Actor, pcode: string) {
  return withActor(actor, async (tx) => {
    const [place, help, forums, needs, projects, plans, trend] = await Promise.all([
      readPlace(tx, pcode),
      tx.execute<{ kind: HelpKind | 'open_concerns'; people: number | null }>(
        sql`select kind, people from community_help(${pcode})`,
      ),
      readForums(tx, pcode),
      readNeeds(tx, pcode),
      readProjects(tx, pcode),
      readPlans(tx, pcode),
      readAreaTrend(tx, pcode),
    ])
    const counts = new Map([...help].map((row) => [row.kind, row.people]))
    return place && { place, counts, forums, needs, projects, plans, trend }
  })
}
export type CommunityPage = NonNullable<Awaited<ReturnType<typeof getCommunity>>>
