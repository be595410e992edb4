import { type Box, boxesIn, Cursor } from './boxes'

/** Kinds of items that make up the picture; Exif, XMP and everything unknown is none of them. */
const pictureItems = new Set(['hvc1', 'grid', 'iden', 'iovl', 'tmap'])

type Extent = { item: number; inside: boolean; offset: number; length: number }

/** The kind of each item, from the `iinf` box. */
function readItems(bytes: Uint8Array, box: Box): Map<number, string> {
  const head = new Cursor(bytes, box.body, box.end)
  const version = head.uint(4) >>> 24
  head.uint(version === 0 ? 2 : 4)
  const items = new Map<number, string>()
  for (const entry of boxesIn(bytes, head.at, box.end)) {
    const cursor = new Cursor(bytes, entry.body, entry.end)
    const entryVersion = cursor.uint(4) >>> 24
    if (entry.type !== 'infe' || entryVersion < 2) throw new RangeError('an item without a type')
    const id = cursor.uint(entryVersion === 2 ? 2 : 4)
    cursor.uint(2)
    items.set(id, cursor.type())
  }
  return items
}

/** Where the bytes of each item lie, from the `iloc` box: in the file, or `inside` the `idat` box. */
function readExtents(bytes: Uint8Array, box: Box): Extent[] {
  const cursor = new Cursor(bytes, box.body, box.end)
  const version = cursor.uint(4) >>> 24
  if (version > 2) throw new RangeError('an unknown list of places')
  const sizes = cursor.uint(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  const count = cursor.uint(version < 2 ? 2 : 4)
  const extents: Extent[] = []
  for (let i = 0; i < count; i++) {
    const item = cursor.uint(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : cursor.uint(2) & 15
    if (method > 1 || cursor.uint(2) !== 0) throw new RangeError('an item that lies elsewhere')
    const base = cursor.uint(baseSize)
    for (let left = cursor.uint(2); left > 0; left--) {
      cursor.uint(indexSize)
      const offset = base + cursor.uint(offsetSize)
      extents.push({ item, inside: method === 1, offset, length: cursor.uint(lengthSize) })
    }
  }
  return extents
}

/** Fills everything of a box that no kept part covers with zeros. */
function wipe(bytes: Uint8Array, box: Box, kept: readonly { from: number; to: number }[]): void {
  let at = box.body
  for (const part of [...kept].sort((a, b) => a.from - b.from)) {
    if (part.to <= box.body || part.from >= box.end) continue
    bytes.fill(0, at, Math.max(at, part.from))
    at = Math.max(at, part.to)
  }
  if (at < box.end) bytes.fill(0, at, box.end)
}

/**
 * A HEIC picture without what the camera wrote about place, time and owner: only bytes that the picture itself points to
 * survive, all else (Exif, XMP, a film of the moment) becomes zeros in its place, so that no offset changes.
 * Null when the file is cut short or built in a way that this cannot vouch for.
 */
export function withoutMetadata(given: Uint8Array): Uint8Array | null {
  const bytes = new Uint8Array(given)
  try {
    const top = boxesIn(bytes, 0, bytes.length)
    const metas = top.filter((box) => box.type === 'meta')
    const meta = metas[0]
    if (!meta || metas.length > 1) return null
    const parts = boxesIn(bytes, meta.body + 4, meta.end)
    const part = (type: string) => parts.find((box) => box.type === type)
    const [iinf, iloc, idat] = [part('iinf'), part('iloc'), part('idat')]
    if (!iinf || !iloc || !part('pitm')) return null
    const items = readItems(bytes, iinf)
    const extents = readExtents(bytes, iloc).filter(({ item }) => pictureItems.has(items.get(item) ?? ''))
    const kept = extents.map(({ inside, offset, length }) => {
      const from = inside ? (idat?.body ?? Number.NaN) + offset : offset
      return { from, to: from + length }
    })
    const homes = top.filter((box) => box.type === 'mdat').concat(idat ?? [])
    const isHome = ({ from, to }: { from: number; to: number }) =>
      to > from && homes.some((box) => from >= box.body && to <= box.end)
    if (kept.length === 0 || !kept.every(isHome)) return null
    for (const home of homes) wipe(bytes, home, kept)
    for (const box of top.concat(parts)) {
      if (!known.has(box.type)) {
        wipe(bytes, box, [])
        bytes.set(new TextEncoder().encode('free'), box.start + 4)
      }
    }
    return bytes
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Boxes that a still picture needs; any other is emptied. */
const known = new Set(['ftyp', 'meta', 'mdat', 'hdlr', 'dinf', 'pitm', 'iinf', 'iloc', 'iref', 'iprp', 'idat', 'grpl'])
