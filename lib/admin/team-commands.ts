import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { locations } from '../../db/schema/places'
import { teamMembers, teams, users } from '../../db/schema/users'
import { type Context, command } from '../commands/command'
import { Conflict, InvalidField, refuse } from '../commands/result'
import { newId } from '../ids'
import { allowed, whyNotReach } from './policy'
import { createTeamSchema, editTeamSchema, endMembershipSchema, memberSchema } from './schemas'

const unique = { teams_name_en: { field: 'nameEn', key: 'admin.errors.teamNameTaken' } }

async function checkDistrict({ tx }: Context, pcode: string): Promise<void> {
  const rows = await tx
    .select({ pcode: locations.pcode })
    .from(locations)
    .where(and(eq(locations.pcode, pcode), eq(locations.level, 2)))
  if (!rows[0]) throw new InvalidField({ districtPcode: 'errors.choose' })
}

/** Makes a team in a district. */
export const createTeam = command({
  name: 'admin.create_team',
  input: createTeamSchema,
  allow: (actor) => allowed(actor, 'teams.manage'),
  async run(context, { nameEn, nameAr, nameCkb, districtPcode }) {
    await checkDistrict(context, districtPcode)
    const teamId = newId(context.now)
    await context.tx.insert(teams).values({ id: teamId, nameEn, nameAr, nameCkb: nameCkb || null, districtPcode })
    return { teamId }
  },
  unique,
})

/** Changes a team's names, district or whether it is open; a team with members cannot be closed. */
export const editTeam = command({
  name: 'admin.edit_team',
  input: editTeamSchema,
  load: async ({ tx }, { teamId }) =>
    (await tx.select({ isActive: teams.isActive }).from(teams).where(eq(teams.id, teamId)).for('update'))[0] ?? null,
  allow: (actor) => allowed(actor, 'teams.manage'),
  async run(context, { teamId, version, nameEn, nameAr, nameCkb, districtPcode, isActive }, team) {
    const { tx } = context
    await checkDistrict(context, districtPcode)
    if (team.isActive && !isActive) {
      const members = await tx
        .select({ id: teamMembers.id })
        .from(teamMembers)
        .where(
          and(eq(teamMembers.teamId, teamId), or(isNull(teamMembers.toOn), gte(teamMembers.toOn, sql`app_today()`))),
        )
        .limit(1)
      if (members[0]) refuse('admin.refused.team_has_members')
    }
    const changed = await tx
      .update(teams)
      .set({ nameEn, nameAr, nameCkb: nameCkb || null, districtPcode, isActive, version: version + 1 })
      .where(and(eq(teams.id, teamId), eq(teams.version, version)))
      .returning({ id: teams.id })
    if (!changed[0]) throw new Conflict()
    return { teamId }
  },
  unique,
})

/** Puts a user into a team from a day on, until another day when one is given. One may be in several teams. */
export const addMember = command({
  name: 'admin.add_member',
  input: memberSchema,
  // Locked, so that the team is not closed meanwhile.
  load: async ({ tx }, { teamId, userId }) => {
    const [team, user] = await Promise.all([
      tx.select({ isActive: teams.isActive }).from(teams).where(eq(teams.id, teamId)).for('share'),
      tx.select({ isActive: users.isActive }).from(users).where(eq(users.id, userId)),
    ])
    return team[0]?.isActive && user[0] ? { userId } : null
  },
  allow: (actor, member) => allowed(actor, 'teams.manage', whyNotReach(actor, member.userId)),
  async run({ tx, now }, { teamId, userId, fromOn, toOn }) {
    await tx.insert(teamMembers).values({ id: newId(now), teamId, userId, fromOn, toOn })
    return { teamId, userId }
  },
  unique: { team_members_open: { key: 'admin.refused.member_already' } },
})

/** Gives a membership its last day. */
export const endMembership = command({
  name: 'admin.end_membership',
  input: endMembershipSchema,
  load: async ({ tx }, { memberId }) =>
    (
      await tx
        .select({ userId: teamMembers.userId, teamId: teamMembers.teamId, fromOn: teamMembers.fromOn })
        .from(teamMembers)
        .where(eq(teamMembers.id, memberId))
        .for('update')
    )[0] ?? null,
  allow: (actor, member) => allowed(actor, 'teams.manage', whyNotReach(actor, member.userId)),
  async run({ tx }, { memberId, toOn }, { teamId, userId, fromOn }) {
    if (toOn < fromOn) throw new InvalidField({ toOn: 'admin.errors.endBeforeStart' })
    const changed = await tx
      .update(teamMembers)
      .set({ toOn })
      .where(and(eq(teamMembers.id, memberId), isNull(teamMembers.toOn)))
      .returning({ id: teamMembers.id })
    if (!changed[0]) throw new Conflict()
    return { teamId, userId }
  },
})
