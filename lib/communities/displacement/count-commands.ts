import { and, eq, sql } from 'drizzle-orm'
import { displacementCounts } from '../../../db/schema/displacement'
import { monitoredLocations } from '../../../db/schema/displacement-places'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField } from '../../commands/result'
import { type Cells, mainOf, type Population } from './domain'
import { type LoadedRound, lockRound } from './load-round'
import { canEnter } from './policy'
import { type CountInput, enterCountSchema, removeCountSchema } from './round-schemas'

type Which = { roundId: string; locationId: string; population: Population }

const load = (context: Context, { roundId }: Which) => lockRound(context, roundId)
const allow = canEnter

const where = ({ roundId, locationId, population }: Which, version: number) =>
  and(
    eq(displacementCounts.roundId, roundId),
    eq(displacementCounts.locationId, locationId),
    eq(displacementCounts.population, population),
    eq(displacementCounts.version, version),
  )

async function insistOnPlace({ tx }: Context, locationId: string, round: LoadedRound): Promise<void> {
  const rows = await tx
    .select({ closedOn: monitoredLocations.closedOn })
    .from(monitoredLocations)
    .where(eq(monitoredLocations.id, locationId))
  const place = rows[0]
  if (!place) throw new InvalidField({ locationId: 'errors.choose' })
  if (place.closedOn && place.closedOn < round.countedOn)
    throw new InvalidField({ locationId: 'displacement.errors.placeClosed' })
}

type Standing = {
  families: number
  individuals: number
  origins: Cells
  periods: Cells
  shelters: Cells
  unit: string | null
}

async function standing({ tx }: Context, input: CountInput): Promise<Standing | null> {
  if (input.version === 0) return null
  const rows = await tx
    .select({
      families: displacementCounts.families,
      individuals: displacementCounts.individuals,
      // Written here and by the lists.
      origins: sql<Cells>`${displacementCounts.origins}`,
      periods: sql<Cells>`${displacementCounts.periods}`,
      shelters: sql<Cells>`${displacementCounts.shelters}`,
      unit: displacementCounts.breakdownUnit,
    })
    .from(displacementCounts)
    .where(where(input, input.version))
  return rows[0] ?? null
}

/**
 * The breakdown of typed figures: the main origin, wave and shelter stand for all. Where a list's own breakdown stands and
 * neither the figures nor the main one of it were changed, it is kept.
 */
function breakdownOf({ families, individuals, ...input }: CountInput, before: Standing | null) {
  const isSame = before !== null && before.families === families && before.individuals === individuals
  const unit = isSame && before.unit === 'individuals' ? 'individuals' : 'families'
  const all = unit === 'families' ? families : individuals
  const cells = (code: string | null, stood: Cells | undefined): Cells => {
    if (isSame && stood && code === (mainOf(stood) ?? null)) return stood
    return code && all > 0 ? { [code]: all } : {}
  }
  const broken = {
    origins: cells(input.origin, before?.origins),
    periods: cells(input.period, before?.periods),
    shelters: cells(input.shelter, before?.shelters),
  }
  return { ...broken, breakdownUnit: Object.values(broken).some((one) => mainOf(one)) ? unit : null }
}

/** Enters the figures of one location, or replaces those that stand there as the form saw them. */
export const enterCount = command({
  name: 'displacement.enter_count',
  input: enterCountSchema,
  load,
  allow,
  async run(context, input, round) {
    const { tx, actor, now } = context
    await insistOnPlace(context, input.locationId, round)
    const { roundId, locationId, population, families, individuals, method, confidence } = input
    const broken = breakdownOf(input, await standing(context, input))
    const figures = {
      families,
      individuals,
      method,
      confidence,
      ...broken,
      importId: null,
      enteredBy: actor.userId,
      enteredAt: now,
    }
    const done =
      input.version === 0
        ? await tx
            .insert(displacementCounts)
            .values({ roundId, locationId, population, ...figures })
            .onConflictDoNothing()
            .returning({ version: displacementCounts.version })
        : await tx
            .update(displacementCounts)
            .set({ ...figures, version: sql`${displacementCounts.version} + 1` })
            .where(where(input, input.version))
            .returning({ version: displacementCounts.version })
    if (!done[0]) throw new Conflict()
    return { roundId, locationId }
  },
})

/** Takes the figures of a location out of an open round. */
export const removeCount = command({
  name: 'displacement.remove_count',
  input: removeCountSchema,
  load,
  allow,
  async run({ tx }, input) {
    const gone = await tx
      .delete(displacementCounts)
      .where(where(input, input.version))
      .returning({ version: displacementCounts.version })
    if (!gone[0]) throw new Conflict()
    return { roundId: input.roundId }
  },
})
