/** A closed line of [longitude, latitude]; the first position stands at the end again. */
export type Ring = [number, number][]
/** Polygons of an outline and its holes, as GeoJSON's MultiPolygon has them. */
export type Polygons = Ring[][]

export function isClosedRing(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
}

/** The signed area of a ring in square degrees. */
export function ringArea(ring: Ring): number {
  let sum = 0
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[at + 1] ?? [x, y]
    sum += x * nextY - nextX * y
  }
  return sum / 2
}

/** The square of the distance of a position from the line between two others. */
function distanceFrom([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
}

/** Douglas and Peucker's way of leaving out positions nearer to the line than `tolerance`; without recursion, for coasts of 100,000. */
function thinned(ring: Ring, tolerance: number): Ring {
  const keep = new Set([0, ring.length - 1])
  const open: [number, number][] = [[0, ring.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    const [a, b] = [ring[from], ring[to]]
    let [farthest, most] = [-1, tolerance * tolerance]
    for (let at = from + 1; at < to; at++) {
      const position = ring[at]
      const distance = position && a && b ? distanceFrom(position, a, b) : 0
      if (distance > most) [farthest, most] = [at, distance]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    open.push([from, farthest], [farthest, to])
  }
  return ring.filter((_, at) => keep.has(at))
}

const rounded = (ring: Ring): Ring => ring.map(([x, y]) => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4])

/** A place is drawn with at most so many positions: a page shows a dozen of places. */
const mostPoints = 400
/** Some fifty metres. */
const finest = 0.0005

/** The polygons as they are drawn: fewer positions, rounded to ten metres, small islands and holes left out where it is too much. */
export function simplified(polygons: Polygons): Polygons {
  for (let tolerance = finest; ; tolerance *= 2) {
    const drawn = polygons
      .map((rings) =>
        rings.map((ring) => rounded(thinned(ring, tolerance))).filter((ring, at) => at === 0 || ring.length >= 4),
      )
      .filter(([outline]) => outline !== undefined && outline.length >= 4)
    const points = drawn.flat().reduce((sum, ring) => sum + ring.length, 0)
    if (drawn.length > 0 && points <= mostPoints) return drawn
    // So many islands that even triangles are too much, or all of them smaller than what is seen: the largest one stands for the place.
    if (drawn.length === 0 || tolerance > 1) return [[rounded(largest(polygons))]]
  }
}

function largest(polygons: Polygons): Ring {
  const outlines = polygons.flatMap(([outline]) => (outline ? [outline] : []))
  const [first = []] = outlines.sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))
  const most = 100
  const step = Math.max(1, Math.ceil(first.length / most))
  const last = first.length - 1
  return first.filter((_, at) => at % step === 0 || at === last)
}
