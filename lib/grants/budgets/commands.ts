import { and, eq, sql } from 'drizzle-orm'
import { budgetChanges, budgetLines, fundingSourceDistricts, fundingSources } from '../../../db/schema/budgets'
import { locations } from '../../../db/schema/places'
import { holdersOf, notify } from '../../cases/notify'
import { type Context, command } from '../../commands/command'
import { InvalidField, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import type { ChangeKind } from './domain'
import { canDecideChange, canPropose, canSetRate } from './policy'
import { changeAmountSchema, changeDecisionSchema, closeSchema, lineSchema, rateSchema, sourceSchema } from './schemas'

type Wanted = { sourceId: string; lineId?: string; kind: ChangeKind; amountMinor?: number; reason: string }

const pending = {
  budget_changes_pending_line: { key: 'budgets.refused.change_pending' },
  budget_changes_pending_source: { key: 'budgets.refused.change_pending' },
}

/** Writes what is wanted and tells those who can agree to it. */
async function propose(context: Context, wanted: Wanted): Promise<string> {
  const changeId = newId(context.now)
  await context.tx
    .insert(budgetChanges)
    .values({ id: changeId, ...wanted, proposedBy: context.actor.userId, proposedAt: context.now })
  const seconds = await Promise.all([
    holdersOf(context, 'finance_officer', { programme: 'livelihoods' }),
    holdersOf(context, 'programme_manager', { programme: 'livelihoods' }),
  ])
  await notify(context, seconds.flat(), 'budget_to_decide', null, { changeId })
  return changeId
}

async function lockSource(context: Context, sourceId: string) {
  const rows = await context.tx
    .select({ id: fundingSources.id, state: fundingSources.state, currency: fundingSources.currency })
    .from(fundingSources)
    .where(eq(fundingSources.id, sourceId))
  return rows[0] ?? null
}

async function readLine(context: Context, lineId: string) {
  const rows = await context.tx
    .select({
      id: budgetLines.id,
      sourceId: budgetLines.sourceId,
      state: budgetLines.state,
      currency: budgetLines.currency,
      committedMinor: budgetLines.committedMinor,
    })
    .from(budgetLines)
    .where(eq(budgetLines.id, lineId))
  return rows[0] ?? null
}

/** A donor's money, proposed: it counts once a second person agrees. */
export const proposeSource = command({
  name: 'budgets.propose_source',
  input: sourceSchema,
  allow: canPropose,
  async run(context, { districts, reason, ...source }) {
    const { tx, actor, now } = context
    const sourceId = newId(now)
    await tx.insert(fundingSources).values({ id: sourceId, ...source, proposedBy: actor.userId, proposedAt: now })
    const wanted = [...new Set(districts)]
    if (wanted.length > 0) {
      const known = await tx
        .select({ pcode: locations.pcode })
        .from(locations)
        .where(and(eq(locations.level, 2), sql`${locations.pcode} = any (${`{${wanted.join(',')}}`}::text[])`))
      if (known.length !== wanted.length) throw new InvalidField({ districts: 'errors.choose' })
      await tx.insert(fundingSourceDistricts).values(wanted.map((districtPcode) => ({ sourceId, districtPcode })))
    }
    await propose(context, { sourceId, kind: 'activate_source', reason })
    return { sourceId }
  },
  unique: { funding_sources_code: { field: 'code', key: 'budgets.errors.codeTaken' } },
})

/** A line of a source, in the source's currency. */
export const proposeLine = command({
  name: 'budgets.propose_line',
  input: lineSchema,
  load: (context, { sourceId }) => lockSource(context, sourceId),
  allow: (actor, source) =>
    canPropose(actor) &&
    (source.state === 'proposed' || source.state === 'active' || [{ key: 'budgets.refused.not_now' }]),
  async run(context, { amountMinor, reason, ...line }, source) {
    if (source.currency !== line.currency) refuse('budgets.refused.line_currency')
    const lineId = newId(context.now)
    await context.tx.insert(budgetLines).values({
      id: lineId,
      ...line,
      proposedMinor: amountMinor,
      proposedBy: context.actor.userId,
      proposedAt: context.now,
    })
    await propose(context, { sourceId: source.id, lineId, kind: 'activate_line', reason })
    return { lineId }
  },
  unique: { budget_lines_code: { field: 'code', key: 'budgets.errors.codeTaken' }, ...pending },
})

/** Another amount for a line; less than is promised already can never be agreed to. */
export const proposeAmount = command({
  name: 'budgets.propose_amount',
  input: changeAmountSchema,
  load: (context, { lineId }) => readLine(context, lineId),
  allow: (actor, line) => canPropose(actor) && (line.state === 'active' || [{ key: 'budgets.refused.not_now' }]),
  async run(context, { amountMinor, currency, reason }, line) {
    if (currency !== line.currency) refuse('budgets.refused.line_currency')
    if (amountMinor < line.committedMinor) throw new InvalidField({ amount: 'budgets.refused.below_committed' })
    await propose(context, { sourceId: line.sourceId, lineId: line.id, kind: 'change_amount', amountMinor, reason })
    return { lineId: line.id }
  },
  unique: pending,
})

/** No more promises from a line or a source; what is promised stays promised. */
export const proposeClosing = command({
  name: 'budgets.propose_closing',
  input: closeSchema,
  async load(context, { kind, id }) {
    if (kind === 'close_line') {
      const line = await readLine(context, id)
      return line && { sourceId: line.sourceId, lineId: line.id, state: line.state }
    }
    const source = await lockSource(context, id)
    return source && { sourceId: source.id, lineId: undefined, state: source.state }
  },
  allow: (actor, found) => canPropose(actor) && (found.state === 'active' || [{ key: 'budgets.refused.not_now' }]),
  async run(context, { kind, reason }, { sourceId, lineId }) {
    await propose(context, { sourceId, ...(lineId && { lineId }), kind, reason })
    return { sourceId }
  },
  unique: pending,
})

/** A second person agrees to a change, and it happens; or declines it, and nothing does. */
export const decideChange = command({
  name: 'budgets.decide_change',
  input: changeDecisionSchema,
  async load({ tx }, { changeId }) {
    const rows = await tx
      .select({
        id: budgetChanges.id,
        sourceId: budgetChanges.sourceId,
        proposedBy: budgetChanges.proposedBy,
        outcome: budgetChanges.outcome,
      })
      .from(budgetChanges)
      .where(eq(budgetChanges.id, changeId))
      .for('update')
    return rows[0] ?? null
  },
  allow: canDecideChange,
  async run({ tx, actor, now }, { outcome }, change) {
    await tx
      .update(budgetChanges)
      .set({ outcome, decidedBy: actor.userId, decidedAt: now })
      .where(eq(budgetChanges.id, change.id))
    return { sourceId: change.sourceId, outcome }
  },
})

/** What a dollar was in dinars on a day. Rates are added, never changed: the newest of the newest day counts. */
export const setRate = command({
  name: 'budgets.set_rate',
  input: rateSchema,
  allow: canSetRate,
  async run({ tx, actor, now }, { filsPerDollar, day }) {
    if (day > baghdadDay(now)) throw new InvalidField({ day: 'errors.dateFuture' })
    await tx.execute(sql`insert into exchange_rates (id, fils_per_dollar, day, set_by, set_at)
      values (${newId(now)}, ${filsPerDollar}, ${day}, ${actor.userId}, ${now.toISOString()})`)
    return { day }
  },
})
