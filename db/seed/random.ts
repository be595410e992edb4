/** A small seeded generator, so that the demo is the same on every machine. Not for secrets. */

export type Random = {
  /** A number from 0 up to, not including, 1. */
  next: () => number
  /** A whole number, both ends included. */
  int: (least: number, most: number) => number
  /** True with this probability. */
  chance: (probability: number) => boolean
  /** One of the items; throws on an empty list. */
  pick: <T>(items: readonly T[]) => T
  /** One of the values, each as often as its weight says. */
  weighted: <T>(choices: readonly (readonly [T, number])[]) => T
  /** The items in another order; the list itself is left alone. */
  shuffle: <T>(items: readonly T[]) => T[]
  /** A calendar day 'YYYY-MM-DD', both ends included. */
  dateBetween: (first: string, last: string) => string
  /** An independent generator: adding draws in one part of the seed then does not change the others. */
  fork: (label: string) => Random
}

const DAY = 86_400_000

function hash(text: string): number {
  let value = 2166136261
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16777619)
  return value >>> 0
}

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state, good enough to make up people. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A generator that gives the same values for the same seed. */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const at = <T>(items: readonly T[], index: number): T => {
    if (index >= items.length) throw new Error('Nothing to pick from')
    // The index is inside the list, so what is there is a T even when T allows undefined.
    return items[index] as T
  }
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return at(choices, choices.length - 1)[0]
  }
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item)
  const dateBetween = (first: string, last: string) => {
    const start = Date.parse(`${first}T00:00:00Z`)
    const days = Math.round((Date.parse(`${last}T00:00:00Z`) - start) / DAY)
    return new Date(start + int(0, Math.max(0, days)) * DAY).toISOString().slice(0, 10)
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    weighted,
    shuffle,
    dateBetween,
    fork: (label) => createRandom(hash(`${seed}/${label}`)),
  }
}
