import * as z from 'zod/mini'
import { toAsciiDigits } from '../../digits'
import { choice, choices, line, optionalLine, pcode } from '../../fields'
import { minutesOfDay } from '../../time-of-day'
import { healthServices } from '../domain'
import { facilityTypes, functionLevels } from './domain'

const version = z.coerce.number().check(z.int())
const facilityRef = { facilityId: z.uuid('errors.notFound'), version }

// Midnight ends a day as 24:00.
const minutes = minutesOfDay(1440)

/** A coordinate in degrees, in any digits; null for none. Issue: facilities.errors.degrees. */
const degrees = (most: number) =>
  z.pipe(
    z.optional(z.nullable(z.string().check(z.maxLength(40, 'facilities.errors.degrees')))),
    z.pipe(
      z.transform((text: string | null | undefined, context) => {
        const plain = toAsciiDigits(text ?? '')
          .replace(/[٫,]/g, '.')
          .trim()
        if (plain === '') return null
        const value = /^-?\d{1,3}(\.\d{1,12})?$/.test(plain) ? Number(plain) : Number.NaN
        if (Math.abs(value) <= most) return value
        context.issues.push({ code: 'custom', message: 'facilities.errors.degrees', input: text })
        return null
      }),
      z.nullable(z.number()),
    ),
  )

const dayList = ['0', '1', '2', '3', '4', '5', '6'] as const

const shape = z.object({
  code: line(30),
  nameEn: line(160),
  nameAr: line(160),
  type: choice(facilityTypes),
  locationPcode: pcode,
  latitude: degrees(90),
  longitude: degrees(180),
  services: choices(healthServices),
  days: choices(dayList),
  opensAt: minutes,
  closesAt: minutes,
  isAlwaysOpen: z.optional(z.literal('on')),
  functional: choice(functionLevels),
  focalName: optionalLine(120),
  focalPhone: optionalLine(40),
})
type Shape = z.infer<typeof shape>

/** What no single answer can tell; `facilitySchema` and the rows of a file ask the same. */
const whole = <T extends Shape>() =>
  z.transform((value: T, context) => {
    const wrong = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: null })
    if ((value.latitude === null) !== (value.longitude === null)) wrong('latitude', 'facilities.errors.position')
    if (value.services.length === 0) wrong('services', 'errors.choose')
    if (!value.isAlwaysOpen && value.days.length === 0) wrong('days', 'errors.choose')
    if (!value.isAlwaysOpen && value.closesAt <= value.opensAt) wrong('closesAt', 'facilities.errors.hours')
    const { isAlwaysOpen, days, ...rest } = value
    return { ...rest, isAlwaysOpen: isAlwaysOpen === 'on', days: days.map(Number) }
  })

export const addFacilitySchema = z.pipe(shape, whole<Shape>())
const editShape = z.object({ ...facilityRef, ...shape.shape })
export const editFacilitySchema = z.pipe(editShape, whole<z.infer<typeof editShape>>())
export type FacilityInput = z.infer<typeof addFacilitySchema>

export const verifyFacilitySchema = z.object({
  ...facilityRef,
  functional: choice(functionLevels),
  focalName: optionalLine(120),
  focalPhone: optionalLine(40),
})
export const facilityRefSchema = z.object(facilityRef)
