/**
 * The sounds of a folded name in one alphabet, whatever script it was written in. Pure.
 *
 * One character a sound. Consonants: b t T(th) j h K(kh) d D(dh, ظ) r z s S(sh) G(gh) f k g l m n; half-vowels w y;
 * vowels a i u, surely long I U; Y for a closing ي or ى; ` for ع. Latin spellings guess at vowels and at emphatic
 * letters, so `nameSimilarity` (similarity.ts) weighs those lightly.
 */

const ARABIC_LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
const ARABIC_SOUNDS = 'abtTjhKdDrzsSsdtD`Gfkklmnhwy'
const arabicSounds = new Map([...ARABIC_LETTERS].map((letter, index) => [letter, ARABIC_SOUNDS.charAt(index)]))

/** Spellings on Iraqi papers, and French ones for names that came that way (Houcine, Djamel). Longest first. */
const LATIN_SPELLINGS =
  'tch:S sch:S sh:S ch:S kh:K gh:G th:T dh:D dj:j ph:f ck:k aee:aI ae:ay ou:U oo:U ee:I ie:I ei:y ai:y ' +
  'ay:y ey:y au:w aw:w a:a e:a i:i o:u u:u b:b p:b t:t j:j h:h d:d r:r z:z s:s f:f v:f q:k k:k c:k g:g x:ks l:l m:m n:n w:w y:y'
const latinSounds = new Map(
  LATIN_SPELLINGS.split(' ').map((pair): [string, string] => {
    const [spelling = '', sound = ''] = pair.split(':')
    return [spelling, sound]
  }),
)
const LATIN_UNIT = new RegExp([...latinSounds.keys()].join('|'), 'g')

/** Whether the text is written in Arabic script, so that its short vowels are not there. */
export function isArabicScript(text: string): boolean {
  return /[\u0600-\u06FF]/.test(text)
}

function arabicToSounds(folded: string): string {
  const plain = folded
    .replace(/^عبدال(?=.)/, 'عبد')
    .replace(/ال(?=(?:دين|له)$)/, '')
    .replace(/ل+/g, 'ل')
    .replace(/(..)اه$/, '$1ات')
  let out = ''
  for (const letter of plain) out += arabicSounds.get(letter) ?? ''
  // A closing ه is mostly ta marbuta, said "a" ("at" after ا); a closing ي may have been ى, also said "a".
  return out.length > 2 ? out.replace(/h$/, 'a').replace(/y$/, 'Y') : out
}

function latinToSounds(folded: string): string {
  const plain = folded
    .replace(/^abdal(?=.)/, 'abd')
    .replace(/al(?=din$|lah?$)/, '')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/([^aeiou])\1+/g, '$1')
    .replace(/(..[aeo])h$/, '$1')
  const out = plain.replace(/[^a-z]/g, '').replace(LATIN_UNIT, (unit) => latinSounds.get(unit) ?? '')
  // A first diphthong stands on ا or ع in Arabic: Ayman is ايمن, Awn is عون.
  return /^[ae][iyuw]/.test(plain) ? `a${out}` : out
}

/** The sounds of one folded name without spaces; empty for other scripts. */
export function toSounds(folded: string): string {
  return isArabicScript(folded) ? arabicToSounds(folded) : latinToSounds(folded)
}

const MERGED: Record<string, string> = { T: 't', D: 'd', z: 'd', g: 'k' }

/**
 * The consonants that every spelling of a name keeps: `Mohammed`, `Muhamad` and `محمد` are all `mhmd`. A first vowel
 * counts as `a`; w and y only at the start. It cannot tell حسن from حسين: it finds candidates, it does not judge them.
 */
export function soundSkeleton(sounds: string): string {
  const first = sounds.charAt(0)
  const head = /[aiuIU`]/.test(first) ? 'a' : (MERGED[first] ?? first)
  let out = head
  for (const sound of sounds.slice(1)) if (!/[aiuIUY`wy]/.test(sound)) out += MERGED[sound] ?? sound
  return out
}
