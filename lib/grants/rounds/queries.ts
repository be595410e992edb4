import { asc, desc, eq, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../../db/client'
import { fundingRoundDistricts, fundingRoundQuotas, fundingRounds } from '../../../db/schema/grants'
import { locations } from '../../../db/schema/places'
import type { Actor } from '../../auth/actor'
import type { Currency } from '../../format'
import type { Named } from '../../i18n/in-locale'

/** The funding rounds, the last to open first, with how many have applied in the actor's scope. */
export function listRounds(actor: Actor) {
  return withActor(actor, (tx) =>
    tx
      .select({
        id: fundingRounds.id,
        code: fundingRounds.code,
        nameEn: fundingRounds.nameEn,
        nameAr: fundingRounds.nameAr,
        opensOn: fundingRounds.opensOn,
        closesOn: fundingRounds.closesOn,
        currency: sql<Currency>`${fundingRounds.currency}`,
        maxAmountMinor: fundingRounds.maxAmountMinor,
        targetGrants: fundingRounds.targetGrants,
      })
      .from(fundingRounds)
      .orderBy(desc(fundingRounds.opensOn))
      .limit(200),
  )
}
export type RoundRow = Awaited<ReturnType<typeof listRounds>>[number]

/** Districts to choose from, with their names. */
function readDistricts(tx: Tx): Promise<{ pcode: string; name: Named }[]> {
  return tx
    .select({ pcode: locations.pcode, en: locations.nameEn, ar: locations.nameAr })
    .from(locations)
    .where(sql`${locations.level} = 2 and ${locations.parentPcode} = 'IQG01'`)
    .orderBy(asc(locations.pcode))
    .then((rows) => rows.map(({ pcode, en, ar }) => ({ pcode, name: { en, ar } })))
}

/** What the form of a new round offers. */
export function getRoundForm(actor: Actor) {
  return withActor(actor, async (tx) => ({ districts: await readDistricts(tx) }))
}

/** One round with its districts and quotas, and whether its rules stay because someone has applied; null when there is none. */
export function getRound(actor: Actor, roundId: string) {
  return withActor(actor, (tx) => readRound(tx, roundId))
}

export async function readRound(tx: Tx, roundId: string) {
  const [rounds, chosen, quotas, districts, applied] = await Promise.all([
    tx.select().from(fundingRounds).where(eq(fundingRounds.id, roundId)),
    tx
      .select({ pcode: fundingRoundDistricts.districtPcode })
      .from(fundingRoundDistricts)
      .where(eq(fundingRoundDistricts.fundingRoundId, roundId)),
    tx
      .select({
        dimension: fundingRoundQuotas.dimension,
        value: fundingRoundQuotas.value,
        percent: fundingRoundQuotas.percent,
      })
      .from(fundingRoundQuotas)
      .where(eq(fundingRoundQuotas.fundingRoundId, roundId)),
    readDistricts(tx),
    tx.execute<{ is_used: boolean }>(
      sql`select exists (select from grants g where g.funding_round_id = ${roundId} and g.submitted_at is not null) as is_used`,
    ),
  ])
  const round = rounds[0]
  if (!round) return null
  const currency: Currency = round.currency === 'USD' ? 'USD' : 'IQD'
  return {
    round: { ...round, currency },
    chosen: chosen.map((one) => one.pcode),
    quotas,
    districts,
    isUsed: applied[0]?.is_used ?? false,
  }
}

export type RoundPage = NonNullable<Awaited<ReturnType<typeof getRound>>>
