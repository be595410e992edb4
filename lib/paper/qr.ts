import { create } from 'qrcode'
import type { Press } from './press'
import { body, colors, heightOf } from './press'

/** The dark squares of a code, joined into strips: column, row, length; and how many squares it is wide. */
function stripsOf(text: string): { size: number; strips: [number, number, number][] } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const strips: [number, number, number][] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const from = column
      while (column < modules.size && modules.get(row, column)) column++
      if (column > from) strips.push([from, row, column - from])
    }
  }
  return { size: modules.size, strips }
}

/** Four squares of white on each side, without which readers do not find the code. Source: ISO/IEC 18004. */
const QUIET = 4

/** A QR code as an SVG for a page. It has no title: the page says beside it what it is. */
export function qrSvg(text: string): string {
  const { size, strips } = stripsOf(text)
  const side = size + 2 * QUIET
  const path = strips
    .map(([column, row, length]) => `M${column + QUIET} ${row + QUIET}h${length}v1h-${length}z`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
}

/** Draws a QR code at the start of the line with its caption beside it. `side` is its width with the white around it. */
export function drawQr(
  press: Press,
  text: string,
  { caption = '', side = 96 }: { caption?: string; side?: number },
): void {
  press.makeRoom(side)
  const { size, strips } = stripsOf(text)
  const square = side / (size + 2 * QUIET)
  const left = press.leftOf(0, side) + QUIET * square
  const top = press.y + QUIET * square
  for (const [column, row, length] of strips)
    press.doc.rect(left + column * square, top + row * square, length * square, square)
  press.doc.fill('#000000')
  // Who reads the paper on a screen presses the code instead.
  if (/^https?:/.test(text)) press.doc.link(press.leftOf(0, side), press.y, side, side, text)
  const style = { ...body, color: colors.muted }
  const lines = press.ink.lines(caption, press.width - side - 12, style, press.direction)
  const middle = press.y + Math.max(0, (side - heightOf(lines.length, style)) / 2)
  const taken = press.put(lines, { offset: side + 12, width: press.width - side - 12, y: middle }, style)
  press.y += Math.max(side, taken) + 6
}
