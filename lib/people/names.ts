import { isArabicScript, soundSkeleton, toSounds } from './transliteration'

/**
 * Names as Iraq writes them, folded so that spelling habits no longer matter. Pure.
 * What is stored for people to read is always the name as written; these are for search and comparison only.
 */

/** Given, father's, grandfather's and family name; a part that is not known is null or empty. */
export type FourPartName = {
  given: string
  father?: string | null
  grandfather?: string | null
  family?: string | null
}

// After compatibility decomposition: diacritics, Latin accents, Quranic signs, hamza and madda above or below, tatweel.
const MARKS = /[\u0300-\u036F\u064B-\u065F\u0670\u06D6-\u06ED\u0640\p{Cf}]/gu
const LETTERS: Record<string, string> = {
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ء: '',
  ک: 'ك',
  گ: 'ك',
  ی: 'ي',
  ێ: 'ي',
  ې: 'ي',
  ۆ: 'و',
  ۇ: 'و',
  ڕ: 'ر',
  ڵ: 'ل',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ھ: 'ه',
  ہ: 'ه',
  ە: '',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}
const FOLDED_LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

function foldLetters(text: string): string {
  return (
    text
      // Sorani writes a first vowel on a hamza chair and a last "a" as ە; Arabic writes ا and ه.
      .replace(/(^|[^\p{L}\p{M}])ئە?/gu, '$1ا')
      .replace(/(\p{L})ە(?![\p{L}\p{M}])/gu, '$1ه')
      .normalize('NFKD')
      .replace(MARKS, '')
      .toLowerCase()
      .replace(FOLDED_LETTER, (letter) => LETTERS[letter] ?? letter)
      .replace(/['’‘ʼʿʾ`´"]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  )
}

/** Names that are two words on one paper and one on the next: عبد الرحمن, البو عيسى, صلاح الدين, Al-Dulaimi. */
function joinArabic(text: string): string {
  return text
    .replace(/(^| )(?:بن|ابن) (?=\S)/g, '$1')
    .replace(/(^| )عبد (?=\S)/g, '$1عبد')
    .replace(/(^| )(ال|البو) (?=\S)/g, '$1$2')
    .replace(/(\S) ال(دين|له)(?= |$)/g, '$1ال$2')
    .replace(/(^| )عبدول/g, '$1عبدال')
}

function joinLatin(text: string): string {
  return text
    .replace(/(^| )(?:bin|ibn|ben) (?=\S)/g, '$1')
    .replace(/(^| )abd(?:[aeou]l?)? (?:[aeu](?:l|d|r|s|sh|t|n|z) )?(?=\S)/g, '$1abdal')
    .replace(/(^| )(?:[aeu]l|a(sh|[drstnz])(?= \2)) (?=\S)/g, '$1al')
    .replace(/(^| )al ?bu (?=\S)|(^| )albo (?=\S)/g, ' albu')
    .replace(/(\S) (?:[aeiu]l|al)(?=d(?:i|ee)ne?\b|lah\b)/g, '$1al')
    .replace(/(^| )abd(?:[aeiou]{1,2}l|[aeiou]([rszntd])(?=\2))/g, '$1abdal')
    .replace(/(\S{2,}?)(?:[aeiou]{1,2}l|[aeiou]d(?=d))d(?:i|ee)ne?(?= |$)/g, '$1aldin')
    .trim()
}

/** No name is longer; the rules below look ahead, and a hostile text must not make them look far. */
const LONGEST = 200

/**
 * One name, folded: letters, diacritics, hamza, ta marbuta, accents, case and joints no longer matter.
 * Words stay apart by one space (`محمد علي`), compounds are joined (`عبدالرحمن`).
 */
export function foldName(text: string): string {
  const letters = foldLetters(text.slice(0, LONGEST)).slice(0, LONGEST)
  return isArabicScript(letters) ? joinArabic(letters) : joinLatin(letters)
}

/** A folded name that is a kunya (Abu Ahmed, أم علي): an alias, which says nothing against another name. */
export function isKunya(folded: string): boolean {
  return /^(?:ابو|ابا|ابي|ام|abu|abou|abo|um|umm|om|oum) \S/.test(folded)
}

/**
 * The forms of a folded family name without and, when it cannot be known, with its article: العلواني is Al-Alwani,
 * but `Alwani` may have lost the article or the first syllable. The first form is the likelier.
 */
export function familyForms(folded: string): string[] {
  const bare = folded.replace(/^(?:ال(?=\S{3})|al(?=\S{3}))/, '')
  return bare === folded || isArabicScript(folded) ? [bare] : [bare, folded]
}

/** The script-independent consonant skeleton of one name (see `soundSkeleton`); for other scripts the folded name. */
export function nameSkeleton(text: string): string {
  const compact = foldName(text).replaceAll(' ', '')
  return soundSkeleton(toSounds(compact)) || compact
}

function parts(name: FourPartName): string[] {
  return [name.given, name.father, name.grandfather].map((part) => foldName(part ?? ''))
}

/** The distinct folded words of a name, in any position, for the search index; the family name without its article. */
export function nameTokens(name: FourPartName): string[] {
  const family = familyForms(foldName(name.family ?? ''))
  const words = [...parts(name), ...family].flatMap((part) => part.split(' '))
  return [...new Set(words.filter((word) => word !== ''))]
}

/** The distinct skeletons of a name's words: how a Latin search finds an Arabic name. Search with `nameSkeleton`. */
export function nameSkeletons(name: FourPartName): string[] {
  return [...new Set(nameTokens(name).map(nameSkeleton))]
}
