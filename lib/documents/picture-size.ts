/** Width and height in pixels, read from the head of a picture that is whole; null when it is cut short or no picture. */
export type PictureSize = { width: number; height: number }

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Walks the chunks of a PNG up to its end mark. */
export function pngSize(bytes: Uint8Array): PictureSize | null {
  const data = view(bytes)
  let size: PictureSize | null = null
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = data.getUint32(at)
    const type = data.getUint32(at + 4)
    if (at + 12 + length > bytes.length) return null
    if (type === 0x49484452 /* IHDR */ && length === 13)
      size = { width: data.getUint32(at + 8), height: data.getUint32(at + 12) }
    if (type === 0x49454e44 /* IEND */) return size
    at += 12 + length
  }
  return null
}

/** Where the coded data that begins at `at` ends: at the next marker that is no restart and no stuffed 0xFF. */
function afterScan(bytes: Uint8Array, at: number): number {
  for (let i = at; i + 1 < bytes.length; i++) {
    const next = bytes[i + 1] ?? 0
    if (bytes[i] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return i
  }
  return bytes.length
}

/** Walks the segments of a JPEG up to its end mark: the decoder itself fills in what a cut file lacks, in grey. */
export function jpegSize(bytes: Uint8Array): PictureSize | null {
  const data = view(bytes)
  let size: PictureSize | null = null
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === 0xd9; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return size
    const length = data.getUint16(at + 2)
    // SOF0 to SOF15, apart from the three markers of that range that are none.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && at + 9 <= bytes.length) size = { height: data.getUint16(at + 5), width: data.getUint16(at + 7) }
    at = marker === 0xda ? afterScan(bytes, at + 2 + length) : at + 2 + length
  }
  return null
}
