import { foldName } from '../../people/names'

export type PlaceNames = {
  nameEn: string
  nameAr: string
  dtmNameEn: string
  dtmNameAr: string
  aliases: readonly string[]
}

/** All names of a location, the official ones first, each once. */
export function allNames({ nameEn, nameAr, dtmNameEn, dtmNameAr, aliases }: PlaceNames): string[] {
  return [...new Set([nameEn, nameAr, dtmNameEn, dtmNameAr, ...aliases].filter(Boolean))]
}

/** What the search of the register looks in: every name folded, in its script. */
export const searchTextOf = (names: PlaceNames) => allNames(names).map(foldName).join('|')
