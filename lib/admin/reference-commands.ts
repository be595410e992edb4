import { and, eq } from 'drizzle-orm'
import { locations } from '../../db/schema/places'
import { command } from '../commands/command'
import { Conflict, InvalidField, NotFound, refuse } from '../commands/result'
import { allowed } from './policy'
import { addCommunitySchema, editPlaceSchema } from './schemas'

/** Changes the words of a place or takes it out of use; the P-code stays, since figures are counted by it. */
export const editPlace = command({
  name: 'admin.edit_place',
  input: editPlaceSchema,
  load: async ({ tx }, { pcode }) =>
    (
      await tx.select({ isActive: locations.isActive }).from(locations).where(eq(locations.pcode, pcode)).for('update')
    )[0] ?? null,
  allow: (actor) => allowed(actor, 'reference.manage'),
  async run({ tx }, { pcode, version, nameCkb, ...rest }, place) {
    if (place.isActive && !rest.isActive) {
      const inside = await tx
        .select({ pcode: locations.pcode })
        .from(locations)
        .where(and(eq(locations.parentPcode, pcode), eq(locations.isActive, true)))
        .limit(1)
      if (inside[0]) refuse('admin.refused.place_has_places')
    }
    const changed = await tx
      .update(locations)
      .set({ ...rest, nameCkb: nameCkb || null, version: version + 1 })
      .where(and(eq(locations.pcode, pcode), eq(locations.version, version)))
      .returning({ pcode: locations.pcode })
    if (!changed[0]) throw new Conflict()
    return { pcode }
  },
})

/** Adds a community to a sub-district. Its P-code begins with the sub-district's. */
export const addCommunity = command({
  name: 'admin.add_community',
  input: addCommunitySchema,
  load: async ({ tx }, { parentPcode }) =>
    (
      await tx
        .select({ level: locations.level, isActive: locations.isActive })
        .from(locations)
        .where(and(eq(locations.pcode, parentPcode), eq(locations.level, 3)))
        .for('share')
    )[0] ?? null,
  allow: (actor) => allowed(actor, 'reference.manage'),
  async run({ tx, now }, { parentPcode, pcode, nameCkb, ...rest }, parent) {
    if (!parent.isActive) throw new NotFound()
    if (!pcode.startsWith(parentPcode) || pcode === parentPcode)
      throw new InvalidField({ pcode: 'admin.errors.pcodeOutside' })
    await tx
      .insert(locations)
      .values({ ...rest, pcode, parentPcode, level: 4, nameCkb: nameCkb || null, createdAt: now })
    return { pcode, parentPcode }
  },
  unique: { locations_pkey: { field: 'pcode', key: 'admin.errors.pcodeTaken' } },
})
