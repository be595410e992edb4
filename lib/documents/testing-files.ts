import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Tiny files made by hand, for tests: each the least that is a real file of its kind. */

const text = (value: string) => Buffer.from(value, 'latin1')
const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const le16 = (value: number) => Buffer.from([value & 255, value >> 8])
const le32 = (value: number) => u32(value).reverse()

export const pdf = text('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** A grey PNG of any claimed size; one that does not fit its data is a bomb. */
export function png(width = 8, height = 6, text?: string): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([u32(data.length), body, u32(crc32(body))])
  }
  const rows = Math.min(height, 1000)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    ...(text ? [chunk('tEXt', Buffer.from(text))] : []),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An Exif segment that says "turn by 90°" and where the picture was made: Falluja, 33.35° N. */
export function exifSegment(): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value])
  const gpsAt = 8 + 2 + 24 + 4
  const tiff = Buffer.concat([
    text('MM'),
    u16(42),
    u32(8),
    u16(2),
    entry(0x0112, 3, 1, Buffer.concat([u16(6), u16(0)])), // orientation
    entry(0x8825, 4, 1, u32(gpsAt)), // where the GPS facts lie
    u32(0),
    u16(2),
    entry(1, 2, 2, text('N\0\0\0')),
    entry(2, 5, 3, u32(gpsAt + 2 + 24 + 4)),
    u32(0),
    ...[33, 1, 35, 1, 0, 1].map(u32),
  ])
  const body = Buffer.concat([text('Exif\0\0'), tiff])
  return Buffer.concat([Buffer.from([0xff, 0xe1]), u16(body.length + 2), body])
}

/** Puts a segment right behind the start of a JPEG, as cameras do. */
export function withSegment(jpeg: Uint8Array, segment: Uint8Array): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

/** A ZIP of named texts. */
export function zip(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const facts = [
      le16(8),
      le32(0),
      le32(crc32(raw)),
      le32(packed.length),
      le32(raw.length),
      le16(name.length),
      le16(0),
    ]
    const local = Buffer.concat([text('PK\x03\x04'), le16(20), le16(0), ...facts, Buffer.from(name), packed])
    const rest = [le16(0), le16(0), le16(0), le32(0), le32(offset)]
    directory.push(
      Buffer.concat([text('PK\x01\x02'), le16(20), le16(20), le16(0), ...facts, ...rest, Buffer.from(name)]),
    )
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const count = le16(directory.length)
  const end = [text('PK\x05\x06'), le32(0), count, count, le32(list.length), le32(offset), le16(0)]
  return Buffer.concat([...locals, list, ...end])
}

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="application/vnd.${main}+xml"/></Types>`

export const docx = zip({
  '[Content_Types].xml': contentTypes('openxmlformats-officedocument.wordprocessingml.document.main'),
  'word/document.xml': '<w:document/>',
})
export const xlsx = zip({
  '[Content_Types].xml': contentTypes('openxmlformats-officedocument.spreadsheetml.sheet.main'),
  'xl/workbook.xml': '<workbook/>',
})
/** A Word document with macros, called .docx by whoever sent it. */
export const docm = zip({
  '[Content_Types].xml': contentTypes('ms-word.document.macroEnabled.main'),
  'word/document.xml': '<w:document/>',
  'word/vbaProject.bin': 'Sub AutoOpen()',
})

const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), text(type), body])
}

/** The bytes of the picture itself in `heic()`. */
export const heicPicture = text('PICTURE-PICTURE')

/** A HEIC: one coded picture, Exif and XMP beside it, and the film some phones add, each saying where it was made. */
export function heic(): Buffer {
  const exif = text('\0\0\0\0Exif GPS 33.35N')
  const xmp = text('<x:xmpmeta GPSLatitude="33,21N"/>')
  const infe = (id: number, type: string) => box('infe', u32(2 << 24), u16(id), u16(0), text(`${type}\0`))
  const build = (dataAt: number): Buffer[] => {
    const places = [heicPicture, exif, xmp].reduce<{ at: number; list: Buffer[] }>(
      ({ at, list }, data, index) => ({
        at: at + data.length,
        list: [...list, u16(index + 1), u16(0), u16(1), u32(at), u32(data.length)],
      }),
      { at: dataAt, list: [] },
    ).list
    const meta = box(
      'meta',
      u32(0),
      box('hdlr', u32(0), u32(0), text('pict'), Buffer.alloc(13)),
      box('pitm', u32(0), u16(1)),
      box('iinf', u32(0), u16(3), infe(1, 'hvc1'), infe(2, 'Exif'), infe(3, 'mime')),
      box('iloc', u32(0), u16(0x4400), u16(3), ...places),
      box('iprp', box('ipco')),
    )
    return [box('ftyp', text('heic'), u32(0), text('mif1heic')), meta]
  }
  const before = Buffer.concat(build(0)).length
  return Buffer.concat([
    ...build(before + 8),
    box('mdat', heicPicture, exif, xmp),
    box('mpvd', text('ftyp film ©xyz+33.35')),
  ])
}
