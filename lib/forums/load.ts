import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { forums } from '../../db/schema/forums'
import type { Placed } from '../auth/actor'
import type { Context } from '../commands/command'
import { Conflict } from '../commands/result'

/** A forum as a command works on it. */
export type LoadedForum = Placed & {
  id: string
  programme: 'policing'
  reference: string
  status: string
  version: number
  locationPcode: string
  termsAdoptedOn: string | null
}

const selectForum = (tx: Tx, forumId: string) =>
  tx
    .select({
      id: forums.id,
      reference: forums.reference,
      status: forums.status,
      version: forums.version,
      teamId: forums.teamId,
      districtPcode: forums.districtPcode,
      locationPcode: forums.locationPcode,
      termsAdoptedOn: forums.termsAdoptedOn,
      createdBy: forums.createdBy,
    })
    .from(forums)
    .where(eq(forums.id, forumId))

const loaded = (row: Awaited<ReturnType<typeof selectForum>>[number] | undefined): LoadedForum | null =>
  row ? { ...row, caseworkerId: null, programme: 'policing' } : null

/** One forum in the actor's scope; null when it does not exist for them. */
export async function readForum(tx: Tx, forumId: string): Promise<LoadedForum | null> {
  const [row] = await selectForum(tx, forumId)
  return loaded(row)
}

/** `load` of every command that changes a forum: locks it and insists that it is still as the form saw it. */
export async function loadForum(
  context: Context,
  input: { forumId: string; version: number },
): Promise<LoadedForum | null> {
  const [row] = await selectForum(context.tx, input.forumId).for('update')
  const forum = loaded(row)
  if (forum && forum.version !== input.version) throw new Conflict()
  return forum
}
