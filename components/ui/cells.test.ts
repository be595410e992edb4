import { describe, expect, it } from 'vitest'
import { cellsAround } from './cells'

const frame = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as const
const areaOf = (polygon: readonly (readonly [number, number])[]) =>
  Math.abs(
    polygon.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = polygon[(at + 1) % polygon.length] ?? [x, y]
      return sum + x * nextY - nextX * y
    }, 0) / 2,
  )

describe('cells around centres', () => {
  it('fill the frame without a gap or an overlap', () => {
    const centres = [
      [1, 1],
      [9, 2],
      [5, 8],
      [4, 4],
      [6, 5],
    ] as const
    const cells = cellsAround(centres, frame)
    expect(cells.every((cell) => cell.length >= 3)).toBe(true)
    expect(cells.reduce((sum, cell) => sum + areaOf(cell), 0)).toBeCloseTo(100, 6)
  })

  it('are parted half way', () => {
    const [left] = cellsAround(
      [
        [2, 5],
        [6, 5],
      ],
      frame,
    )
    expect(areaOf(left ?? [])).toBeCloseTo(40, 6)
  })

  it('of one centre, or of two in one place, are the frame', () => {
    expect(cellsAround([[3, 3]], frame).map(areaOf)).toEqual([100])
    expect(
      cellsAround(
        [
          [3, 3],
          [3, 3],
        ],
        frame,
      ).map(areaOf),
    ).toEqual([100, 100])
  })
})
