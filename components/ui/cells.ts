type Point = readonly [x: number, y: number]

/** The part of a polygon that lies nearer to `here` than to `there`. */
function nearer(polygon: readonly Point[], here: Point, there: Point): Point[] {
  const [mx, my] = [(here[0] + there[0]) / 2, (here[1] + there[1]) / 2]
  const side = ([x, y]: Point) => (x - mx) * (there[0] - here[0]) + (y - my) * (there[1] - here[1])
  return polygon.flatMap((point, at) => {
    const next = polygon[(at + 1) % polygon.length] ?? point
    const [a, b] = [side(point), side(next)]
    const kept: Point[] = a <= 0 ? [point] : []
    if (a * b < 0) {
      const part = a / (a - b)
      kept.push([point[0] + part * (next[0] - point[0]), point[1] + part * (next[1] - point[1])])
    }
    return kept
  })
}

/**
 * A cell around each centre, of all that lies nearer to it than to any other (Voronoi), within `frame`: what areas look
 * like when nobody knows their shapes. Two centres in one place share no border, so both get the same cell.
 */
export function cellsAround(centres: readonly Point[], frame: readonly Point[]): Point[][] {
  return centres.map((here) =>
    centres
      .filter((there) => there[0] !== here[0] || there[1] !== here[1])
      .reduce<Point[]>((polygon, there) => nearer(polygon, here, there), [...frame]),
  )
}
