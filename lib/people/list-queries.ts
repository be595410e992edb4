import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { savedViews } from '../../db/schema/records'
import type { Actor } from '../auth/actor'
import { baghdadDay } from '../format'
import type { DisplacementStatus, Sex } from './domain'
import { type PersonRow, personRows, rowsOf } from './person-row'
import { type Place, readPlaces } from './read-places'
import { ranked } from './search-rank'
import { idsFound, teamsInReach } from './search-sql'
import { termsOf } from './search-terms'

/** What the People list is narrowed to, as its address says. */
export type PeopleFilters = {
  q?: string | undefined
  place?: string | undefined
  sex?: Sex | undefined
  status?: DisplacementStatus | undefined
  mine?: boolean | undefined
  /** The page of people older than this id, or newer. */
  after?: string | undefined
  before?: string | undefined
}

export type PeoplePage = {
  rows: PersonRow[]
  places: Place[]
  views: { id: string; name: string; query: string }[]
  next: string | null
  previous: string | null
}

const PAGE = 25

function conditions(filters: PeopleFilters, actor: Actor): SQL {
  const all = [
    filters.place ? sql`p.location_pcode = ${filters.place}` : undefined,
    filters.sex ? sql`p.sex = ${filters.sex}` : undefined,
    filters.mine ? sql`p.caseworker_id = ${actor.userId}::uuid` : undefined,
    filters.status
      ? sql`exists (select from displacements s where s.person_id = p.id and s.to_on is null and s.status = ${filters.status})`
      : undefined,
  ].filter((one) => one !== undefined)
  return sql.join([sql`true`, ...all], sql` and `)
}

/** One page of ids by the index of each team (or of the caseworker), newest first; one more than a page tells of a next. */
function pageOfIds(filters: PeopleFilters, actor: Actor): SQL {
  const back = Boolean(filters.before)
  const order = back ? sql`order by id asc` : sql`order by id desc`
  const from = filters.before
    ? sql`p.id > ${filters.before}::uuid`
    : filters.after
      ? sql`p.id < ${filters.after}::uuid`
      : sql`true`
  const where = sql`${from} and ${conditions(filters, actor)}`
  if (filters.mine) return sql`select p.id from people p where ${where} ${order} limit ${PAGE + 1}`
  return sql`select one.id from ${teamsInReach(actor.scope)} t, lateral (
    select p.id from people p where p.team_id = t.id and ${where} ${order} limit ${PAGE + 1}) one ${order} limit ${PAGE + 1}`
}

function pageOf(found: PersonRow[], filters: PeopleFilters): Omit<PeoplePage, 'places' | 'views'> {
  const hasMore = found.length > PAGE
  const rows = found.slice(0, PAGE)
  if (filters.before) rows.reverse()
  const first = rows[0]?.id ?? null
  const last = rows.at(-1)?.id ?? null
  return {
    rows,
    next: filters.before || hasMore ? last : null,
    previous: (filters.before && hasMore) || (filters.after && first) ? first : null,
  }
}

function viewsOf(tx: Tx, actor: Actor) {
  return tx
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(and(eq(savedViews.userId, actor.userId), eq(savedViews.screen, 'people')))
    .orderBy(asc(savedViews.name))
}

async function searched(tx: Tx, actor: Actor, filters: PeopleFilters, today: string): Promise<PersonRow[]> {
  const terms = termsOf(filters.q ?? '')
  const ids = idsFound(terms, actor.scope, 100)
  if (!ids) return []
  const within = sql`select p.id from (${ids}) as hit join people p on p.id = hit.id where ${conditions(filters, actor)}`
  return ranked(personRows(await tx.execute(rowsOf(within)), today), terms).slice(0, PAGE)
}

/** A page of the people in the actor's scope, newest first; with a query, the 25 that answer it best. */
export function listPeople(actor: Actor, filters: PeopleFilters): Promise<PeoplePage> {
  const today = baghdadDay(new Date())
  return withActor(actor, async (tx) => {
    if (filters.q) {
      const [rows, places, views] = await Promise.all([
        searched(tx, actor, filters, today),
        readPlaces(tx, 3),
        viewsOf(tx, actor),
      ])
      return { rows, places, views, next: null, previous: null }
    }
    const order = filters.before ? sql`order by p.id asc` : sql`order by p.id desc`
    const [found, places, views] = await Promise.all([
      tx.execute(sql`${rowsOf(pageOfIds(filters, actor))} ${order}`),
      readPlaces(tx, 3),
      viewsOf(tx, actor),
    ])
    return { ...pageOf(personRows(found, today), filters), places, views }
  })
}
