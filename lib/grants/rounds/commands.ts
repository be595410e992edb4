import { and, eq, inArray } from 'drizzle-orm'
import { fundingRoundDistricts, fundingRoundQuotas, fundingRounds } from '../../../db/schema/grants'
import { locations } from '../../../db/schema/places'
import { may } from '../../auth/roles'
import { type Context, command } from '../../commands/command'
import { Conflict, InvalidField } from '../../commands/result'
import { newId } from '../../ids'
import { currentRules } from './rules'
import { amendRoundSchema, createRoundSchema, editRoundSchema, type Quota } from './schemas'

async function insistOnDistricts({ tx }: Context, districts: readonly string[]): Promise<void> {
  if (districts.length === 0) return
  const known = await tx
    .select({ pcode: locations.pcode })
    .from(locations)
    .where(and(inArray(locations.pcode, [...districts]), eq(locations.level, 2)))
  if (known.length !== districts.length) throw new InvalidField({ districts: 'errors.choose' })
}

/** What hangs on a round is written anew each time: districts that it serves, and what share is meant for whom. */
async function writeParts(
  context: Context,
  fundingRoundId: string,
  { districts, quotas }: { districts: readonly string[]; quotas: readonly Quota[] },
): Promise<void> {
  const { tx } = context
  await insistOnDistricts(context, districts)
  await tx.delete(fundingRoundDistricts).where(eq(fundingRoundDistricts.fundingRoundId, fundingRoundId))
  await tx.delete(fundingRoundQuotas).where(eq(fundingRoundQuotas.fundingRoundId, fundingRoundId))
  if (districts.length > 0)
    await tx.insert(fundingRoundDistricts).values(districts.map((districtPcode) => ({ fundingRoundId, districtPcode })))
  if (quotas.length > 0)
    await tx.insert(fundingRoundQuotas).values(quotas.map((quota) => ({ fundingRoundId, ...quota })))
}

/** Opens a funding round, which works by the rules and the score in force today. Amounts in minor units. */
export const createRound = command({
  name: 'rounds.create',
  input: createRoundSchema,
  allow: (actor) => may(actor, 'rounds.manage'),
  unique: { funding_rounds_code: { field: 'code', key: 'rounds.errors.codeTaken' } },
  async run(context, { districts, quotas, ...details }) {
    const fundingRoundId = newId(context.now)
    await context.tx.insert(fundingRounds).values({ id: fundingRoundId, ...details, ...currentRules })
    await writeParts(context, fundingRoundId, { districts, quotas })
    return { fundingRoundId }
  },
})

type Ref = { fundingRoundId: string; version: number }

async function loadRound({ tx }: Context, { fundingRoundId, version }: Ref) {
  const [round] = await tx
    .select({ id: fundingRounds.id, version: fundingRounds.version, opensOn: fundingRounds.opensOn })
    .from(fundingRounds)
    .where(eq(fundingRounds.id, fundingRoundId))
    .for('update')
  if (round && round.version !== version) throw new Conflict()
  return round ?? null
}

/** Changes a round to which nobody has applied yet; the database asks for that (round_rules_stay). */
export const editRound = command({
  name: 'rounds.edit',
  input: editRoundSchema,
  load: loadRound,
  allow: (actor) => may(actor, 'rounds.manage'),
  async run(context, { fundingRoundId, version, districts, quotas, ...details }) {
    await context.tx
      .update(fundingRounds)
      .set({ ...details, ...currentRules, version: version + 1 })
      .where(eq(fundingRounds.id, fundingRoundId))
    await writeParts(context, fundingRoundId, { districts, quotas })
    return { fundingRoundId }
  },
})

/** Changes what may change while people apply: names, the last day, notices, target, quotas, tranches and visits to come. */
export const amendRound = command({
  name: 'rounds.amend',
  input: amendRoundSchema,
  load: loadRound,
  allow: (actor) => may(actor, 'rounds.manage'),
  async run(context, { fundingRoundId, version, districts, quotas, ...details }, round) {
    if (details.closesOn < round.opensOn) throw new InvalidField({ closesOn: 'rounds.errors.endBeforeStart' })
    await context.tx
      .update(fundingRounds)
      .set({ ...details, version: version + 1 })
      .where(eq(fundingRounds.id, fundingRoundId))
    await writeParts(context, fundingRoundId, { districts, quotas })
    return { fundingRoundId }
  },
})
