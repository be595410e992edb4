import { eq } from 'drizzle-orm'
import { grants } from '../../../db/schema/grants'
import { recordEvent } from '../../cases/events'
import { touch } from '../../cases/transition'
import { type Context, command } from '../../commands/command'
import { InvalidField, refuse } from '../../commands/result'
import { type LoadedGrant, loadGrant } from '../load'
import { mayOn } from '../policy'
import { lineChoices } from './line-choices'
import { chooseLineSchema } from './schemas'
import { moveUp } from './waiting-list'

const choosable = ['committee_review', 'waitlisted', 'pending_approval_1', 'pending_approval_2']

/** Names the line that pays, if it fits the grant; with `needsRoom` it must also have room for the amount now. */
export async function setLine(
  context: Context,
  grant: LoadedGrant,
  budgetLineId: string,
  needsRoom: boolean,
): Promise<void> {
  const line = (await lineChoices(context.tx, grant)).find((one) => one.id === budgetLineId)
  if (!line) throw new InvalidField({ budgetLineId: 'errors.choose' })
  if (needsRoom && line.freeMinor < grant.amountMinor) refuse('grants.refused.no_room')
  await context.tx.update(grants).set({ budgetLineId }).where(eq(grants.caseId, grant.id))
}

/** Changes the line that pays while nothing is promised yet. Waiting on another line may mean that the wait is over. */
export const chooseLine = command({
  name: 'grants.choose_line',
  input: chooseLineSchema,
  load: loadGrant,
  allow: (actor, grant) => mayOn(actor, 'budgets.choose', grant),
  async run(context, { budgetLineId }, grant) {
    if (!choosable.includes(grant.status)) refuse('grants.refused.line_fixed')
    await setLine(context, grant, budgetLineId, grant.status !== 'waitlisted')
    const touched = await touch(context, grant)
    await recordEvent(context, touched, 'details_changed', { fields: ['budgetLineId'] })
    return { caseId: grant.id, budgetLineId }
  },
  after: (grant, { budgetLineId }, at) =>
    grant.status === 'waitlisted' ? moveUp([budgetLineId], at).then(() => undefined) : Promise.resolve(),
})
