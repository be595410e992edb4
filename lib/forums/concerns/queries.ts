import { type SQL, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { readCaseFile, readSeats } from '../../cases/timeline-query'
import { readChainOfConcern } from '../../chain/read'
import type { Named } from '../../i18n/in-locale'
import { readActionsOf, readSessionsAfter } from '../actions/queries'
import { readConcern } from './load'

type Raw = {
  summary: string
  body: string
  result: string
  forum_en: string
  forum_ar: string
  place_en: string
  place_ar: string
  team_en: string
  team_ar: string
  caseworker: string | null
  session_on: string | null
  verified_on: string | null
  reopened_count: number
  original_reference: string | null
}

/** What a concern says and where it belongs, and the note that it was read. */
async function readFacts(tx: Tx, actor: Actor, caseId: string) {
  const rows = await tx.execute<Raw>(sql`
    with noted as (insert into read_log (actor_id, record_type, record_id)
      select ${actor.userId}::uuid, 'concern', case_id from concern_texts where case_id = ${caseId}::uuid)
    select t.summary, t.body, t.result, f.name_en as forum_en, f.name_ar as forum_ar, l.name_en as place_en, l.name_ar as place_ar,
      m.name_en as team_en, m.name_ar as team_ar, u.name as caseworker, s.held_on::text as session_on, v.held_on::text as verified_on,
      n.reopened_count, o.reference as original_reference
    from concerns n join concern_texts t on t.case_id = n.case_id join cases c on c.id = n.case_id join forums f on f.id = n.forum_id
    join teams m on m.id = c.team_id join locations l on l.pcode = c.location_pcode left join users u on u.id = c.caseworker_id
    left join forum_sessions s on s.id = n.session_id left join forum_sessions v on v.id = n.verified_in
    left join cases o on o.id = n.duplicate_of
    where n.case_id = ${caseId}::uuid`)
  return rows[0]
}

type Other = { id: string; reference: string; summary: string; status: string }

/** Concerns of the same forum that this one could be a duplicate of: of the same category first, the newest first. */
async function readOriginals(tx: Tx, caseId: string): Promise<Other[]> {
  const newest = (category: SQL) => sql`(
    select c.id, c.reference, n.category, c.status from concerns n join cases c on c.id = n.case_id
    where n.forum_id = (select forum_id from me) and n.case_id <> ${caseId}::uuid and ${category}
      and c.status not in ('duplicate', 'restricted')
    order by n.case_id desc limit 30)`
  const rows = await tx.execute<Other>(sql`
    with me as (select forum_id, category from concerns where case_id = ${caseId}::uuid)
    select o.id, o.reference, t.summary, o.status from (
      ${newest(sql`n.category = (select category from me)`)} union all ${newest(sql`n.category <> (select category from me)`)}) o
    join concern_texts t on t.case_id = o.id
    order by o.category = (select category from me) desc, o.id desc limit 30`)
  return [...rows]
}

async function readDuplicates(tx: Tx, caseId: string): Promise<Other[]> {
  const rows = await tx.execute<Other>(sql`
    select c.id, c.reference, t.summary, c.status from concerns n join cases c on c.id = n.case_id
    join concern_texts t on t.case_id = c.id where n.duplicate_of = ${caseId}::uuid order by c.id desc limit 30`)
  return [...rows]
}

/** Everything that a concern's page shows; null when it does not exist for this actor. */
export function getConcern(actor: Actor, caseId: string) {
  return withActor(actor, async (tx) => {
    const mine = sql`(select forum_id from concerns where case_id = ${caseId}::uuid)`
    const since = sql`(select (resolved_at at time zone 'Asia/Baghdad')::date from concerns where case_id = ${caseId}::uuid)`
    const [concern, facts, file, seats, actions, originals, duplicates, sessions, chain] = await Promise.all([
      readConcern(tx, caseId),
      readFacts(tx, actor, caseId),
      readCaseFile(tx, caseId),
      readSeats(tx, 'policing', actor.teams),
      readActionsOf(tx, caseId),
      readOriginals(tx, caseId),
      readDuplicates(tx, caseId),
      readSessionsAfter(tx, mine, since),
      readChainOfConcern(tx, caseId),
    ])
    if (!concern || !facts) return null
    return { concern, facts, ...file, seats: [...seats], actions, originals, duplicates, sessions, chain }
  })
}
export type ConcernPage = NonNullable<Awaited<ReturnType<typeof getConcern>>>

type ForumChoice = { id: string; name: Named; districtPcode: string; locationPcode: string }
type Place = { pcode: string; name: Named }

/** The steps of the safe pathway that are in use, in their order. */
async function pathwayOf(tx: Tx): Promise<Named[]> {
  const steps = await tx.execute<{ en: string; ar: string; ckb: string | null }>(sql`
    select name_en as en, name_ar as ar, name_ckb as ckb from pathway_steps where is_active order by position, code`)
  return [...steps]
}

/** What to do when something is told that is never written down. */
export const getPathway = (actor: Actor) => withActor(actor, pathwayOf)

/** The forums that the actor writes for, and the sub-districts around each: what the form of a new concern offers. */
export function getConcernForm(actor: Actor) {
  return withActor(actor, async (tx) => {
    const [forums, places, pathway] = await Promise.all([
      tx.execute<{ id: string; en: string; ar: string; district: string; place: string }>(sql`
        select id, name_en as en, name_ar as ar, district_pcode as district, location_pcode as place from forums
        where team_id = any (app_teams()) and status in ('endorsed', 'active', 'dormant') order by name_en limit 100`),
      tx.execute<{ pcode: string; en: string; ar: string; district: string }>(sql`
        select l.pcode, l.name_en as en, l.name_ar as ar, l.parent_pcode as district from locations l
        where l.level = 3 and l.is_active and l.parent_pcode in (select district_pcode from teams where id = any (app_teams()))
        order by l.name_en`),
      pathwayOf(tx),
    ])
    return {
      pathway,
      forums: [...forums].map(
        (row): ForumChoice => ({ id: row.id, name: row, districtPcode: row.district, locationPcode: row.place }),
      ),
      placesOf: (districtPcode: string): Place[] =>
        [...places].filter((row) => row.district === districtPcode).map((row) => ({ pcode: row.pcode, name: row })),
    }
  })
}
