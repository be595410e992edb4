import { familyForms, foldName, nameSkeleton } from './names'

/** One word of a search, with everything that it may have been meant to be. Pure. */
export type SearchWord = {
  word: string
  /** The word, and without its article where it may be a family name: those are kept without. */
  forms: string[]
  skeletons: string[]
  /** The spellings that are one letter away, for a slip of the finger. */
  near: string[]
}

const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'
/** More words than any name has are not looked at. */
const MOST_WORDS = 6
/** Shorter words have too many neighbours, longer ones are no names. */
const FUZZY = { least: 3, most: 14 }

/**
 * All words one letter away: one lost, one too many, one changed, two swapped. Some hundred look-ups by key find a
 * misspelt name in the time of one, whatever the size of the register; a trigram index cannot be used under row-level security.
 */
export function neighbours(word: string): string[] {
  const letters = [...word]
  if (letters.length < FUZZY.least || letters.length > FUZZY.most) return []
  const alphabet = [...(/[\u0600-\u06FF]/.test(word) ? ARABIC : LATIN)]
  const found = new Set<string>()
  for (let at = 0; at <= letters.length; at++) {
    const before = letters.slice(0, at).join('')
    const [here = '', next = ''] = letters.slice(at)
    const after = letters.slice(at + 1).join('')
    for (const letter of alphabet) found.add(before + letter + here + after).add(before + letter + after)
    found.add(before + after)
    if (next) found.add(before + next + here + letters.slice(at + 2).join(''))
  }
  found.delete(word)
  return [...found].filter((one) => one.length > 1)
}

/** The words of a query as names are folded; a name written apart (Abd al-Rahman) is one word. Empty for none. */
export function searchWords(query: string): SearchWord[] {
  const words = [...new Set(foldName(query).split(' '))].filter(Boolean).slice(0, MOST_WORDS)
  return words.map((word) => {
    const forms = [...new Set([word, ...familyForms(word)])]
    const skeletons = [...new Set(forms.map(nameSkeleton))]
    return { word, forms, skeletons, near: forms.flatMap(neighbours) }
  })
}
