import { faceName, faces, type Piece, piecesOf, type Weight } from './faces'
import { breakLines } from './lines'
import { type Direction, orderParagraph, type Run, runsOfLine } from './order'

/** How a text looks. Sizes in points, colours as `#rrggbb`. */
export type Style = { size: number; weight: Weight; color: string }

/** One line ready to be drawn: its pieces from left to right, each with its width. */
export type Line = { pieces: (Piece & { width: number; isRightToLeft: boolean })[]; width: number }

/** A line is this much higher than its letters are large: Arabic has marks above and dots below. */
export const LEADING = 1.55
const BASELINE = 1.08
/** An unknown character is a box this wide, in sizes of the letters. */
const BOX = 0.62
const MOST_REMEMBERED = 5_000

const NOT_DRAWN = /[\u2066-\u2069\u200E\u200F\u061C]/g
// The shaper turns Arabic around by itself, digits too, unless all of a piece is punctuation shared with other scripts.
const IS_TURNED = /[^\s\u060C\u061B\u061F\u0640\u064B-\u0655\u200C\u200D]/

const backwards = (text: string) => [...text].reverse().join('')

/** What the shaper is given so that it draws the piece as it is read. */
function forShaper({ text, script }: Piece, isRightToLeft: boolean): string {
  const turns = script === 'arabic' && IS_TURNED.test(text)
  return turns === isRightToLeft ? text : backwards(text)
}

/** The pen of a paper: measures, breaks and draws text. Everything goes through the order of the script first. */
export function makeInk(doc: PDFKit.PDFDocument) {
  for (const [name, file] of faces()) doc.registerFont(name, file)
  const widths = new Map<string, number>()
  const used = new Set<string>()

  /** The library keeps each word it has shaped for ever; a long table has more of them than a server has room for. */
  function forgetWords(): void {
    widths.clear()
    for (const name of used) {
      doc.font(name)
      const font: unknown = Reflect.get(doc, '_font')
      if (typeof font === 'object' && font !== null) Reflect.set(font, 'layoutCache', Object.create(null))
    }
  }

  /** The width of a word or a space, in sizes of the letters. */
  function widthOf({ text, script }: Piece, weight: Weight): number {
    if (!script) return BOX * [...text].length
    const name = faceName(script, weight)
    const key = `${name} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    if (widths.size >= MOST_REMEMBERED) forgetWords()
    used.add(name)
    const width = doc.font(name, 100).widthOfString(text) / 100
    widths.set(key, width)
    return width
  }

  function measure(text: string, { size, weight }: Style): number {
    const pieces = piecesOf(text.replace(NOT_DRAWN, ''))
    return size * pieces.reduce((width, piece) => width + widthOf(piece, weight), 0)
  }

  function lineOf(runs: Run[], { size, weight }: Style): Line {
    const pieces = runs.flatMap(({ text, isRightToLeft }) => {
      const inOrder = piecesOf(text).map((piece) => ({ ...piece, isRightToLeft, width: size * widthOf(piece, weight) }))
      return isRightToLeft ? inOrder.reverse() : inOrder
    })
    return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) }
  }

  return {
    /** Breaks a text into lines of at most `width`; a line end in the text is kept. */
    lines(text: string, width: number, style: Style, direction: Direction): Line[] {
      return text.split(/\r\n?|\n/).flatMap((part) => {
        const paragraph = orderParagraph(part, direction)
        const spans = breakLines(paragraph.text, width, (piece) => measure(piece, style))
        return spans.length === 0
          ? [lineOf([], style)]
          : spans.map((span) => lineOf(runsOfLine(paragraph, span), style))
      })
    },

    /** Draws a line with its left end at `x` and its top at `y`. */
    draw({ pieces }: Line, x: number, y: number, { size, weight, color }: Style): void {
      const baseline = y + size * BASELINE
      let at = x
      for (const piece of pieces) {
        if (piece.script) {
          if (piece.text !== ' ') {
            doc.font(faceName(piece.script, weight), size).fillColor(color)
            doc.text(forShaper(piece, piece.isRightToLeft), at, baseline, { lineBreak: false, baseline: 'alphabetic' })
          }
        } else {
          const box = size * BOX
          for (let left = at; left < at + piece.width - box / 2; left += box)
            doc.rect(left + box * 0.12, baseline - box * 0.85, box * 0.76, box * 0.85)
          doc
            .lineWidth(size / 20)
            .strokeColor(color)
            .stroke()
        }
        at += piece.width
      }
    },
  }
}

export type Ink = ReturnType<typeof makeInk>
