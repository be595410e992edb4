import { and, eq, isNull, sql } from 'drizzle-orm'
import { caseAssignments, cases, caseTransfers } from '../../db/schema/cases'
import { teamMembers, teams, userProgrammes, userRoles, users } from '../../db/schema/users'
import { reaches } from '../auth/actor'
import type { Programme } from '../auth/roles'
import { type Context, command } from '../commands/command'
import { Conflict, refuse } from '../commands/result'
import { newId } from '../ids'
import { canWork, isIn, type LoadedCase, lockCase } from './access'
import { recordEvent } from './events'
import { notify } from './notify'
import { answerTransferSchema, assignSchema, offerTransferSchema } from './schemas'

type Seat = { userId: string; teamId: string }

/** The caseworker or supervisor behind a seat, if they hold it today and work in the programme; refuses otherwise. */
async function insistOnSeat(
  context: Context,
  programme: Programme,
  seat: Seat,
): Promise<{ name: string; team: string; district: string }> {
  const rows = await context.tx
    .select({ name: users.name, team: teams.nameEn, district: teams.districtPcode })
    .from(teamMembers)
    .innerJoin(users, and(eq(users.id, teamMembers.userId), eq(users.isActive, true)))
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .innerJoin(userRoles, and(eq(userRoles.userId, users.id), isNull(userRoles.endedAt)))
    .innerJoin(userProgrammes, isIn(programme))
    .where(
      and(
        eq(teamMembers.userId, seat.userId),
        eq(teamMembers.teamId, seat.teamId),
        sql`${userRoles.role} in ('caseworker', 'supervisor') and ${userRoles.approvedAt} is not null`,
        sql`${teamMembers.fromOn} <= app_today() and coalesce(${teamMembers.toOn}, app_today()) >= app_today()`,
      ),
    )
  return rows[0] ?? refuse('cases.refused.no_seat')
}

/** Puts the case in someone's hands and keeps the history of hands. */
async function handOver(context: Context, record: LoadedCase, seat: Seat): Promise<void> {
  const { tx, actor, now } = context
  const target = await insistOnSeat(context, record.programme, seat)
  const rows = await tx
    .update(cases)
    .set({ caseworkerId: seat.userId, teamId: seat.teamId, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, record.id), eq(cases.version, record.version)))
    .returning({ version: cases.version })
  const version = rows[0]?.version
  if (!version) throw new Conflict()
  await tx
    .update(caseAssignments)
    .set({ toAt: now })
    .where(and(eq(caseAssignments.caseId, record.id), isNull(caseAssignments.toAt)))
  await tx.insert(caseAssignments).values({
    id: newId(now),
    caseId: record.id,
    caseworkerId: seat.userId,
    teamId: seat.teamId,
    assignedBy: actor.userId,
    fromAt: now,
  })
  await recordEvent(context, { ...record, version }, 'assigned', {
    caseworkerId: seat.userId,
    caseworker: target.name,
    team: target.team,
  })
}

/** A supervisor gives the case to someone of a team they lead. */
export const assignCase = command({
  name: 'cases.assign',
  input: assignSchema,
  load: lockCase,
  allow: (actor, record, input) =>
    reaches(actor, 'cases.assign', record) && reaches(actor, 'cases.assign', { ...record, teamId: input.to.teamId }),
  async run(context, input, record) {
    if (record.caseworkerId === input.to.userId) refuse('cases.refused.already_theirs')
    await handOver(context, record, input.to)
    await notify(context, [input.to.userId], 'assigned', record.id)
    return { caseId: record.id }
  },
})

/** Offers the case to someone, also of another team; it stays where it is until they accept. */
export const offerTransfer = command({
  name: 'cases.offer_transfer',
  input: offerTransferSchema,
  load: lockCase,
  allow: (actor, record) =>
    canWork(actor, record) && (record.caseworkerId === actor.userId || reaches(actor, 'cases.assign', record)),
  unique: { case_transfers_pending: { key: 'cases.refused.transfer_pending' } },
  async run(context, input, record) {
    if (record.caseworkerId === input.to.userId) refuse('cases.refused.already_theirs')
    const target = await insistOnSeat(context, record.programme, input.to)
    await context.tx.insert(caseTransfers).values({
      id: newId(context.now),
      caseId: record.id,
      fromUserId: record.caseworkerId,
      toUserId: input.to.userId,
      toTeamId: input.to.teamId,
      reason: input.reason,
      requestedBy: context.actor.userId,
      requestedAt: context.now,
    })
    await recordEvent(context, record, 'transfer_offered', { to: target.name, reason: input.reason })
    await notify(context, [input.to.userId], 'transfer_offered', record.id)
    return { caseId: record.id }
  },
})

/** The one it was offered to accepts or declines; declining needs a reason. */
export const answerTransfer = command({
  name: 'cases.answer_transfer',
  input: answerTransferSchema,
  async load(context, input) {
    const record = await lockCase(context, input)
    const rows = await context.tx
      .select()
      .from(caseTransfers)
      .where(and(eq(caseTransfers.caseId, input.caseId), eq(caseTransfers.state, 'pending')))
      .for('update')
    const transfer = rows[0]
    return record && transfer ? { record, transfer } : null
  },
  allow: (actor, { transfer }) => transfer.toUserId === actor.userId,
  async run(context, input, { record, transfer }) {
    const { tx, actor, now } = context
    const accepted = input.answer === 'accept'
    if (!accepted && !input.reason) refuse('cases.refused.decline_needs_reason')
    // The case is handed over while the offer still lets the new caseworker see it.
    if (accepted) await handOver(context, record, { userId: actor.userId, teamId: transfer.toTeamId })
    const version = accepted ? record.version + 1 : record.version
    await recordEvent(context, { ...record, version }, 'transfer_answered', {
      by: actor.name,
      accepted,
      ...(input.reason ? { reason: input.reason } : {}),
    })
    await notify(context, [transfer.requestedBy, transfer.fromUserId], 'transfer_answered', record.id, {
      answer: input.answer,
    })
    await tx
      .update(caseTransfers)
      .set({ state: accepted ? 'accepted' : 'declined', answeredAt: now, answerReason: input.reason })
      .where(eq(caseTransfers.id, transfer.id))
    return { caseId: record.id, accepted }
  },
})
