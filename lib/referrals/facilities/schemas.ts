import * as z from 'zod/mini'
import { choice, choices, degreesField, line, optionalLine, pcode } from '../../fields'
import { minutesOfDay } from '../../time-of-day'
import { healthServices } from '../domain'
import { facilityTypes, functionLevels } from './domain'

const version = z.coerce.number().check(z.int())
const facilityRef = { facilityId: z.uuid('errors.notFound'), version }

// Midnight ends a day as 24:00.
const minutes = minutesOfDay(1440)

const degrees = (most: number) => degreesField(most, 'facilities.errors.degrees')

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
