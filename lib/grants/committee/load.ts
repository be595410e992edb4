import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { committeeItems, committeeMeetings } from '../../../db/schema/committee'
import { teams } from '../../../db/schema/users'
import type { Context } from '../../commands/command'
import { Conflict } from '../../commands/result'
import { lockGrant, readGrant } from '../load'

const meetingColumns = {
  id: committeeMeetings.id,
  teamId: committeeMeetings.teamId,
  districtPcode: teams.districtPcode,
  state: committeeMeetings.state,
  version: committeeMeetings.version,
  convenedBy: committeeMeetings.convenedBy,
}

/** `load` of the commands on a meeting: locked, in scope, and as the form saw it. */
export async function loadMeeting({ tx }: Context, input: { meetingId: string; version: number }) {
  const [meeting] = await tx
    .select(meetingColumns)
    .from(committeeMeetings)
    .innerJoin(teams, eq(teams.id, committeeMeetings.teamId))
    .where(eq(committeeMeetings.id, input.meetingId))
    .for('update', { of: committeeMeetings })
  if (meeting && meeting.version !== input.version) throw new Conflict()
  return meeting ?? null
}

/** An item with what this actor has said of it so far. */
function selectItem(tx: Tx, itemId: string, userId: string) {
  return tx
    .select({
      id: committeeItems.id,
      meetingId: committeeItems.meetingId,
      caseId: committeeItems.caseId,
      round: committeeItems.round,
      outcome: committeeItems.outcome,
      meetingState: sql<string>`(select m.state from committee_meetings m where m.id = committee_items.meeting_id)`,
      isMember: sql<boolean>`exists (select from committee_members m where m.meeting_id = committee_items.meeting_id and m.user_id = ${userId})`,
      hasConflict: sql<
        boolean | null
      >`(select d.has_conflict from committee_declarations d where d.item_id = committee_items.id and d.user_id = ${userId})`,
      hasScored: sql<boolean>`exists (select from committee_scores s where s.item_id = committee_items.id and s.user_id = ${userId})`,
    })
    .from(committeeItems)
    .where(eq(committeeItems.id, itemId))
}

type ItemRow = Awaited<ReturnType<typeof selectItem>>[number]

const forMember = (item: ItemRow) => ({
  isMember: item.isMember,
  isRecorded: item.outcome !== null || item.meetingState !== 'open',
  declaration: item.hasConflict === null ? null : { hasConflict: item.hasConflict },
  hasScored: item.hasScored,
})

/** `load` of what a member says: the item with its grant, and what they said before; null when out of scope. */
export async function loadItem({ tx, actor }: Context, input: { itemId: string }) {
  const [item] = await selectItem(tx, input.itemId, actor.userId)
  const grant = item ? await readGrant(tx, item.caseId) : null
  return item && grant ? { item, grant, ...forMember(item) } : null
}

/** `load` of the outcome: the grant locked and as the form saw it, and the item that belongs to it. */
export async function loadOutcome({ tx, actor }: Context, input: { caseId: string; version: number; itemId: string }) {
  const grant = await lockGrant(tx, input.caseId)
  if (grant && grant.version !== input.version) throw new Conflict()
  const [item] = await selectItem(tx, input.itemId, actor.userId)
  return grant && item?.caseId === grant.id && item.round === grant.round ? { grant, item } : null
}
