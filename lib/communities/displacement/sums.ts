import { type SQL, sql } from 'drizzle-orm'
import { noSum, type Population, type Sum } from './domain'

/** Sums of figures, families and the two kinds of individuals apart, as columns of a query over `c` = displacement_counts. */
export const sumColumns: SQL = sql`count(*)::integer as locations, coalesce(sum(c.families), 0)::integer as families,
  coalesce(sum(c.individuals) filter (where c.method = 'counted'), 0)::integer as counted,
  coalesce(sum(c.individuals) filter (where c.method <> 'counted'), 0)::integer as multiplied`

/** The same out of kept totals, `t` = displacement_totals. */
export const totalColumns: SQL = sql`coalesce(sum(t.locations), 0)::integer as locations, coalesce(sum(t.families), 0)::integer as families,
  coalesce(sum(t.counted), 0)::integer as counted, coalesce(sum(t.multiplied), 0)::integer as multiplied`

export type SumRow = Sum & { population: Population }

/** One sum a population; nothing counted is a sum of nothing. */
export function byPopulation(rows: readonly SumRow[]): Record<Population, Sum> {
  const of = (population: Population): Sum => {
    const found = rows.find((row) => row.population === population)
    return found
      ? { locations: found.locations, families: found.families, counted: found.counted, multiplied: found.multiplied }
      : noSum
  }
  return { idp: of('idp'), returnee: of('returnee') }
}
