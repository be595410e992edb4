import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { notifications } from '../../db/schema/records'
import { teamMembers, userProgrammes, userRoles, users } from '../../db/schema/users'
import type { Programme, Role } from '../auth/roles'
import type { Hand } from '../commands/command'
import { newId } from '../ids'

/** What a notification can say; the words are made when it is shown (`work.notifications.*`). */
export type NotificationKind =
  | 'assigned'
  | 'transfer_offered'
  | 'transfer_answered'
  | 'task_given'
  | 'grant_returned'
  | 'grant_to_decide'
  | 'grant_to_verify'
  | 'grant_for_committee'
  | 'grant_moved_up'
  | 'tranche_to_authorise'
  | 'tranche_to_release'
  | 'tranche_returned'
  | 'tranche_paid'
  | 'budget_to_decide'
  | 'visit_due'
  | 'safety_raised'
  | 'grant_decided'
  | 'account_locked'
  | 'password_link'
  | 'duplicate_raised'
  | 'referral_emergency'
  | 'referral_overdue'
  | 'referral_answered'
  | 'concern_overdue'
  | 'action_overdue'
  | 'action_unanswered'
  | 'liability_ending'
  // Written by the database when a concern about the conduct of police is kept.
  | 'restricted_raised'
  // Written by the database when a consent is withdrawn.
  | 'consent_withdrawn'

/** Tells these people, in the transaction of what they are told about; never oneself. */
export async function notify(
  context: Hand,
  userIds: readonly (string | null)[],
  kind: NotificationKind,
  caseId: string | null,
  data: Record<string, string | number> = {},
): Promise<void> {
  const told = [...new Set(userIds)].filter((id): id is string => id !== null && id !== context.actor?.userId)
  if (told.length === 0) return
  await context.tx
    .insert(notifications)
    .values(told.map((userId) => ({ id: newId(context.now), userId, kind, caseId, data, at: context.now })))
}

/** Active people who hold a role: in one team or anywhere, in one programme or any. */
export async function holdersOf(
  context: Hand,
  role: Role,
  { teamId, programme }: { teamId?: string; programme?: Programme } = {},
): Promise<string[]> {
  const today = sql`app_today()`
  const base = context.tx
    .selectDistinct({ id: users.id })
    .from(users)
    .innerJoin(userRoles, and(eq(userRoles.userId, users.id), eq(userRoles.role, role), isNull(userRoles.endedAt)))
    .leftJoin(
      teamMembers,
      sql`${teamMembers.userId} = ${users.id} and ${teamMembers.fromOn} <= ${today} and coalesce(${teamMembers.toOn}, ${today}) >= ${today}`,
    )
  const rows = await base.where(
    and(
      eq(users.isActive, true),
      sql`${userRoles.approvedAt} is not null`,
      context.actor ? ne(users.id, context.actor.userId) : undefined,
      teamId ? inArray(teamMembers.teamId, [teamId]) : undefined,
      programme
        ? sql`exists (select from ${userProgrammes} where ${userProgrammes.userId} = ${users.id}
            and ${userProgrammes.programme} = ${programme} and ${userProgrammes.endedAt} is null)`
        : undefined,
    ),
  )
  return rows.map((row) => row.id)
}
