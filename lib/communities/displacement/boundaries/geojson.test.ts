import { describe, expect, it } from 'vitest'
import { readBoundaries } from './geojson'
import { isClosedRing, type Ring } from './rings'

const square: Ring = [
  [43, 33],
  [44, 33],
  [44, 34],
  [43, 34],
  [43, 33],
]
const feature = (
  coordinates: unknown,
  properties: object = { ADM2_PCODE: 'IQG01Q01', ADM1_PCODE: 'IQG01' },
  type = 'Polygon',
) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const file = (...features: unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
const keys = (bytes: Uint8Array) => {
  const read = readBoundaries(bytes)
  return 'problems' in read ? read.problems.map(({ key, feature }) => `${key} ${feature}`) : 'read'
}

describe('boundaries', () => {
  it('are read with the finest code, whatever the case of its name', () => {
    expect(
      readBoundaries(file(feature([square]), feature([[square]], { adm3_pcode: 'iqg01q01n01' }, 'MultiPolygon'))),
    ).toEqual({
      boundaries: [
        { pcode: 'IQG01Q01', polygons: [[square]], points: 5 },
        { pcode: 'IQG01Q01N01', polygons: [[square]], points: 5 },
      ],
    })
  })

  it('bear a code that a database can be asked for', () => {
    const codes = ['IQG01Q01\u0000', ' iqg01q03\n', 'IQG\ud800']
    const read = readBoundaries(file(...codes.map((PCODE) => feature([square], { PCODE }))))
    expect('boundaries' in read ? read.boundaries.map(({ pcode }) => pcode) : read).toEqual([
      'IQG01Q01',
      'IQG01Q03',
      'IQG',
    ])
  })

  it.each([
    ['latitude first', feature([square.map(([x, y]) => [y, x])]), 'swapped 1'],
    ['metres of a projection', feature([square.map(([x, y]) => [x * 1e4, y * 1e5])]), 'metres 1'],
    ['another country', feature([square.map(([x, y]) => [x - 30, y + 10])]), 'elsewhere 1'],
    ['one position far away', feature([[...square.slice(0, 4), [0, 0], [43, 33]]]), 'elsewhere 1'],
    [
      'a position that is none',
      feature([
        [
          [43, 33],
          ['44', 33],
          [44, 34],
          [43, 33],
        ],
      ]),
      'position 1',
    ],
    [
      'a position without a number',
      feature([
        [
          [43, 33],
          [Number.NaN, 33],
          [44, 34],
          [43, 33],
        ],
      ]),
      'position 1',
    ],
    ['a ring that is open', feature([[...square.slice(0, 4)]]), 'open_ring 1'],
    [
      'a ring that is a line',
      feature([
        [
          [43, 33],
          [44, 33],
          [43, 33],
          [43, 33],
        ],
      ]),
      'flat 1',
    ],
    [
      'a ring of two',
      feature([
        [
          [43, 33],
          [44, 33],
        ],
      ]),
      'ring 1',
    ],
    ['a point', feature([43, 33], { ADM2_PCODE: 'IQG01Q01' }, 'Point'), 'geometry 1'],
    ['no geometry', { type: 'Feature', properties: { PCODE: 'X' } }, 'geometry 1'],
    ['no code', feature([square], { name: 'Falluja' }), 'no_pcode 1'],
    ['nothing', null, 'no_pcode 1'],
  ])('with %s are refused', (_, one, problem) => {
    expect(keys(file(one))).toEqual([problem])
    expect(keys(file(feature([square], { PCODE: 'IQG01Q03' }), one))).toEqual([problem.replace('1', '2')])
  })

  it('are refused when a place stands twice, when there are none, and when it is no GeoJSON', () => {
    expect(keys(file(feature([square]), feature([square])))).toEqual(['twice 2'])
    expect(keys(file())).toEqual(['no_features 0'])
    expect(keys(new TextEncoder().encode('{"type":"Topology"}'))).toEqual(['not_geojson 0'])
    expect(keys(new TextEncoder().encode('PK\u0003'))).toEqual(['not_geojson 0'])
    expect(keys(file(...Array.from({ length: 1001 }, () => null)))).toEqual(['too_many 0'])
    const deep = new TextEncoder().encode(`{"type":"FeatureCollection","features":${'['.repeat(100_000)}`)
    expect(keys(deep)).toEqual(['not_geojson 0'])
  })

  it('of a coast of ten thousand positions are drawn with four hundred at most, still closed', () => {
    const coast: Ring = Array.from({ length: 10_000 }, (_, at) => {
      const angle = (at / 10_000) * 2 * Math.PI
      const radius = 0.5 + 0.05 * Math.sin(angle * 300)
      return [43.5 + radius * Math.cos(angle), 33.5 + radius * Math.sin(angle)]
    })
    const [first = [0, 0]] = coast
    const read = readBoundaries(file(feature([[...coast, first]])))
    if ('problems' in read) throw new Error('not read')
    expect(read.boundaries[0]?.points).toBeLessThanOrEqual(400)
    expect(read.boundaries[0]?.polygons.flat().every(isClosedRing)).toBe(true)
  })

  it('of a saw that was made to be slow are drawn at once', () => {
    const teeth = 200_000
    const saw: Ring = Array.from({ length: teeth }, (_, at) => [40 + at / teeth, at % 2 ? 37 - (7 * at) / teeth : 30])
    const from = performance.now()
    const read = readBoundaries(file(feature([[...saw, [40, 30]]])))
    expect('boundaries' in read).toBe(true)
    expect(performance.now() - from).toBeLessThan(10_000)
  })

  it('of more islands than can be drawn keep the largest', () => {
    const islands = Array.from({ length: 500 }, (_, at) => [
      square.map(([x, y]) => [
        43 + (x - 43) * 0.01 + (at % 50) * 0.02,
        33 + (y - 33) * 0.01 + Math.floor(at / 50) * 0.02,
      ]),
    ])
    const read = readBoundaries(file(feature([[square], ...islands], { PCODE: 'IQG01Q01' }, 'MultiPolygon')))
    if ('problems' in read) throw new Error('not read')
    expect(read.boundaries[0]?.points).toBeLessThanOrEqual(400)
  })
})
