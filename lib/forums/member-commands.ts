import { and, eq, isNull } from 'drizzle-orm'
import { forumMembers } from '../../db/schema/forums'
import { command } from '../commands/command'
import { InvalidField } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { readForum } from './load'
import { canKeep } from './policy'
import { addMemberSchema, endMemberSchema } from './schemas'

/** Seats someone on the forum, for a constituency, from a day on. */
export const addMember = command({
  name: 'forums.add_member',
  input: addMemberSchema,
  load: (context, input) => readForum(context.tx, input.forumId),
  allow: canKeep,
  unique: { forum_members_one_chair: { field: 'part', key: 'forums.errors.chair' } },
  async run({ tx, actor, now }, input, forum) {
    if (input.fromOn > baghdadDay(now)) throw new InvalidField({ fromOn: 'errors.dateFuture' })
    await tx.insert(forumMembers).values({ id: newId(now), ...input, addedBy: actor.userId })
    return { forumId: forum.id }
  },
})

/** Ends a membership on a day; the history of members stays. */
export const endMember = command({
  name: 'forums.end_member',
  input: endMemberSchema,
  async load({ tx }, { memberId }) {
    const [member] = await tx
      .select({ id: forumMembers.id, forumId: forumMembers.forumId, fromOn: forumMembers.fromOn })
      .from(forumMembers)
      .where(and(eq(forumMembers.id, memberId), isNull(forumMembers.toOn)))
      .for('update')
    const forum = member ? await readForum(tx, member.forumId) : null
    return member && forum ? { member, forum } : null
  },
  allow: (actor, { forum }) => canKeep(actor, forum),
  async run({ tx, now }, { toOn }, { member, forum }) {
    if (toOn < member.fromOn) throw new InvalidField({ toOn: 'forums.errors.beforeStart' })
    if (toOn > baghdadDay(now)) throw new InvalidField({ toOn: 'errors.dateFuture' })
    await tx.update(forumMembers).set({ toOn }).where(eq(forumMembers.id, member.id))
    return { forumId: forum.id }
  },
})
