import { fileTypeFromBuffer } from 'file-type'
import { type FileProblem, mostBytes } from './domain'
import { withoutMetadata } from './heic'
import { officeKind } from './office'
import { redraw } from './pictures'

/** A file as it is kept: what it is by its content, and its bytes without what a camera wrote into them. */
export type Inspected = { mediaType: string; extension: string; bytes: Uint8Array }

const office = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A PDF that came whole ends with its end mark, give or take what some programs add behind it. */
function isWholePdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  return head === '%PDF-' && Buffer.from(bytes.subarray(-2048)).includes('%%EOF')
}

async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null
  } catch {
    return null // a file that ends in the middle of its own head
  }
}

const isZip = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04'

/**
 * Looks at what a file is by its content, whatever its name says, and takes out where a picture was made.
 * Answers with the file to keep, or with why it is not taken.
 */
export async function inspect(bytes: Uint8Array): Promise<Inspected | FileProblem> {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > mostBytes) return 'too_big'
  if (isZip(bytes)) {
    const kind = officeKind(bytes)
    return kind === 'docx' || kind === 'xlsx' ? { mediaType: office[kind], extension: kind, bytes } : kind
  }
  const keep = (mediaType: string, extension: string, kept: Uint8Array | null) =>
    kept ? { mediaType, extension, bytes: kept } : 'broken'
  switch (await mediaTypeOf(bytes)) {
    case 'application/pdf':
      return keep('application/pdf', 'pdf', isWholePdf(bytes) ? bytes : null)
    case 'image/jpeg':
      return keep('image/jpeg', 'jpg', await redraw(bytes, 'jpeg'))
    case 'image/png':
    case 'image/apng': // its first picture is kept
      return keep('image/png', 'png', await redraw(bytes, 'png'))
    case 'image/heic':
    case 'image/heif':
      return keep('image/heic', 'heic', withoutMetadata(bytes))
    default:
      return 'type'
  }
}
