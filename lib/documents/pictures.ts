import { Transformer } from '@napi-rs/image'
import { jpegSize, pngSize } from './picture-size'

/** Phones make 50 million pixels; a file of some hundred KB can claim a billion and would fill the memory. */
const mostPixels = 50_000_000
const quality = 85

let last: Promise<unknown> = Promise.resolve()

/** One picture at a time: decoded, one takes up to 200 MB. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work)
  last = turn.catch(() => {})
  return turn
}

/**
 * A JPEG or PNG drawn anew: turned as its camera said, and with nothing of what the camera wrote about place, time and
 * owner. Null when it is cut short, does not decode or has more than 50 million pixels.
 */
export function redraw(bytes: Uint8Array, format: 'jpeg' | 'png'): Promise<Uint8Array | null> {
  const size = format === 'jpeg' ? jpegSize(bytes) : pngSize(bytes)
  const pixels = size ? size.width * size.height : 0
  if (pixels === 0 || pixels > mostPixels) return Promise.resolve(null)
  return inTurn(async () => {
    try {
      const picture = new Transformer(bytes).rotate()
      return format === 'jpeg' ? await picture.jpeg(quality) : await picture.png()
    } catch {
      return null
    }
  })
}
