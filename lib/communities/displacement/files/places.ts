import { foldName } from '../../../people/names'
import type { Reading } from './reading'

/** A location of the register, as far as a list's row is matched to it. */
export type KnownPlace = {
  id: string
  placeId: string | null
  dtmLocationId: string | null
  pcode: string | null
  names: string[]
  districtPcode: string
  latitude: number | null
  longitude: number | null
}

/** A place of the official list, levels 1 to 3. */
export type KnownArea = { pcode: string; level: number; parentPcode: string | null; names: string[] }

/** A name of a place, folded, without spaces and article: `Al-Nahda`, `النهضة` and `Nahda` are compared, each in its script. */
export const placeKey = (name: string) =>
  foldName(name)
    .replaceAll(' ', '')
    .replace(/^(?:ال|al)(?=.{3})/, '')

/** Which district, and which governorate, a list means by its words. */
export class Areas {
  private readonly byKey = new Map<string, KnownArea>()
  private readonly byPcode = new Map<string, KnownArea>()
  /** Governorates of whose districts the portal knows any: the others are not monitored here. */
  private readonly covered = new Set<string>()

  constructor(areas: readonly KnownArea[]) {
    for (const area of areas) this.byPcode.set(area.pcode, area)
    // A district's name goes before that of the sub-district, and of the governorate, that is called the same.
    for (const level of [1, 3, 2])
      for (const area of areas)
        if (area.level === level) for (const name of [area.pcode, ...area.names]) this.byKey.set(placeKey(name), area)
    for (const area of areas) if (area.level === 2 && area.parentPcode) this.covered.add(area.parentPcode)
    this.governorates = new Map(
      areas
        .filter(({ level }) => level === 1)
        .flatMap((area) => [area.pcode, ...area.names].map((name) => [placeKey(name), area.pcode])),
    )
  }
  private readonly governorates: ReadonlyMap<string, string>

  /** The district's P-code; the lists count some sub-districts as districts. Null when it is none that is known. */
  district(text: string): string | null {
    const area = text === '' ? undefined : this.byKey.get(placeKey(text))
    if (!area || area.level === 1) return null
    return area.level === 2 ? area.pcode : area.parentPcode
  }

  /** Whether a row lies in a governorate that is known, and not monitored here. */
  isElsewhere({ governorate, district }: Pick<Reading, 'governorate' | 'district'>): boolean {
    const pcode = this.governorates.get(placeKey(governorate))
    return pcode !== undefined && !this.covered.has(pcode) && this.district(district) === null
  }
}

/** Finds the location that a row means: by the list's own ids, by P-code, else by a name that only one place of the district bears. */
export class Register {
  private readonly byId = new Map<string, string>()
  private readonly byName = new Map<string, Set<string>>()

  constructor(places: readonly KnownPlace[]) {
    for (const place of places) {
      if (place.placeId) this.byId.set(`place ${place.placeId}`, place.id)
      if (place.dtmLocationId) this.byId.set(`location ${place.dtmLocationId}`, place.id)
      if (place.pcode) this.byId.set(`pcode ${place.pcode}`, place.id)
      for (const name of new Set(place.names.map(placeKey)))
        for (const district of [place.districtPcode, '']) {
          const key = `${district} ${name}`
          const found = this.byName.get(key) ?? new Set()
          this.byName.set(key, found.add(place.id))
        }
    }
  }

  /** The id of the location, or null when nobody or more than one answers to it. `district` is its P-code, if it is known. */
  find(reading: Reading, district: string | null): string | null {
    const { placeId, dtmLocationId, pcode } = reading
    const known =
      (placeId && this.byId.get(`place ${placeId}`)) ||
      (dtmLocationId && this.byId.get(`location ${dtmLocationId}`)) ||
      (pcode && this.byId.get(`pcode ${pcode}`))
    if (known) return known
    for (const name of [reading.nameAr, reading.nameEn]) {
      const found = name ? this.byName.get(`${district ?? ''} ${placeKey(name)}`) : undefined
      const [one] = found ?? []
      if (found?.size === 1 && one) return one
    }
    return null
  }
}

const bigrams = (key: string) =>
  new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)))

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const one of a) if (b.has(one)) shared++
  return (2 * shared) / (a.size + b.size)
}

/** Kilometres between two positions, near enough for neighbours. */
function kilometresBetween(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const shrink = Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * shrink) * 111.2
}

export type Suggestion = { id: string; likeness: number; kilometres: number | null }

/** Names less alike than this are no suggestion, unless the places lie within two kilometres of one another. */
const leastLike = 0.45
const nearKilometres = 2
/** A place so far away is meant only when it is called almost the same. */
const farKilometres = 60
const leastLikeFar = 0.8

/**
 * The locations that an unknown row may mean, the likeliest first: by the likeness of names, places of the same district
 * before others, near ones before far ones.
 */
export function suggestPlaces(
  reading: Reading,
  district: string | null,
  places: readonly KnownPlace[],
  most = 5,
): Suggestion[] {
  const names = [reading.nameAr, reading.nameEn].filter(Boolean).map((name) => bigrams(placeKey(name)))
  const { latitude, longitude } = reading
  const at = latitude === null || longitude === null ? null : { latitude, longitude }
  const scored = places.flatMap((place) => {
    const likeness = Math.max(
      0,
      ...place.names.flatMap((name) => names.map((one) => dice(one, bigrams(placeKey(name))))),
    )
    const there =
      place.latitude === null || place.longitude === null
        ? null
        : { latitude: place.latitude, longitude: place.longitude }
    const kilometres = at && there ? kilometresBetween(at, there) : null
    const isNear = kilometres !== null && kilometres <= nearKilometres
    const isFar = kilometres !== null && kilometres > farKilometres
    if (likeness < (isFar ? leastLikeFar : leastLike) && !isNear) return []
    const score = likeness + (place.districtPcode === district ? 0.3 : 0) + (isNear ? 0.3 : 0)
    return [{ id: place.id, likeness, kilometres, score }]
  })
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ score: _score, ...suggestion }) => suggestion)
}
