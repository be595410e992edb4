import { and, eq, sql } from 'drizzle-orm'
import { tranches } from '../../../db/schema/tranches'
import { transition } from '../../cases/transition'
import { command } from '../../commands/command'
import { Conflict, InvalidField, refuse } from '../../commands/result'
import { loadGrant } from '../load'
import { mayOn } from '../policy'
import { caseRefSchema, endSchema } from '../schemas'
import { loadTranche } from './load'
import { canPlan } from './policy'
import { planTrancheSchema } from './schemas'

/** Another day for a tranche, and while the agreement is not signed another amount. */
export const planTranche = command({
  name: 'payments.plan',
  input: planTrancheSchema,
  load: loadTranche,
  allow: canPlan,
  async run(context, { plannedOn, currency, amountMinor }, tranche) {
    if (currency !== tranche.currency) refuse('payments.refused.schedule_differs')
    const isNew = amountMinor !== null && amountMinor !== tranche.amountMinor
    if (isNew && tranche.caseStatus !== 'approved') throw new InvalidField({ amount: 'payments.errors.amountFixed' })
    const rows = await context.tx
      .update(tranches)
      .set({ plannedOn, ...(isNew && { amountMinor }), version: sql`${tranches.version} + 1` })
      .where(and(eq(tranches.id, tranche.id), eq(tranches.version, tranche.version)))
      .returning({ id: tranches.id })
    if (!rows[0]) throw new Conflict()
    return { caseId: tranche.caseId }
  },
})

/** Payments of a grant stand still, for a reason. */
export const suspendGrant = command({
  name: 'grants.suspend',
  input: endSchema,
  load: loadGrant,
  allow: (actor, grant) => mayOn(actor, 'payments.suspend', grant),
  async run(context, { reason }, grant) {
    await transition(context, grant, 'suspend', 'suspended', { reason })
    return { caseId: grant.id }
  },
})

/** Payments go on. */
export const resumeGrant = command({
  name: 'grants.resume',
  input: endSchema,
  load: loadGrant,
  allow: (actor, grant) => mayOn(actor, 'payments.suspend', grant),
  async run(context, { reason }, grant) {
    await transition(context, grant, 'resume', 'disbursing', { reason })
    return { caseId: grant.id }
  },
})

/** All tranches are settled: the visits tell how the business does. The database refuses while one is open. */
export const startMonitoring = command({
  name: 'grants.start_monitoring',
  input: caseRefSchema,
  load: loadGrant,
  allow: (actor, grant) => mayOn(actor, 'payments.request', grant),
  async run(context, _input, grant) {
    await transition(context, grant, 'start_monitoring', 'monitoring', { dueOn: null })
    return { caseId: grant.id }
  },
})
