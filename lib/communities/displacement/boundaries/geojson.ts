import { cleanText } from '../../../digits'
import { isClosedRing, type Polygons, type Ring, ringArea, simplified } from './rings'

/** Why a file of boundaries is not taken: a key of `displacement.boundary.*`, and which feature it is about. */
export type BoundaryProblem = { key: string; feature: number; name: string }
export type Boundary = { pcode: string; polygons: Polygons; points: number }
export type ReadBoundaries = { boundaries: Boundary[] } | { problems: BoundaryProblem[] }

/** Iraq with room around it: what lies outside is a mistake. Longitude, then latitude, in degrees. */
const box = { west: 38, east: 49.5, south: 28.5, north: 38 }
const isInside = ([x, y]: readonly [number, number]) =>
  x >= box.west && x <= box.east && y >= box.south && y <= box.north

/** So many features and positions are read at most: the country has some 400 districts and sub-districts. */
const mostFeatures = 1000
const mostPositions = 2_000_000

const pcodeNames = ['ADM4_PCODE', 'ADM3_PCODE', 'ADM2_PCODE', 'ADM1_PCODE', 'PCODE', 'P_CODE']

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The finest P-code that a feature bears, whatever the case of the property's name. */
function pcodeOf(properties: unknown): string {
  if (!isRecord(properties)) return ''
  const upper = new Map(Object.entries(properties).map(([name, value]) => [name.toUpperCase(), value]))
  for (const name of pcodeNames) {
    const value = upper.get(name)
    // Cut and cleaned before it is looked for: no database takes a NUL, or half a character.
    const pcode = typeof value === 'string' ? cleanText(value.slice(0, 100)).toUpperCase() : ''
    if (pcode !== '') return pcode
  }
  return ''
}

/** What is wrong with a position that is not in Iraq: metres of a projection, latitude first, or simply elsewhere. */
function whyOutside([x, y]: readonly [number, number]): string {
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return Math.abs(x) <= 90 && Math.abs(y) <= 180 ? 'elsewhere' : 'metres'
  return isInside([y, x]) ? 'swapped' : 'elsewhere'
}

/** A ring of positions, or why it is none. */
function ringFrom(value: unknown): Ring | string {
  if (!Array.isArray(value) || value.length < 4) return 'ring'
  const ring: Ring = []
  for (const position of value) {
    const [x, y] = Array.isArray(position) ? position : []
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return 'position'
    if (!isInside([x, y])) return whyOutside([x, y])
    ring.push([x, y])
  }
  if (!isClosedRing(ring)) return 'open_ring'
  return Math.abs(ringArea(ring)) > 0 ? ring : 'flat'
}

/** The polygons of a geometry, or why there are none. */
function polygonsFrom(geometry: unknown): Polygons | string {
  if (!isRecord(geometry)) return 'geometry'
  const { type, coordinates } = geometry
  const list = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(list) || list.length === 0) return 'geometry'
  const polygons: Polygons = []
  for (const polygon of list) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'geometry'
    const rings: Ring[] = []
    for (const value of polygon) {
      const ring = ringFrom(value)
      if (typeof ring === 'string') return ring
      rings.push(ring)
    }
    polygons.push(rings)
  }
  return polygons
}

/** `Polygon` and `MultiPolygon` features out of a text, or null when it is no FeatureCollection. */
function featuresOf(text: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) && parsed.type === 'FeatureCollection' && Array.isArray(parsed.features)
      ? parsed.features
      : null
  } catch {
    return null
  }
}

/**
 * Boundaries out of a GeoJSON file, each with the P-code of its place, simplified for drawing. Every feature must be right,
 * else nothing is taken: half a map misleads. At most twenty problems are told.
 */
export function readBoundaries(bytes: Uint8Array): ReadBoundaries {
  const whole = (key: string): ReadBoundaries => ({ problems: [{ key, feature: 0, name: '' }] })
  const features = featuresOf(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''))
  if (!features) return whole('not_geojson')
  if (features.length === 0) return whole('no_features')
  if (features.length > mostFeatures) return whole('too_many')
  const problems: BoundaryProblem[] = []
  const boundaries = new Map<string, Boundary>()
  let positions = 0
  for (const [index, feature] of features.entries()) {
    const pcode = isRecord(feature) ? pcodeOf(feature.properties) : ''
    const wrong = (key: string) => problems.push({ key, feature: index + 1, name: pcode.slice(0, 40) })
    const polygons = isRecord(feature) ? polygonsFrom(feature.geometry) : 'geometry'
    if (pcode === '') wrong('no_pcode')
    else if (boundaries.has(pcode)) wrong('twice')
    else if (typeof polygons === 'string') wrong(polygons)
    else {
      positions += polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
      const drawn = simplified(polygons)
      boundaries.set(pcode, {
        pcode,
        polygons: drawn,
        points: drawn.flat().reduce((sum, ring) => sum + ring.length, 0),
      })
    }
    if (positions > mostPositions) return whole('too_many')
  }
  return problems.length > 0 ? { problems: problems.slice(0, 20) } : { boundaries: [...boundaries.values()] }
}
