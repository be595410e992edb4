import * as z from 'zod/mini'
import { cleanText, toAsciiDigits } from '../../digits'
import { degreesField, line, optionalLine, optionalPcode, pcode } from '../../fields'

const degrees = (most: number) => degreesField(most, 'displacement.errors.degrees')

/** Names, one a line. */
const aliases = z.pipe(
  z.optional(z.nullable(z.string().check(z.maxLength(4000, 'errors.tooLong')))),
  z.pipe(
    z.transform((text: string | null | undefined) => [
      ...new Set((text ?? '').split('\n').map(cleanText).filter(Boolean)),
    ]),
    z.array(z.string().check(z.maxLength(160, 'errors.tooLong'))).check(z.maxLength(20, 'errors.tooLong')),
  ),
)

/** A code, or null for none. */
const code = (most: number) =>
  z.pipe(
    optionalLine(most),
    z.transform((text: string) => toAsciiDigits(text).toUpperCase() || null),
  )

const shape = z.object({
  nameEn: line(160),
  nameAr: line(160),
  dtmNameEn: optionalLine(160),
  dtmNameAr: optionalLine(160),
  aliases,
  placeId: code(40),
  dtmLocationId: code(40),
  pcode: code(40),
  /** A district or one of its sub-districts. */
  areaPcode: pcode,
  communityPcode: optionalPcode,
  latitude: degrees(90),
  longitude: degrees(180),
  isCamp: z.optional(z.literal('on')),
})
type Shape = z.infer<typeof shape>

const complete = <T extends Shape>() =>
  z.transform(({ isCamp, ...value }: T, context) => {
    if ((value.latitude === null) !== (value.longitude === null))
      context.issues.push({ code: 'custom', message: 'displacement.errors.position', path: ['latitude'], input: null })
    return { ...value, isCamp: isCamp === 'on' }
  })

/** `importId` and `position`: the row of a list that asked for this location. */
const row = {
  importId: z.optional(z.uuid('errors.notFound')),
  position: z.optional(z.coerce.number().check(z.int())),
}
const addShape = z.object({ ...shape.shape, ...row })
export const addPlaceSchema = z.pipe(addShape, complete<z.infer<typeof addShape>>())

const ref = { locationId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
const editShape = z.object({ ...ref, ...shape.shape })
export const editPlaceSchema = z.pipe(editShape, complete<z.infer<typeof editShape>>())
export type PlaceInput = Omit<z.infer<typeof editPlaceSchema>, 'locationId' | 'version'>

export const placeRefSchema = z.object(ref)
