import { Transformer } from '@napi-rs/image'
import { beforeAll, describe, expect, it } from 'vitest'
import { mostBytes } from './domain'
import { type Inspected, inspect } from './inspect'
import { docm, docx, exifSegment, heic, heicPicture, pdf, png, withSegment, xlsx, zip } from './testing-files'

let jpeg: Buffer
beforeAll(async () => {
  // 16 wide, 8 high: what is turned shows it.
  jpeg = await Transformer.fromRgbaPixels(new Uint8Array(16 * 8 * 4).fill(120), 16, 8).jpeg(85)
})

async function kept(bytes: Uint8Array): Promise<Inspected> {
  const found = await inspect(bytes)
  if (typeof found === 'string') throw new Error(`not taken: ${found}`)
  return found
}

describe('what is taken', () => {
  it('is told by its content', async () => {
    const made: [Uint8Array, string][] = [
      [pdf, 'pdf'],
      [jpeg, 'jpg'],
      [png(), 'png'],
      [heic(), 'heic'],
      [docx, 'docx'],
      [xlsx, 'xlsx'],
    ]
    for (const [bytes, extension] of made) expect((await kept(bytes)).extension).toBe(extension)
  })

  it('has at most 10 MB, and something in it', async () => {
    const atMost = Buffer.concat([
      Buffer.alloc(0),
      pdf,
      Buffer.alloc(mostBytes - pdf.length - 6, ' '),
      Buffer.from('%%EOF\n'),
    ])
    expect(atMost.length).toBe(mostBytes)
    expect((await kept(atMost)).extension).toBe('pdf')
    expect(await inspect(Buffer.concat([atMost, Buffer.from(' ')]))).toBe('too_big')
    expect(await inspect(new Uint8Array())).toBe('empty')
  })
})

describe('what is not taken', () => {
  it('is everything else, whatever it is called', async () => {
    const others = [
      Buffer.from('<html><script>alert(1)</script></html>'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      Buffer.from('MZ\x90\x00 a program called photo.jpg'),
      Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'),
      Buffer.from('plain text'),
      Buffer.from('\n%PDF-1.4 %%EOF'),
      zip({ 'a.txt': 'a ZIP of anything, called .docx' }),
      zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'says it is Word, but not how' }),
    ]
    for (const bytes of others) expect(await inspect(bytes)).toBe('type')
  })

  it('is a document with macros', async () => {
    expect(await inspect(docm)).toBe('type')
  })

  it('is a file that is cut short', async () => {
    for (const whole of [pdf, jpeg, png(64, 64), heic(), docx, xlsx]) {
      for (const share of [0.5, 0.9]) {
        expect(await inspect(whole.subarray(0, Math.floor(whole.length * share)))).toMatch(/broken|type/)
      }
    }
    expect(await inspect(jpeg.subarray(0, -2))).toBe('broken')
    expect(await inspect(png().subarray(0, -12))).toBe('broken')
    expect(await inspect(docx.subarray(0, -1))).toBe('broken')
  })

  it('is a picture that would fill the memory', async () => {
    const before = process.memoryUsage().rss
    expect(await inspect(png(30_000, 30_000))).toBe('broken')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('is an archive that claims to unpack to more than any document', async () => {
    const bomb = zip({ '[Content_Types].xml': 'x', 'word/document.xml': 'y' })
    const claimed = Buffer.from(bomb)
    // The unpacked size in the last entry of the directory.
    claimed.writeUInt32LE(0xf0000000, claimed.lastIndexOf('PK\x01\x02', claimed.length - 22, 'latin1') + 24)
    expect(await inspect(claimed)).toBe('broken')
  })
})

describe('a picture', () => {
  it('loses where it was made, and stands upright', async () => {
    const taken = withSegment(jpeg, exifSegment())
    const before = await new Transformer(taken).metadata(true)
    expect(before.orientation).toBe(6)
    const { bytes } = await kept(taken)
    expect(Buffer.from(bytes).includes('Exif')).toBe(false)
    const after = await new Transformer(bytes).metadata(true)
    expect({ width: after.width, height: after.height, exif: after.exif ?? {} }).toEqual({
      width: 8,
      height: 16,
      exif: {},
    })
  })

  it('loses what else was written into it', async () => {
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 16]), Buffer.from('33.35N 43.78E ')])
    expect(Buffer.from((await kept(withSegment(jpeg, comment))).bytes).includes('33.35N')).toBe(false)
    expect(Buffer.from((await kept(png(8, 6, 'Location\x0033.35N'))).bytes).includes('33.35N')).toBe(false)
    const trailer = Buffer.concat([jpeg, Buffer.from('a film with 33.35N behind the picture')])
    expect(Buffer.from((await kept(trailer)).bytes).includes('33.35N')).toBe(false)
  })

  it('of a phone that writes HEIC keeps its own bytes, in their place, and nothing else', async () => {
    const before = heic()
    const after = Buffer.from((await kept(before)).bytes)
    expect(after.length).toBe(before.length)
    expect(after.indexOf(heicPicture)).toBe(before.indexOf(heicPicture))
    for (const word of ['33.35', 'GPS', 'xmpmeta', 'mpvd', 'film']) expect(after.includes(word)).toBe(false)
    expect(before.includes('33.35')).toBe(true)
  })

  it('in HEIC whose parts point outside of it is not taken', async () => {
    const astray = heic()
    const at = astray.indexOf('iloc') + 4 + 4 + 2 + 2 + 2 + 2 + 2
    astray.writeUInt32BE(0x7fffffff, at)
    expect(await inspect(astray)).toBe('broken')
  })
})
