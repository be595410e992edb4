import { and, eq, inArray, sql } from 'drizzle-orm'
import { cases } from '../../../db/schema/cases'
import { committeeItems, committeeMeetings, committeeMembers } from '../../../db/schema/committee'
import { grants } from '../../../db/schema/grants'
import { teams } from '../../../db/schema/users'
import { notify } from '../../cases/notify'
import { type Context, command } from '../../commands/command'
import { InvalidField, NotFound, refuse } from '../../commands/result'
import { newId } from '../../ids'
import { loadMeeting } from './load'
import { mayConvene } from './policy'
import { addItemsSchema, conveneSchema, meetingRefSchema } from './schemas'

const alreadyOnAgenda = { committee_items_open: { key: 'committee.refused.on_an_agenda' } }

/** Puts applications that wait for the committee on a meeting's agenda and tells the members. */
async function putOnAgenda(
  context: Context,
  meeting: { id: string; teamId: string },
  caseIds: string[],
  memberIds: readonly string[],
): Promise<void> {
  const { tx, now } = context
  if (caseIds.length === 0) return
  const found = await tx
    .select({ id: cases.id, teamId: cases.teamId, status: cases.status, round: grants.round })
    .from(cases)
    .innerJoin(grants, eq(grants.caseId, cases.id))
    .where(inArray(cases.id, caseIds))
  if (found.length !== caseIds.length || found.some((one) => one.teamId !== meeting.teamId)) throw new NotFound()
  if (found.some((one) => one.status !== 'committee_review')) refuse('committee.refused.not_in_committee')
  await tx
    .insert(committeeItems)
    .values(found.map((one) => ({ id: newId(now), meetingId: meeting.id, caseId: one.id, round: one.round })))
  for (const { id } of found) await notify(context, memberIds, 'grant_for_committee', id)
}

/** Convenes a meeting: at least three members, one of them in the chair, and the applications that come before it. */
export const conveneMeeting = command({
  name: 'committee.convene',
  input: conveneSchema,
  load: async ({ tx, actor }, { teamId }) => {
    const [team] = await tx
      .select({ teamId: teams.id, districtPcode: teams.districtPcode })
      .from(teams)
      .where(and(eq(teams.id, teamId), eq(teams.isActive, true)))
    return team ? { ...team, convenedBy: actor.userId } : null
  },
  allow: mayConvene,
  unique: alreadyOnAgenda,
  async run(context, { memberIds, caseIds, chairId, ...details }) {
    const { tx, actor, now } = context
    if (!memberIds.includes(chairId)) throw new InvalidField({ chairId: 'committee.errors.chairIsMember' })
    const meetingId = newId(now)
    await tx.insert(committeeMeetings).values({ id: meetingId, ...details, convenedBy: actor.userId, convenedAt: now })
    await tx
      .insert(committeeMembers)
      .values(memberIds.map((userId) => ({ id: newId(now), meetingId, userId, isChair: userId === chairId })))
    await putOnAgenda(context, { id: meetingId, teamId: details.teamId }, caseIds, memberIds)
    return { meetingId }
  },
})

/** Adds applications to the agenda of an open meeting. */
export const addItems = command({
  name: 'committee.add_items',
  input: addItemsSchema,
  load: loadMeeting,
  allow: (actor, meeting) => mayConvene(actor, meeting),
  unique: { ...alreadyOnAgenda, committee_items_one: { key: 'committee.refused.on_an_agenda' } },
  async run(context, { meetingId, caseIds }, meeting) {
    if (meeting.state !== 'open') refuse('committee.refused.meeting_over')
    const members = await context.tx
      .select({ id: committeeMembers.userId })
      .from(committeeMembers)
      .where(eq(committeeMembers.meetingId, meetingId))
    await putOnAgenda(
      context,
      meeting,
      caseIds,
      members.map((one) => one.id),
    )
    return { meetingId }
  },
})

function endedAs(name: string, state: 'closed' | 'cancelled') {
  return command({
    name,
    input: meetingRefSchema,
    load: loadMeeting,
    allow: (actor, meeting) => mayConvene(actor, meeting),
    async run({ tx }, { meetingId }, meeting) {
      if (meeting.state !== 'open') refuse('committee.refused.meeting_over')
      // What must be true of its agenda first, the database asks (committee_meeting_rules).
      await tx
        .update(committeeMeetings)
        .set({ state, version: sql`${committeeMeetings.version} + 1` })
        .where(eq(committeeMeetings.id, meetingId))
      return { meetingId }
    },
  })
}

/** The meeting is over: every application before it has its outcome. */
export const closeMeeting = endedAs('committee.close', 'closed')
/** The meeting does not take place; only while nothing is on its agenda. */
export const cancelMeeting = endedAs('committee.cancel', 'cancelled')
