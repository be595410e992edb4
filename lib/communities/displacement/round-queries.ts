import { sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { type Cursor, pageOf, pageSize } from '../../cases/scope'
import type { Named } from '../../i18n/in-locale'
import { noSum, type Population, plus, type Sum } from './domain'
import type { RoundStatus } from './machine'
import { byPopulation, type SumRow, sumColumns, totalColumns } from './sums'

export type RoundHead = {
  id: string
  number: number
  edition: number
  countedOn: string
  status: RoundStatus
}

export type RoundRow = RoundHead & { idp: Sum; returnee: Sum }

const headColumns = sql`r.id, r.number, r.edition, r.counted_on::text as "countedOn", r.status`

/** Rounds, newest first, with what each adds up to: published ones out of the kept totals, the few others counted. */
export function listRounds(actor: Actor, cursor: Cursor) {
  const edge = cursor.before
    ? sql`where r.id > ${cursor.before}::uuid`
    : cursor.after
      ? sql`where r.id < ${cursor.after}::uuid`
      : sql``
  return withActor(actor, async (tx) => {
    const found = await tx.execute<RoundHead & { sums: SumRow[] | null }>(sql`
      select ${headColumns}, (select jsonb_agg(s) from (
          select c.population, ${sumColumns} from displacement_counts c
            where c.round_id = r.id and r.status not in ('published', 'superseded') group by c.population
          union all
          select t.population, ${totalColumns} from displacement_totals t where t.round_id = r.id group by t.population) s) as sums
      from displacement_rounds r ${edge} order by r.id ${cursor.before ? sql`asc` : sql`desc`} limit ${pageSize + 1}`)
    const rows = [...found].map(({ sums, ...head }): RoundRow => ({ ...head, ...byPopulation(sums ?? []) }))
    return pageOf(rows, cursor)
  })
}

type Detail = RoundHead & {
  version: number
  remark: string
  createdBy: string
  submittedBy: string | null
  validatedBy: string | null
  createdName: string | null
  submittedName: string | null
  validatedName: string | null
  publishedName: string | null
  hasEntered: boolean
  correctsId: string | null
  correctedById: string | null
  baseId: string | null
  baseNumber: number | null
}

export type RoundEvent = {
  id: string
  fromStatus: RoundStatus | null
  toStatus: RoundStatus
  actor: string | null
  at: string
  data: { why?: string }
}

export type RoundImport = {
  id: string
  fileName: string
  population: Population
  state: string
  importedBy: string
  unknown: number
  waiting: number
}

export type DistrictSum = Sum & { pcode: string; name: Named; population: Population; familiesBefore: number | null }

/** The round whose figures this one is compared with: the edition it corrects, else the last one published before it. */
const base = sql`lateral (select b.id, b.number from displacement_rounds b
  where case when r.corrects_id is not null then b.id = r.corrects_id else b.status = 'published' and b.number <> r.number and b.counted_on <= r.counted_on end
  order by b.counted_on desc, b.id desc limit 1)`

function readDetail(tx: Tx, actor: Actor, roundId: string) {
  return tx.execute<Detail>(sql`
    select ${headColumns}, r.version, r.remark, r.created_by as "createdBy", r.submitted_by as "submittedBy", r.validated_by as "validatedBy",
      c.name as "createdName", s.name as "submittedName", v.name as "validatedName", p.name as "publishedName",
      exists (select from displacement_counts n where n.round_id = r.id and n.entered_by = ${actor.userId}::uuid) as "hasEntered",
      r.corrects_id as "correctsId", (select k.id from displacement_rounds k where k.corrects_id = r.id and k.status <> 'discarded'
        order by k.id desc limit 1) as "correctedById", b.id as "baseId", b.number as "baseNumber"
    from displacement_rounds r left join users c on c.id = r.created_by left join users s on s.id = r.submitted_by
      left join users v on v.id = r.validated_by left join users p on p.id = r.published_by left join ${base} b on true
    where r.id = ${roundId}::uuid`)
}

function readDistricts(tx: Tx, roundId: string) {
  return tx.execute<Sum & { pcode: string; en: string; ar: string; population: Population; before: number | null }>(sql`
    select l.pcode, l.name_en as en, l.name_ar as ar, s.population, s.locations, s.families, s.counted, s.multiplied, t.families as before
    from displacement_rounds r cross join lateral (
        select m.district_pcode as pcode, c.population, ${sumColumns} from displacement_counts c join monitored_locations m on m.id = c.location_id
        where c.round_id = r.id group by 1, 2) s
      join locations l on l.pcode = s.pcode left join ${base} b on true
      left join displacement_totals t on t.round_id = b.id and t.district_pcode = s.pcode and t.population = s.population
    where r.id = ${roundId}::uuid order by l.name_en, s.population`)
}

/**
 * Open locations that the base has figures for and this round has not. By grouping, not by an anti-join: figures that were
 * just read are unknown to the planner's statistics, and it would compare each with each.
 */
function countMissing(tx: Tx, roundId: string) {
  return tx.execute<{ population: Population; missing: number }>(sql`
    select k.population, count(*)::integer as missing from (
      select c.population, c.location_id from displacement_rounds r join ${base} b on true
        join displacement_counts c on c.round_id = any (array[r.id, b.id])
      where r.id = ${roundId}::uuid group by c.population, c.location_id having bool_and(c.round_id <> r.id)) k
      join monitored_locations m on m.id = k.location_id and m.closed_on is null
    group by 1`)
}

/** A round with its sums, districts, steps and files; null when it does not exist for this actor. */
export function getRound(actor: Actor, roundId: string) {
  return withActor(actor, async (tx) => {
    const [details, districts, missing, events, imports] = await Promise.all([
      readDetail(tx, actor, roundId),
      readDistricts(tx, roundId),
      countMissing(tx, roundId),
      tx.execute<RoundEvent>(sql`select e.id, e.from_status as "fromStatus", e.to_status as "toStatus", u.name as actor, e.at, e.data
        from displacement_round_events e left join users u on u.id = e.actor_id where e.round_id = ${roundId}::uuid order by e.id desc limit 50`),
      tx.execute<RoundImport>(sql`select i.id, i.file_name as "fileName", i.population, i.state, u.name as "importedBy",
          (select count(*)::integer from displacement_import_rows w where w.import_id = i.id and w.finding = 'unknown_place') as unknown,
          (select count(*)::integer from displacement_import_rows w where w.import_id = i.id and w.finding in ('ready', 'changes')) as waiting
        from displacement_imports i join users u on u.id = i.imported_by where i.round_id = ${roundId}::uuid order by i.id desc limit 20`),
    ])
    const round = details[0]
    if (!round) return null
    const rows = [...districts].map(
      ({ en, ar, before, ...row }): DistrictSum => ({ ...row, name: { en, ar }, familiesBefore: before }),
    )
    const sums = (['idp', 'returnee'] as const).map((population) =>
      rows
        .filter((row) => row.population === population)
        .reduce<SumRow>((sum, row) => ({ population, ...plus(sum, row) }), { population, ...noSum }),
    )
    return {
      round,
      districts: rows,
      sums: byPopulation(sums),
      missing: [...missing],
      events: [...events],
      imports: [...imports],
    }
  })
}

export type RoundPage = NonNullable<Awaited<ReturnType<typeof getRound>>>
