import { and, eq, sql } from 'drizzle-orm'
import { displacementCounts } from '../../../db/schema/displacement'
import { monitoredLocations } from '../../../db/schema/displacement-places'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField } from '../../commands/result'
import type { Population } from './domain'
import { type LoadedRound, lockRound } from './load-round'
import { canEnter } from './policy'
import { enterCountSchema, removeCountSchema } from './round-schemas'

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
    const all = (code: string | null) => (code && families > 0 ? { [code]: families } : {})
    const cells = { origins: all(input.origin), periods: all(input.period), shelters: all(input.shelter) }
    const isBroken = Object.values(cells).some((one) => Object.keys(one).length > 0)
    const figures = {
      families,
      individuals,
      method,
      confidence,
      ...cells,
      breakdownUnit: isBroken ? 'families' : null,
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
