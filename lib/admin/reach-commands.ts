import { and, eq, inArray, isNull } from 'drizzle-orm'
import { locations } from '../../db/schema/places'
import { userAreas, userProgrammes } from '../../db/schema/users'
import { command } from '../commands/command'
import { Conflict, InvalidField } from '../commands/result'
import { newId } from '../ids'
import { loadUser } from './load'
import { allowed, whyNotReach } from './policy'
import { areasSchema, programmesSchema } from './schemas'

/** What to end and what to begin so that `now` becomes `wanted`; Conflict when the form showed something else. */
function difference(held: readonly string[], shown: readonly string[], wanted: readonly string[]) {
  const isStale = held.length !== shown.length || held.some((one) => !shown.includes(one))
  if (isStale) throw new Conflict()
  return {
    ended: held.filter((one) => !wanted.includes(one)),
    begun: wanted.filter((one) => !held.includes(one)),
  }
}

/** Sets the programmes a user works in; what is no longer ticked ends now. Ends the user's sessions. */
export const setProgrammes = command({
  name: 'admin.set_programmes',
  input: programmesSchema,
  load: loadUser,
  allow: (actor, user) => allowed(actor, 'users.manage', whyNotReach(actor, user.id)),
  async run({ tx, now }, { userId, programmes, before }) {
    const open = and(eq(userProgrammes.userId, userId), isNull(userProgrammes.endedAt))
    const held = await tx.select({ programme: userProgrammes.programme }).from(userProgrammes).where(open)
    const { ended, begun } = difference(
      held.map((row) => row.programme),
      before,
      programmes,
    )
    if (ended.length > 0)
      await tx
        .update(userProgrammes)
        .set({ endedAt: now })
        .where(and(open, inArray(userProgrammes.programme, ended)))
    for (const programme of begun) await tx.insert(userProgrammes).values({ id: newId(now), userId, programme })
    return { userId }
  },
})

/** Sets the districts that a user reaches where their role works by area; what is no longer ticked ends now. */
export const setAreas = command({
  name: 'admin.set_areas',
  input: areasSchema,
  load: loadUser,
  allow: (actor, user) => allowed(actor, 'users.manage', whyNotReach(actor, user.id)),
  async run({ tx, now }, { userId, areas, before }) {
    const open = and(eq(userAreas.userId, userId), isNull(userAreas.endedAt))
    const [held, districts] = await Promise.all([
      tx.select({ pcode: userAreas.districtPcode }).from(userAreas).where(open),
      areas.length === 0
        ? []
        : tx
            .select({ pcode: locations.pcode })
            .from(locations)
            .where(and(inArray(locations.pcode, areas), eq(locations.level, 2))),
    ])
    if (districts.length < areas.length) throw new InvalidField({ areas: 'errors.choose' })
    const { ended, begun } = difference(
      held.map((row) => row.pcode),
      before,
      areas,
    )
    if (ended.length > 0)
      await tx
        .update(userAreas)
        .set({ endedAt: now })
        .where(and(open, inArray(userAreas.districtPcode, ended)))
    for (const districtPcode of begun) await tx.insert(userAreas).values({ id: newId(now), userId, districtPcode })
    return { userId }
  },
})
