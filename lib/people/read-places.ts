import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/client'
import { locations } from '../../db/schema/places'
import type { Named } from '../i18n/in-locale'

/** A place to choose, with the one that it lies in. */
export type Place = { pcode: string; parent: string | null; name: Named; within: Named | null }

/** Places in use of one level (1 governorate, 3 sub-district), by the place they lie in. */
export async function readPlaces(tx: Tx, level: 1 | 3): Promise<Place[]> {
  const parent = alias(locations, 'parent')
  const rows = await tx
    .select({
      pcode: locations.pcode,
      parentPcode: locations.parentPcode,
      en: locations.nameEn,
      ar: locations.nameAr,
      ckb: locations.nameCkb,
      withinEn: parent.nameEn,
      withinAr: parent.nameAr,
      withinCkb: parent.nameCkb,
    })
    .from(locations)
    .leftJoin(parent, eq(parent.pcode, locations.parentPcode))
    .where(and(eq(locations.level, level), eq(locations.isActive, true)))
    .orderBy(asc(locations.parentPcode), asc(locations.pcode))
  return rows.map(({ pcode, parentPcode, en, ar, ckb, withinEn, withinAr, withinCkb }) => ({
    pcode,
    parent: parentPcode,
    name: { en, ar, ckb },
    within: withinEn && withinAr ? { en: withinEn, ar: withinAr, ckb: withinCkb } : null,
  }))
}
