import type { Style } from './ink'
import { body, colors, heightOf, type Press } from './press'

const headings: Record<1 | 2, Style & { above: number; below: number }> = {
  1: { size: 17, weight: 'bold', color: colors.text, above: 4, below: 8 },
  2: { size: 11.5, weight: 'bold', color: colors.text, above: 12, below: 4 },
}

/** A heading, kept on one page with the first lines of what follows. */
export function drawHeading(press: Press, text: string, level: 1 | 2): void {
  const style = headings[level]
  const lines = press.ink.lines(text, press.width, style, press.direction)
  if (!press.makeRoom(style.above + heightOf(lines.length, style) + style.below + 50)) press.y += style.above
  press.y += press.put(lines, { offset: 0, width: press.width, y: press.y }, style) + style.below
}

/** A paragraph; its lines run on over the page where they must. */
export function drawParagraph(press: Press, text: string, look: Partial<Style> = {}): void {
  const style = { ...body, ...look }
  for (const line of press.ink.lines(text, press.width, style, press.direction)) {
    press.makeRoom(heightOf(1, style))
    press.y += press.put([line], { offset: 0, width: press.width, y: press.y }, style)
  }
  press.y += 6
}

export type Fact = { term: string; value: string }

const termStyle: Style = { ...body, color: colors.muted }

/** Pairs of a term and its value, a thin line under each. */
export function drawFacts(press: Press, facts: Iterable<Fact>): void {
  const termWidth = press.width * 0.32
  const valueWidth = press.width - termWidth - 12
  for (const { term, value } of facts) {
    const terms = press.ink.lines(term, termWidth, termStyle, press.direction)
    const values = press.ink.lines(value, valueWidth, body, press.direction)
    press.makeRoom(heightOf(Math.min(Math.max(terms.length, values.length), 8), body) + 7)
    let below = press.y + 2 + press.put(terms, { offset: 0, width: termWidth, y: press.y + 2 }, termStyle)
    const [first, ...rest] = values
    const box = { offset: termWidth + 12, width: valueWidth }
    if (first) press.y += 2 + press.put([first], { ...box, y: press.y + 2 }, body)
    for (const line of rest) {
      if (press.makeRoom(heightOf(1, body))) below = 0
      press.y += press.put([line], { ...box, y: press.y }, body)
    }
    // A term may have more lines than its value.
    press.y = Math.max(press.y, below) + 3
    press.rule(press.y, colors.rule, 0.4)
    press.y += 1
  }
  press.y += 8
}

/** Who signs, and as what. */
export type Signer = { name: string; role?: string }

/** Lines to sign on, up to three side by side: room for a hand, a line, the name under it, and a line for the date. */
export function drawSignatures(press: Press, signers: readonly Signer[], dateLabel: string): void {
  const gap = 24
  const perRow = Math.min(3, signers.length)
  const width = (press.width - gap * (perRow - 1)) / perRow
  const line = (offset: number, wide: number, y: number) => {
    const left = press.leftOf(offset, wide)
    press.doc.lineWidth(0.7).strokeColor(colors.text)
    press.doc
      .moveTo(left, y)
      .lineTo(left + wide, y)
      .stroke()
  }
  for (let from = 0; from < signers.length; from += perRow) {
    const row = signers.slice(from, from + perRow).map(({ name, role }, at) => ({
      offset: at * (width + gap),
      names: press.ink.lines(name, width, { ...body, weight: 'bold' }, press.direction),
      roles: role ? press.ink.lines(role, width, termStyle, press.direction) : [],
    }))
    const deepest = Math.max(...row.map(({ names, roles }) => heightOf(names.length + roles.length, body)))
    press.makeRoom(46 + deepest + 34)
    const signLine = press.y + 46
    for (const { offset, names, roles } of row) {
      line(offset, width, signLine)
      const named = press.put(names, { offset, width, y: signLine + 4 }, { ...body, weight: 'bold' })
      press.put(roles, { offset, width, y: signLine + 4 + named }, termStyle)
      const dateAt = signLine + deepest + 14
      const label = press.ink.lines(dateLabel, width, termStyle, press.direction)
      press.put(label, { offset, width, y: dateAt }, termStyle)
      const taken = (label[0]?.width ?? 0) + 6
      line(offset + taken, width - taken, dateAt + 13)
    }
    press.y = signLine + deepest + 42
  }
}
