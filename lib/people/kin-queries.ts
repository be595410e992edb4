import { and, asc, eq, isNull } from 'drizzle-orm'
import { withActor } from '../../db/client'
import { people } from '../../db/schema/people'
import { staffKin } from '../../db/schema/standing-in'
import { users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'

/** The colleagues recorded as this person or their kin, and whom one could name; null when the person is out of scope. */
export function getKin(actor: Actor, personId: string) {
  return withActor(actor, async (tx) => {
    const [person, kin, colleagues] = await Promise.all([
      tx
        .select({
          givenName: people.givenName,
          fatherName: people.fatherName,
          grandfatherName: people.grandfatherName,
          familyName: people.familyName,
          teamId: people.teamId,
          districtPcode: people.districtPcode,
          caseworkerId: people.caseworkerId,
          createdBy: people.createdBy,
        })
        .from(people)
        .where(eq(people.id, personId)),
      tx
        .select({ id: staffKin.id, userId: users.id, name: users.name, relation: staffKin.relation })
        .from(staffKin)
        .innerJoin(users, eq(users.id, staffKin.userId))
        .where(and(eq(staffKin.personId, personId), isNull(staffKin.endedAt)))
        .orderBy(asc(staffKin.id)),
      tx
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(eq(users.isActive, true))
        .orderBy(asc(users.name)),
    ])
    return person[0] ? { person: person[0], kin, colleagues } : null
  })
}
