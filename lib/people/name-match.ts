import { familyForms, foldName, isKunya } from './names'
import { isOneLetterApart, NEAR, nameSimilarity } from './similarity'
import { isArabicScript, soundSkeleton, toSounds } from './transliteration'

/** How two names in the same position compare; `missing` when one is not known or is only a kunya. */
export type PartMatch = 'equal' | 'sameSound' | 'near' | 'different' | 'missing'

/**
 * From here on a Latin spelling is taken for the same name. Against Arabic: Hussein is حسين (0.98), Hasan is not (0.89).
 * Two Latin spellings both guess: Yousif is Yusuf (0.86), Hassan is not Hussein (0.83).
 */
const SAME_SOUND = { latin: 0.85, across: 0.9 }
/** Short Arabic names one letter apart are mostly two names (علي, عدي); long ones mostly a slip of the pen. */
const LONG_NAME = 5

type Prepared = { folded: string; forms: string[]; isAlias: boolean }
// Registers compare the same few thousand names again and again; the bound keeps a hostile input from filling memory.
const CACHE_SIZE = 20_000
const cache = new Map<string, Prepared>()

function prepare(text: string, isFamily: boolean): Prepared {
  const key = isFamily ? `f${text}` : `n${text}`
  const known = cache.get(key)
  if (known) return known
  const folded = foldName(text)
  const forms = (isFamily ? familyForms(folded) : [folded]).map((form) => form.replaceAll(' ', ''))
  const prepared = { folded, forms, isAlias: !isFamily && isKunya(folded) }
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(key, prepared)
  return prepared
}

function isSameSound(a: string, b: string, similarity: number): boolean {
  const soundsA = toSounds(a)
  const soundsB = toSounds(b)
  const isArabicA = isArabicScript(a)
  const isArabicB = isArabicScript(b)
  if (isArabicA && isArabicB) return soundsA === soundsB && soundsA !== ''
  const limit = isArabicA || isArabicB ? SAME_SOUND.across : SAME_SOUND.latin
  return similarity >= limit && soundSkeleton(soundsA) === soundSkeleton(soundsB)
}

function compareForms(a: string, b: string): PartMatch {
  if (a === b) return 'equal'
  const similarity = nameSimilarity(a, b)
  if (isSameSound(a, b, similarity)) return 'sameSound'
  if (similarity >= NEAR) return 'near'
  return a.length >= LONG_NAME && b.length >= LONG_NAME && isOneLetterApart(a, b) ? 'near' : 'different'
}

const ORDER: readonly PartMatch[] = ['equal', 'sameSound', 'near', 'different']

/** Compares two names in one position, as written, in any script. Symmetric. */
export function compareNamePart(
  a: string | null | undefined,
  b: string | null | undefined,
  isFamily: boolean,
): PartMatch {
  const left = prepare(a ?? '', isFamily)
  const right = prepare(b ?? '', isFamily)
  if (left.folded === '' || right.folded === '') return 'missing'
  const matches = left.forms.flatMap((one) => right.forms.map((other) => compareForms(one, other)))
  const best = ORDER.find((match) => matches.includes(match)) ?? 'different'
  if (best !== 'different') return best
  if (left.isAlias || right.isAlias) return 'missing'
  // A double name is often shortened to its first half: محمد for محمد علي.
  return `${left.folded} `.startsWith(`${right.folded} `) || `${right.folded} `.startsWith(`${left.folded} `)
    ? 'near'
    : 'different'
}
