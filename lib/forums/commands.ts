import { and, eq, sql } from 'drizzle-orm'
import { forums } from '../../db/schema/forums'
import { locations } from '../../db/schema/places'
import { teams } from '../../db/schema/users'
import { may } from '../auth/roles'
import { canGo } from '../cases/machine'
import { type Context, command } from '../commands/command'
import { Conflict, InvalidField, NotFound, refuse } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { recordForumEvent } from './event'
import { type LoadedForum, loadForum } from './load'
import { type ForumDeed, type ForumStatus, forumMachine } from './machine'
import { canKeep, canMove } from './policy'
import { editForumSchema, endForumSchema, forumRefSchema, proposeForumSchema } from './schemas'

/** A sub-district of the team's district. Throws InvalidField otherwise. */
async function insistOnPlace({ tx }: Context, districtPcode: string, pcode: string): Promise<void> {
  const rows = await tx
    .select({ pcode: locations.pcode })
    .from(locations)
    .where(and(eq(locations.pcode, pcode), eq(locations.level, 3), eq(locations.parentPcode, districtPcode)))
  if (rows.length === 0) throw new InvalidField({ locationPcode: 'errors.choose' })
}

function insistOnTerms(termsAdoptedOn: string | null, now: Date): void {
  if (termsAdoptedOn && termsAdoptedOn > baghdadDay(now))
    throw new InvalidField({ termsAdoptedOn: 'errors.dateFuture' })
}

/** Proposes a forum of one of the actor's teams; someone else endorses it. */
export const proposeForum = command({
  name: 'forums.propose',
  input: proposeForumSchema,
  allow: (actor, _none, input) => may(actor, 'forums.write') && actor.teams.includes(input.teamId),
  async run(context, input) {
    const { tx, actor, now } = context
    const [team] = await tx.select({ districtPcode: teams.districtPcode }).from(teams).where(eq(teams.id, input.teamId))
    if (!team) throw new NotFound()
    await insistOnPlace(context, team.districtPcode, input.locationPcode)
    insistOnTerms(input.termsAdoptedOn, now)
    const forumId = newId(now)
    const year = Number(baghdadDay(now).slice(0, 4))
    await tx.insert(forums).values({
      id: forumId,
      reference: sql`next_reference('CPF', ${year}::integer)`,
      status: 'proposed',
      ...input,
      districtPcode: team.districtPcode,
      createdBy: actor.userId,
      createdAt: now,
      statusAt: now,
    })
    await recordForumEvent(context, { forumId, subject: 'forum', subjectId: forumId, from: null, to: 'proposed' })
    return { forumId }
  },
})

type Facts = Partial<typeof forums.$inferInsert>

/** Writes facts of a forum that is still as it was read, and what happened. Throws Conflict when someone was faster. */
async function changeForum(
  context: Context,
  forum: LoadedForum,
  facts: Facts,
  data: Record<string, string>,
  to: string = forum.status,
): Promise<{ forumId: string }> {
  const rows = await context.tx
    .update(forums)
    .set({ ...facts, status: to, version: sql`${forums.version} + 1` })
    .where(and(eq(forums.id, forum.id), eq(forums.version, forum.version)))
    .returning({ id: forums.id })
  if (rows.length === 0) throw new Conflict()
  const about = { forumId: forum.id, subject: 'forum', subjectId: forum.id } as const
  await recordForumEvent(context, { ...about, from: forum.status, to, data })
  return { forumId: forum.id }
}

export const editForum = command({
  name: 'forums.edit',
  input: editForumSchema,
  load: loadForum,
  allow: canKeep,
  async run(context, { forumId: _id, version: _version, ...facts }, forum) {
    await insistOnPlace(context, forum.districtPcode, facts.locationPcode)
    insistOnTerms(facts.termsAdoptedOn, context.now)
    return changeForum(context, forum, facts, { deed: 'edit' })
  },
})

/** A command that takes one step of the machine. */
const step = (deed: ForumDeed, to: ForumStatus) =>
  command({
    name: `forums.${deed}`,
    input: forumRefSchema,
    load: loadForum,
    allow: (actor, forum) => canMove(actor, forum, deed),
    run(context, _input, forum) {
      if (!canGo(forumMachine, deed, forum.status, to)) return refuse('cases.refused.not_now')
      return changeForum(context, forum, {}, { deed }, to)
    },
  })

export const endorseForum = step('endorse', 'endorsed')
export const activateForum = step('activate', 'active')
export const restForum = step('rest', 'dormant')

/** As `step`, with the reason why it ends. */
const end = (deed: ForumDeed, to: ForumStatus) =>
  command({
    name: `forums.${deed}`,
    input: endForumSchema,
    load: loadForum,
    allow: (actor, forum) => canMove(actor, forum, deed),
    run(context, { reason }, forum) {
      if (!canGo(forumMachine, deed, forum.status, to)) return refuse('cases.refused.not_now')
      return changeForum(context, forum, {}, { deed, reason }, to)
    },
  })

export const handOverForum = end('hand_over', 'handed_over')
export const closeForum = end('close', 'closed')
