import { type SQL, sql } from 'drizzle-orm'
import { withActor } from '../../../db/client'
import type { Actor } from '../../auth/actor'
import { may } from '../../auth/roles'
import type { Named } from '../../i18n/in-locale'
import { readCategories } from './load'
import { type RawTotal, totalsOf } from './totals'

/** Months from and to, each as its first day; a facility, or all that the actor reaches. */
export type TotalsFilter = { from: string; to: string; facility: string | null }

/** Whether this actor sees figures of people they may not look up: then small groups are withheld. */
export function isDeidentified(actor: Actor): boolean {
  return !may(actor, 'consultations.read')
}

/** Whether this actor counts consultations at all. */
export function mayCount(actor: Actor): boolean {
  return actor.programmes.includes('health') && (may(actor, 'consultations.read') || may(actor, 'figures.read'))
}

const sums = ({ from, to }: TotalsFilter): SQL => sql`
  select case when dimension = 'all' then month::text end as month, dimension, value, sum(count)::integer as count
  from consultation_sums where month between ${from}::date and ${to}::date
  group by 1, 2, 3 having sum(count) > 0 order by 1, 2, 3`

/** Of one facility the full totals are few enough: a month has at most some hundred. */
const sumsOfFacility = ({ from, to, facility }: TotalsFilter): SQL => sql`
  select case when d.dimension = 'all' then t.month::text end as month, d.dimension, d.value, sum(t.count)::integer as count
  from generate_series(${from}::date, ${to}::date, interval '1 month') m(month)
    join consultation_totals t on t.month = m.month::date and t.facility_id = ${facility}::uuid
    cross join lateral (values ('all', ''), ('facility', t.facility_id::text), ('sex', t.sex), ('age_band', t.age_band),
      ('displacement', t.displacement), ('disability', t.disability), ('category', t.category_code),
      ('visit', case when t.is_new then 'new' else 'follow_up' end)) d(dimension, value)
  group by 1, 2, 3 having sum(t.count) > 0 order by 1, 2, 3`

/**
 * Consultations by month and by each thing that is counted, with the names that the values are shown by. Read from totals
 * that the database keeps, never from lines.
 */
export function getTotals(actor: Actor, filter: TotalsFilter) {
  return withActor(actor, async (tx) => {
    const [raw, facilities, categories] = await Promise.all([
      tx.execute<RawTotal>(filter.facility ? sumsOfFacility(filter) : sums(filter)),
      tx.execute<{ id: string } & Named>(
        sql`select id, name_en as en, name_ar as ar from facilities order by name_en limit 1000`,
      ),
      readCategories(tx, true),
    ])
    return { totals: totalsOf([...raw], isDeidentified(actor)), facilities: [...facilities], categories }
  })
}
export type TotalsPage = Awaited<ReturnType<typeof getTotals>>
