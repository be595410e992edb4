import type { Birth } from './domain'
import { type FourPartName, familyForms, foldName, isKunya } from './names'
import { soundSkeleton, toSounds } from './transliteration'

function skeletons(part: string | null | undefined, isFamily: boolean): string[] {
  const folded = foldName(part ?? '')
  if (folded === '' || (!isFamily && isKunya(folded))) return []
  const forms = (isFamily ? familyForms(folded) : [folded]).map((form) => form.replaceAll(' ', ''))
  return forms.map((form) => soundSkeleton(toSounds(form)) || form)
}

function combine(kind: string, columns: readonly string[][]): string[] {
  const rows = columns.reduce<string[]>(
    (heads, column) => heads.flatMap((head) => column.map((value) => `${head}|${value}`)),
    [''],
  )
  return rows.map((row) => `${kind}:${row.slice(1)}`)
}

/**
 * Blocking keys: two records of one person share at least one even when one name part is wrong or missing, so that
 * candidates come from an index and only they are compared. Stored (text[], GIN): a change of any rule behind them
 * (`foldName`, `toSounds`, `soundSkeleton`) needs a rebuild of the column.
 *
 * | kind | skeletons of | covers a wrong or missing |
 * |---|---|---|
 * | a | given, father, grandfather | family |
 * | b | given, father, family | grandfather |
 * | c | given, grandfather, family | father |
 * | d | father, grandfather, family | given |
 * | e | given, father, birth year | grandfather and family |
 * | f | given, family, birth year | father and grandfather |
 */
export function matchKeys(person: FourPartName & { birth?: Pick<Birth, 'date'> | null }): string[] {
  const given = skeletons(person.given, false)
  const father = skeletons(person.father, false)
  const grandfather = skeletons(person.grandfather, false)
  const family = skeletons(person.family, true)
  const year = person.birth ? [person.birth.date.slice(0, 4)] : []
  const keys = [
    ...combine('a', [given, father, grandfather]),
    ...combine('b', [given, father, family]),
    ...combine('c', [given, grandfather, family]),
    ...combine('d', [father, grandfather, family]),
    ...combine('e', [given, father, year]),
    ...combine('f', [given, family, year]),
  ]
  return [...new Set(keys)]
}
