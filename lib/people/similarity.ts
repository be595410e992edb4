import { isArabicScript, toSounds } from './transliteration'

/**
 * How alike two folded names sound, from 0 to 1. Pure. A weighted edit distance over `toSounds`: what Latin spelling
 * guesses at (vowels, th/t/s, dh/d/z, gh/g/q) costs little, another consonant costs 1. The weights were set by hand
 * from spelling habits and left so: fitting them to sample pairs did not hold on names the fit had not seen.
 */

/** At this similarity two names are more often one name than two. Measured on Latin spellings: see docs/decisions. */
export const NEAR = 0.77

type Weights = { shortVowel: number; longVowel: number; lastVowel: number; half: number }
// Arabic leaves short vowels out, so a vowel that only the Latin side has means nothing; a long one it does write.
const LATIN: Weights = { shortVowel: 0.25, longVowel: 0.25, lastVowel: 0.5, half: 0.4 }
const ACROSS: Weights = { shortVowel: 0.08, longVowel: 0.45, lastVowel: 0.3, half: 0.4 }
const ARABIC: Weights = { shortVowel: 0.5, longVowel: 0.5, lastVowel: 0.5, half: 0.5 }

const SUBSTITUTIONS =
  'ai.2 au.3 iu.4 wu.05 yi.05 ya.3 wa.5 `a.1 `i.15 `u.15 `I.2 `U.2 Ii.02 Uu.02 Ia.25 Ua.3 IU.4 Iu.4 Ui.4 Iy.02 Uw.02 Iw.6 Uy.6 Ya.05 Yi.02 YI.02 Yy.02 Yu.3 YU.3 Yw.5 Y`.3 TD.25 wi.6 yu.6 wy.7 dD.15 zD.15 zd.35 tT.15 sT.4 sS.5 gj.4 gk.3 ' +
  'gG.15 kG.5 kK.5 hK.4 ks.5 wf.3 jy.6 Sj.7'
const SIZE = 128
const substitution = new Float64Array(SIZE * SIZE)
for (let a = 0; a < SIZE; a++)
  for (let b = 0; b < SIZE; b++) {
    const vowels = Number(isVowelCode(a)) + Number(isVowelCode(b))
    substitution[a * SIZE + b] = a === b ? 0 : vowels === 1 ? 2 : 1
  }
for (const rule of SUBSTITUTIONS.split(' ')) {
  const a = rule.charCodeAt(0)
  const b = rule.charCodeAt(1)
  const cost = Number(rule.slice(2))
  substitution[a * SIZE + b] = cost
  substitution[b * SIZE + a] = cost
}

function isVowelCode(code: number): boolean {
  return 'aiuIUY`'.includes(String.fromCharCode(code))
}

function dropCost(sound: string, position: number, last: number, weights: Weights): number {
  if (sound === 'a' || sound === 'i' || sound === 'u') {
    if (position === 0) return 0.5
    return position === last ? weights.lastVowel : weights.shortVowel
  }
  if (sound === 'I' || sound === 'U') return weights.longVowel
  if (sound === 'Y') return weights.lastVowel
  if (sound === '`') return 0.1
  if (sound === 'w' || sound === 'y') return weights.half
  return sound === 'h' ? 0.6 : 1
}

function dropCosts(sounds: string, weights: Weights): number[] {
  return Array.from(sounds, (sound, position) => dropCost(sound, position, sounds.length - 1, weights))
}

function distance(a: string, b: string, weights: Weights): number {
  const dropA = dropCosts(a, weights)
  const dropB = dropCosts(b, weights)
  let above = [0]
  for (const cost of dropB) above.push((above.at(-1) ?? 0) + cost)
  for (let i = 0; i < a.length; i++) {
    let left = (above[0] ?? 0) + (dropA[i] ?? 1)
    const row = [left]
    for (let j = 0; j < b.length; j++) {
      const swap = (above[j] ?? 0) + (substitution[a.charCodeAt(i) * SIZE + b.charCodeAt(j)] ?? 1)
      left = Math.min(swap, (above[j + 1] ?? 0) + (dropA[i] ?? 1), left + (dropB[j] ?? 1))
      row.push(left)
    }
    above = row
  }
  return above.at(-1) ?? 0
}

function weight(sounds: string): number {
  let total = 0
  for (const sound of sounds) total += isVowelCode(sound.charCodeAt(0)) || sound === 'w' || sound === 'y' ? 0.3 : 1
  return total
}

/** Likeness of two folded names without spaces, in any scripts; symmetric; 1 when equal. */
export function nameSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const soundsA = toSounds(a)
  const soundsB = toSounds(b)
  if (soundsA === '' || soundsB === '') return 0
  const arabic = Number(isArabicScript(a)) + Number(isArabicScript(b))
  const weights = arabic === 0 ? LATIN : arabic === 1 ? ACROSS : ARABIC
  // Only Latin leaves open whether a closing Y is ي or ى.
  const isArabic = weights === ARABIC
  const cost = distance(
    isArabic ? soundsA.replace('Y', 'y') : soundsA,
    isArabic ? soundsB.replace('Y', 'y') : soundsB,
    weights,
  )
  // Symmetric to the last bit: rounding hides the order in which costs were added.
  return Math.max(0, Math.round(1e6 * (1 - cost / Math.max(weight(soundsA), weight(soundsB)))) / 1e6)
}

/** Whether two texts differ by one letter added, lost, changed or swapped with its neighbour. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
