import { desc, eq, or, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Tx } from '../../db/client'
import { duplicateFlags } from '../../db/schema/identity'
import { users } from '../../db/schema/users'
import { type MatchReasonKey, matchReasonKeys } from './match-reasons'

/** A possible duplicate of a person, as their file shows it. */
export type Flag = {
  id: string
  /** Whether this person's is the newer record, at whose registration the flag was raised. */
  isNewer: boolean
  otherPersonId: string
  score: number
  reasons: MatchReasonKey[]
  isBlocking: boolean
  state: 'open' | 'different' | 'same'
  raisedBy: string
  raisedById: string
  raisedAt: Date
  /** In someone's own words about the newer record: only for who sees that one. */
  decisionReason: string | null
}

const reasonsSchema = z.array(z.object({ key: z.enum(matchReasonKeys) }))
const stateSchema = z.enum(['open', 'different', 'same'])

/** Flags of a person in the actor's scope, newest first. */
export async function readFlags(tx: Tx, personId: string): Promise<Flag[]> {
  const rows = await tx
    .select({
      id: duplicateFlags.id,
      personId: duplicateFlags.personId,
      otherPersonId: duplicateFlags.otherPersonId,
      score: duplicateFlags.score,
      reasons: duplicateFlags.reasons,
      isBlocking: duplicateFlags.isBlocking,
      state: duplicateFlags.state,
      raisedBy: users.name,
      raisedById: duplicateFlags.raisedBy,
      raisedAt: duplicateFlags.raisedAt,
      decisionReason: sql<
        string | null
      >`case when app_sees_person(${duplicateFlags.personId}) then ${duplicateFlags.decisionReason} end`,
    })
    .from(duplicateFlags)
    .innerJoin(users, eq(users.id, duplicateFlags.raisedBy))
    .where(or(eq(duplicateFlags.personId, personId), eq(duplicateFlags.otherPersonId, personId)))
    .orderBy(desc(duplicateFlags.id))
  return rows.map(({ personId: newer, ...row }) => ({
    ...row,
    isNewer: newer === personId,
    otherPersonId: newer === personId ? row.otherPersonId : newer,
    reasons: reasonsSchema.parse(row.reasons).map(({ key }) => key),
    state: stateSchema.parse(row.state),
  }))
}
