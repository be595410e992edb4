import { and, asc, eq } from 'drizzle-orm'
import { grants } from '../../../db/schema/grants'
import { businessPlanMilestones } from '../../../db/schema/plans'
import { tranches } from '../../../db/schema/tranches'
import type { Context } from '../../commands/command'
import { refuse } from '../../commands/result'
import { newId } from '../../ids'

/**
 * Writes the tranches of an approved grant in place of those that were planned before. For the command that makes the agreement,
 * in its transaction. The n-th milestone of the plan hangs on the n-th tranche unless the rows say otherwise. Refuses parts that are not exactly the grant's amount; the database asks again at the signature.
 */
export async function scheduleTranches(
  context: Context,
  grant: { id: string; reference: string },
  rows: readonly { amountMinor: number; plannedOn: string; milestoneId?: string | null }[],
): Promise<void> {
  const { tx, actor, now } = context
  const [[found], milestones] = await Promise.all([
    tx
      .select({
        amountMinor: grants.amountMinor,
        currency: grants.currency,
        form: grants.form,
        budgetLineId: grants.budgetLineId,
      })
      .from(grants)
      .where(eq(grants.caseId, grant.id)),
    tx
      .select({ id: businessPlanMilestones.id })
      .from(businessPlanMilestones)
      .where(eq(businessPlanMilestones.caseId, grant.id))
      .orderBy(asc(businessPlanMilestones.position)),
  ])
  if (!found?.budgetLineId) refuse('grants.refused.no_line')
  const { budgetLineId, amountMinor, currency, form } = found
  const sum = rows.reduce((all, row) => all + row.amountMinor, 0)
  if (rows.length === 0 || rows.length > 12 || rows.some((row) => row.amountMinor <= 0) || sum !== amountMinor)
    refuse('payments.refused.schedule_differs')
  await tx.delete(tranches).where(and(eq(tranches.caseId, grant.id), eq(tranches.status, 'scheduled')))
  await tx.insert(tranches).values(
    rows.map((row, index) => ({
      id: newId(now),
      caseId: grant.id,
      number: index + 1,
      reference: `${grant.reference}/${index + 1}`,
      budgetLineId,
      milestoneId: row.milestoneId === undefined ? (milestones[index]?.id ?? null) : row.milestoneId,
      amountMinor: row.amountMinor,
      currency,
      form,
      plannedOn: row.plannedOn,
      statusAt: now,
      createdBy: actor.userId,
    })),
  )
}
