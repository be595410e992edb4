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

/** More positions of one ring than this change nothing in a drawing of four hundred. */
const mostOfRing = 10_000

/** Every so-manieth position of a ring, the last one too. */
function sampled(ring: Ring, most: number): Ring {
  const step = Math.max(1, Math.ceil(ring.length / most))
  return step === 1 ? ring : ring.filter((_, at) => at % step === 0 || at === ring.length - 1)
}

/**
 * Douglas and Peucker's way of leaving out positions nearer to the line than `tolerance`; without recursion. Null as soon as more than
 * `most` would stay: each one that stays costs a look at all others, and a ring can be made so that all stay.
 */
function thinned(ring: Ring, tolerance: number, most: number): Ring | null {
  const keep = new Set([0, ring.length - 1])
  const open: [number, number][] = [[0, ring.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    const [a, b] = [ring[from], ring[to]]
    let [farthest, distant] = [-1, tolerance * tolerance]
    for (let at = from + 1; at < to; at++) {
      const position = ring[at]
      const distance = position && a && b ? distanceFrom(position, a, b) : 0
      if (distance > distant) [farthest, distant] = [at, distance]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    if (keep.size > most) return null
    open.push([from, farthest], [farthest, to])
  }
  return ring.filter((_, at) => keep.has(at))
}

const rounded = (ring: Ring): Ring => ring.map(([x, y]) => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4])

/** A place is drawn with at most so many positions: a page shows a dozen of places. */
const mostPoints = 400
/** Some fifty metres. */
const finest = 0.0005

/** The polygons thinned by a tolerance, small islands and holes left out; null when more positions stay than are drawn. */
function drawnAt(polygons: Polygons, tolerance: number): Polygons | null {
  const drawn: Polygons = []
  let left = mostPoints
  for (const rings of polygons) {
    const kept: Ring[] = []
    for (const [at, ring] of rings.entries()) {
      // Three positions are no area, and are left out whatever is left.
      const line = thinned(ring, tolerance, Math.max(left, 3))
      if (!line) return null
      if (line.length >= 4) {
        kept.push(rounded(line))
        left -= line.length
      } else if (at === 0) break
    }
    if (kept.length > 0) drawn.push(kept)
  }
  return drawn
}

/** The polygons as they are drawn: fewer positions, rounded to ten metres, small islands and holes left out where it is too much. */
export function simplified(given: Polygons): Polygons {
  const polygons = given.map((rings) => rings.map((ring) => sampled(ring, mostOfRing)))
  for (let tolerance = finest; ; tolerance *= 2) {
    const drawn = drawnAt(polygons, tolerance)
    if (drawn && drawn.length > 0) return drawn
    // So many islands that even triangles are too much, or all of them smaller than what is seen: the largest one stands for the place.
    if (drawn || tolerance > 1) return [[rounded(largest(polygons))]]
  }
}

function largest(polygons: Polygons): Ring {
  const outlines = polygons.flatMap(([outline]) => (outline ? [outline] : []))
  const [first = []] = outlines.sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))
  return sampled(first, 100)
}
