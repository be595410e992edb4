import { inflateRawSync } from 'node:zlib'

type Entry = { method: number; size: number; packed: number; offset: number }
/** The entries of a ZIP by name. */
export type Zip = { names: string[]; read(name: string, most: number): Uint8Array | null }

/** More than any document unpacks to; a bomb claims thousands of times its size. */
const mostUnpacked = 300 * 1024 * 1024
const mostEntries = 5000

/** Where the end record lies: it ends the file, apart from a comment whose length it names. */
function endRecord(data: DataView): number {
  const last = data.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (data.getUint32(at, true) === 0x06054b50 && at + 22 + data.getUint16(at + 20, true) === data.byteLength)
      return at
  }
  return -1
}

/** Reads the directory of a ZIP. Null when it is cut short, encrypted, a bomb, or otherwise not one we can vouch for. */
export function openZip(bytes: Uint8Array): Zip | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < 22 ? -1 : endRecord(data)
  if (end < 0) return null
  const count = data.getUint16(end + 10, true)
  const directory = data.getUint32(end + 16, true)
  const entries = new Map<string, Entry>()
  let unpacked = 0
  let at = directory
  for (let i = 0; i < count && i < mostEntries; i++) {
    if (at + 46 > end || data.getUint32(at, true) !== 0x02014b50) return null
    const method = data.getUint16(at + 10, true)
    const [packed, size] = [data.getUint32(at + 20, true), data.getUint32(at + 24, true)]
    const nameLength = data.getUint16(at + 28, true)
    const offset = data.getUint32(at + 42, true)
    const isEncrypted = (data.getUint16(at + 8, true) & 1) === 1
    unpacked += size
    if (isEncrypted || ![0, 8].includes(method) || unpacked > mostUnpacked) return null
    if (offset + 30 + packed > directory || data.getUint32(offset, true) !== 0x04034b50) return null
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name, { method, size, packed, offset })
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  if (entries.size !== count) return null
  return {
    names: [...entries.keys()],
    read(name, most) {
      const entry = entries.get(name)
      if (!entry || entry.size > most) return null
      const { offset } = entry
      const from = offset + 30 + data.getUint16(offset + 26, true) + data.getUint16(offset + 28, true)
      const packed = bytes.subarray(from, from + entry.packed)
      try {
        return entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most })
      } catch {
        return null
      }
    },
  }
}
