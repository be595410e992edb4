import { setImmediate } from 'node:timers/promises'
import type { Line, Style } from './ink'
import { type Align, body, colors, heightOf, type Press } from './press'

/** A column: its heading, its share of the width (1 unless told), and where its text stands; figures stand at the end. */
export type PaperColumn = { head: string; share?: number; align?: Align }

/** Rows of text as they shall read, one for each column. `totals` closes the table. */
export type PaperTable = {
  columns: readonly PaperColumn[]
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>
  totals?: readonly string[]
  /** Lines between the columns too, where people write into the cells by hand. */
  isGrid?: boolean
}

const cell: Style = { ...body, size: 8.5 }
const strong: Style = { ...cell, weight: 'bold' }
const padding = { side: 4, top: 2.5 }

/**
 * Draws a table: the heads again on each page, no row over two pages unless it is higher than a page. Rows are drawn as
 * they come and kept nowhere; the server may do something else after each page.
 */
export async function drawTable(press: Press, { columns, rows, totals, isGrid }: PaperTable): Promise<void> {
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  let offset = 0
  const places = columns.map(({ share = 1, align = 'start' }) => {
    const width = (press.width * share) / shares
    const place = { offset: offset + padding.side, width: width - 2 * padding.side, align }
    offset += width
    return place
  })

  const layOut = (texts: readonly string[], style: Style): Line[][] =>
    places.map(({ width }, at) => press.ink.lines(texts[at] ?? '', width, style, press.direction))
  const rowHeight = (cells: Line[][], style: Style) =>
    heightOf(Math.max(1, ...cells.map(({ length }) => length)), style) + 2 * padding.top

  function drawSides(height: number): void {
    for (const { offset } of places.slice(1)) {
      const x = press.leftOf(offset - padding.side, 0)
      press.doc.moveTo(x, press.y).lineTo(x, press.y + height)
    }
    press.doc.lineWidth(0.4).stroke(colors.rule)
  }

  function drawRow(cells: Line[][], style: Style): void {
    cells.forEach((lines, at) => {
      const place = places[at]
      if (place) press.put(lines, { ...place, y: press.y + padding.top }, style)
    })
    if (isGrid) drawSides(rowHeight(cells, style))
    press.y += rowHeight(cells, style)
    press.rule(press.y, colors.rule, 0.4)
  }

  const heads = layOut(
    columns.map(({ head }) => head),
    strong,
  )
  const headHeight = rowHeight(heads, strong)
  function drawHeads(): void {
    press.doc.rect(press.leftOf(0, press.width), press.y, press.width, headHeight).fill(colors.soft)
    drawRow(heads, strong)
  }

  /** A row that is higher than a page is cut between its lines; every other stays whole. */
  async function drawWhole(cells: Line[][], style: Style): Promise<void> {
    const most = Math.max(1, Math.floor((press.height - headHeight - 2 * padding.top) / heightOf(1, style)))
    for (let from = 0; from === 0 || cells.some(({ length }) => length > from); from += most) {
      const part = cells.map((lines) => lines.slice(from, from + most))
      if (press.makeRoom(rowHeight(part, style))) {
        drawHeads()
        await setImmediate()
      }
      drawRow(part, style)
    }
  }

  press.makeRoom(headHeight + 3 * rowHeight([], cell))
  drawHeads()
  for await (const row of rows) await drawWhole(layOut(row, cell), cell)
  if (totals) {
    const cells = layOut(totals, strong)
    await drawWhole(cells, strong)
    press.rule(press.y, colors.text, 0.9)
  }
  press.y += 10
}
