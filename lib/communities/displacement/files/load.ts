import { eq, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Tx } from '../../../../db/client'
import { displacementImports } from '../../../../db/schema/displacement'
import { displacementRounds } from '../../../../db/schema/displacement-rounds'
import type { Actor } from '../../../auth/actor'
import type { Context, Permission } from '../../../commands/command'
import type { Refusal } from '../../../commands/result'
import { canEnter } from '../policy'
import { isImportState } from './findings'
import type { Mapping } from './heads'
import { Areas, type KnownArea, type KnownPlace } from './places'
import { type Carry, nothingCarried } from './reading'

export const importRef = z.object({ importId: z.uuid('errors.notFound') })

/** How far the checking has come besides its position: what was carried down, and what the rows add up to. */
export type Running = { carry: Carry; block: number; all: number }
export const nothingRun: Running = { carry: nothingCarried, block: 0, all: 0 }

/** A line of totals: what it says, and what the rows above it add up to since the last one, or from the first. */
export type TotalLine = { line: number; says: number; block: number; all: number }

/** An import with its round, locked; null when it does not exist for this actor. */
export async function lockImport({ tx }: Context, { importId }: { importId: string }) {
  const rows = await tx
    .select({
      id: displacementImports.id,
      state: displacementImports.state,
      population: displacementImports.population,
      rowCount: displacementImports.rowCount,
      doneCount: displacementImports.doneCount,
      // Written by the commands of this folder.
      header: sql<string[]>`${displacementImports.header}`,
      mapping: sql<Mapping | null>`${displacementImports.mapping}`,
      running: sql<Partial<Running>>`${displacementImports.running}`,
      totals: sql<TotalLine[]>`${displacementImports.totals}`,
      finishedAt: displacementImports.finishedAt,
      status: displacementRounds.status,
    })
    .from(displacementImports)
    .innerJoin(displacementRounds, eq(displacementRounds.id, displacementImports.roundId))
    .where(eq(displacementImports.id, importId))
    .for('update', { of: displacementImports })
  const found = rows[0]
  return found ? { ...found, state: isImportState(found.state) ? found.state : ('cancelled' as const) } : null
}
export type LoadedImport = NonNullable<Awaited<ReturnType<typeof lockImport>>>

/** As `lockImport` for a driver: the lock is the transaction's, two never work at one import, one that dies lets go. */
export async function lockForDriver(context: Context, input: { importId: string }) {
  const [free] = await context.tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('displacement_import' || ${input.importId}::text, 0)) as got`,
  )
  return free?.got ? lockImport(context, input) : ('busy' as const)
}

/** Allows who enters figures into an open round, when `isNow`. */
export function allowIn(actor: Actor, found: { status: string }, isNow: boolean, otherwise: Refusal): Permission {
  const allowed = canEnter(actor, found)
  return allowed === true ? isNow || [otherwise] : allowed
}

/** The register and the official list, as a list's rows are matched to them. */
export async function readKnown(tx: Tx): Promise<{ places: KnownPlace[]; areas: Areas }> {
  const [places, areas] = await Promise.all([
    tx.execute<KnownPlace>(sql`
      select id, place_id as "placeId", dtm_location_id as "dtmLocationId", pcode,
        array_remove(array[name_en, name_ar, dtm_name_en, dtm_name_ar] || aliases, '') as names, district_pcode as "districtPcode", latitude, longitude
      from monitored_locations order by id`),
    tx.execute<KnownArea>(sql`
      select pcode, level, parent_pcode as "parentPcode", array[name_en, name_ar] || aliases as names
      from locations where level <= 3 and is_active order by pcode`),
  ])
  return { places: [...places], areas: new Areas([...areas]) }
}
