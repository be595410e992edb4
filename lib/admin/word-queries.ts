import { asc, eq } from 'drizzle-orm'
import { withActor } from '../../db/client'
import { pathwaySteps } from '../../db/schema/concerns'
import { complaintCategories } from '../../db/schema/consultations'
import { sectors } from '../../db/schema/places'
import type { Actor } from '../auth/actor'
import type { WordList } from './domain'

/** Where each list stands; the tables are alike. */
export const wordTables = { sectors, complaints: complaintCategories, pathway: pathwaySteps } as const

export type Word = {
  code: string
  nameEn: string
  nameAr: string
  nameCkb: string | null
  position: number
  isActive: boolean
  version: number
}

const columnsOf = (table: (typeof wordTables)[WordList]) => ({
  code: table.code,
  nameEn: table.nameEn,
  nameAr: table.nameAr,
  nameCkb: table.nameCkb,
  position: table.position,
  isActive: table.isActive,
  version: table.version,
})

/** All entries of a list in their order. */
export function listWords(actor: Actor, list: WordList): Promise<Word[]> {
  const table = wordTables[list]
  return withActor(actor, (tx) => tx.select(columnsOf(table)).from(table).orderBy(asc(table.position), asc(table.code)))
}

/** One entry of a list, or null. */
export function getWord(actor: Actor, list: WordList, code: string): Promise<Word | null> {
  const table = wordTables[list]
  return withActor(
    actor,
    async (tx) => (await tx.select(columnsOf(table)).from(table).where(eq(table.code, code)))[0] ?? null,
  )
}
