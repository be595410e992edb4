import { and, eq, isNotNull } from 'drizzle-orm'
import * as z from 'zod/mini'
import { cases } from '../../../db/schema/cases'
import { grants } from '../../../db/schema/grants'
import { may } from '../../auth/roles'
import { command } from '../../commands/command'
import { moveUp } from './waiting-list'

/** A supervisor asks the system to look again whether there is room for what waits; it moves up what fits. */
export const lookForRoom = command({
  name: 'committee.look_for_room',
  input: z.object({}),
  allow: (actor) => may(actor, 'committee.convene'),
  async run({ tx }) {
    const rows = await tx
      .selectDistinct({ lineId: grants.budgetLineId })
      .from(grants)
      .innerJoin(cases, eq(cases.id, grants.caseId))
      .where(and(eq(cases.status, 'waitlisted'), isNotNull(grants.budgetLineId)))
    return { lineIds: rows.map((row) => row.lineId) }
  },
  after: async (_none, { lineIds }, at) => {
    await moveUp(lineIds, at)
  },
})
