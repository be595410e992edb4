import { jpegSize, pngSize } from '@/lib/documents/picture-size'
import { body, colors, heightOf, type Press } from './press'

/** How large a picture may be drawn, in points, and what stands under it. */
export type PictureOptions = { caption?: string; width?: number; height?: number }

/** Draws a JPEG or PNG at the start of the line, whole and never larger than asked. False when it cannot be read. */
export function drawPicture(press: Press, bytes: Buffer, options: PictureOptions): boolean {
  const { caption, width = press.width, height = press.height * 0.45 } = options
  const size = bytes.length < 16 ? null : bytes[0] === 0x89 ? pngSize(bytes) : jpegSize(bytes)
  if (!size || size.width === 0 || size.height === 0) return false
  const [most, tallest] = [Math.min(width, press.width), Math.min(height, press.height - 60)]
  const scale = Math.min(most / size.width, tallest / size.height, 1)
  const [wide, high] = [size.width * scale, size.height * scale]
  const style = { ...body, size: 8.5, color: colors.muted }
  const lines = caption ? press.ink.lines(caption, press.width, style, press.direction) : []
  press.makeRoom(high + heightOf(lines.length, style) + 4)
  try {
    press.doc.image(bytes, press.leftOf(0, wide), press.y, { width: wide, height: high })
  } catch {
    return false
  }
  press.y += high + 4
  press.y += press.put(lines, { offset: 0, width: press.width, y: press.y }, style) + 8
  return true
}
