/**
 * The text of a CSV, by its content: UTF-16 by its mark or its zero bytes, UTF-8 when it is that, otherwise Windows-1256,
 * in which Excel in Arabic saves "CSV". Null when it holds zero bytes without being UTF-16: no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = bytes.subarray(0, 2000)
  if (head.includes(0)) return decodeUnmarked(head, bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1256').decode(bytes)
  }
}

/** UTF-16 without its mark: separators and line ends have a zero byte, on one side only. */
function decodeUnmarked(head: Uint8Array, bytes: Uint8Array): string | null {
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even > 0 && odd > 0) return null
  return new TextDecoder(odd > 0 ? 'utf-16le' : 'utf-16be').decode(bytes)
}
