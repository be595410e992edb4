import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackWoff } from './woff'

/**
 * The letters on paper: Vazirmatn, which has one file for Arabic and Sorani, one for Latin, and one for the rarer Latin
 * letters.
 */

export const weights = ['regular', 'bold'] as const
export type Weight = (typeof weights)[number]
const scripts = ['arabic', 'latin', 'latin-ext'] as const
export type Script = (typeof scripts)[number]

/** A stretch of text that one file has the letters for; null when none has, as for an emoji or a Chinese character. */
export type Piece = { text: string; script: Script | null }

const inWeight: Record<Weight, number> = { regular: 400, bold: 700 }

// What each file has letters for, as the files themselves list it; presentation forms became plain letters before.
const ARABIC =
  /[\u060C\u060D\u0610-\u0612\u0615\u061B\u061F\u0621-\u063A\u063D\u0640-\u0658\u065A\u065B\u0660-\u0671\u0674\u0679\u067C\u067E\u0681\u0685\u0686\u0688\u0689\u0691\u0693\u0695\u0696\u0698\u069A\u06A0\u06A1\u06A4\u06A9-\u06AD\u06AF\u06B5\u06BA\u06BC-\u06BE\u06C0-\u06C3\u06C6-\u06D0\u06D2-\u06D5\u06DC-\u06DE\u06E9\u06F0-\u06F9\u0762\u0763\u200C\u200D]/u
const LATIN =
  /[\u0020-\u007E\u00A0-\u00FF\u0131\u0152\u0153\u02BC\u02C6\u02DA\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u2032\u2033\u2039\u203A\u2044\u20AC\u2122\u2212\u2215]|\u0300|\u0301|\u0303|\u0309|\u0323/u
const LATIN_MORE =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u017F\u018F\u0192\u01A0\u01A1\u01AF\u01B0\u01F0\u01FA-\u01FF\u0218-\u021B\u0237\u0259\u02C7\u02C9\u02DD\u02F3\u2020\u20A3\u20A4\u20A6-\u20AB\u20B1\u20B9\u20BA\u20BC\u20BD\u2113]/u

function scriptOf(character: string): Script | null {
  if (LATIN.test(character)) return 'latin'
  if (ARABIC.test(character)) return 'arabic'
  return LATIN_MORE.test(character) ? 'latin-ext' : null
}

/** Parts a run into words by the file that has their letters, in reading order; each space stands by itself. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const character of text) {
    const last = pieces.at(-1)
    if (character === ' ') pieces.push({ text: ' ', script: last?.script ?? 'latin' })
    else {
      const script = scriptOf(character)
      if (last && last.script === script && last.text !== ' ') last.text += character
      else pieces.push({ text: character, script })
    }
  }
  return pieces
}

/** The name under which a paper knows a file. */
export function faceName(script: Script, weight: Weight): string {
  return `${script}-${weight}`
}

/** All files by name, read once a process. */
export function faces(): Map<string, Buffer> {
  read ??= new Map(
    weights.flatMap((weight) =>
      scripts.map((script): [string, Buffer] => [
        faceName(script, weight),
        unpackWoff(readFileSync(join(folder(), `vazirmatn-${script}-${inWeight[weight]}-normal.woff`))),
      ]),
    ),
  )
  return read
}
let read: Map<string, Buffer> | undefined

// The process runs in the root of the project, built or not.
function folder(): string {
  return join(process.cwd(), 'node_modules/@fontsource/vazirmatn/files')
}
