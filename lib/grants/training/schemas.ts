import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { toAsciiDigits } from '../../digits'
import { line, pcode, prose, whole } from '../../fields'
import { caseRefSchema } from '../schemas'
import { marks } from './hours'

export const waiverSchema = z.extend(caseRefSchema, { reason: prose(1000, 10) })

/** Sent with every form about an existing course: which one, and as it was read. */
export const courseRefSchema = z.object({
  courseId: z.uuid('errors.notFound'),
  version: z.coerce.number().check(z.int()),
})

const courseShape = {
  titleAr: line(120),
  titleEn: line(120),
  trainer: line(120),
  venue: line(200),
  locationPcode: pcode,
  startsOn: dateField(),
  endsOn: dateField(),
  seats: whole(1, 200),
}

const endsAfterStart = z.refine<{ startsOn: string; endsOn: string }>(
  (course) => !course.startsOn || !course.endsOn || course.endsOn >= course.startsOn,
  { path: ['endsOn'], error: 'training.errors.endBeforeStart' },
)

export const createCourseSchema = z.object({ teamId: z.uuid('errors.choose'), ...courseShape }).check(endsAfterStart)
export const editCourseSchema = z.extend(courseRefSchema, courseShape).check(endsAfterStart)

/** Hours with quarters, such as `2.5` or `٢٫٥`, as minutes. */
const hours = z.pipe(
  z.string('errors.required').check(z.maxLength(20, 'training.errors.hours')),
  z.pipe(
    z.transform((text: string, context) => {
      const plain = toAsciiDigits(text).trim().replace(/[٫,]/, '.')
      const minutes = /^\d{1,2}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 60) : Number.NaN
      if (minutes >= 15 && minutes <= 720) return minutes
      context.issues.push({
        code: 'custom',
        message: plain === '' ? 'errors.required' : 'training.errors.hours',
        input: text,
      })
      return 0
    }),
    z.number(),
  ),
)

export const addSessionSchema = z.object({
  courseId: z.uuid('errors.notFound'),
  heldOn: dateField(),
  topic: line(200),
  hours,
})
export const sessionRefSchema = z.object({ sessionId: z.uuid('errors.notFound') })

/** One ticked box arrives as a text, more as a list. */
export const idList = (most: number, message: string, least = 1) =>
  z.pipe(
    z.pipe(
      z.optional(z.union([z.string(), z.array(z.string()).check(z.maxLength(most, 'errors.tooLong'))])),
      z.transform((value) => [...new Set(typeof value === 'string' ? [value] : (value ?? []))].filter(Boolean)),
    ),
    z.array(z.uuid('errors.choose')).check(z.minLength(least, message)),
  )

export const enrolSchema = z.object({
  courseId: z.uuid('errors.notFound'),
  caseIds: idList(200, 'training.errors.nobodyTicked'),
})
export const leaveSchema = z.object({ enrolmentId: z.uuid('errors.notFound') })

/** The sheet of one session: enrolment → mark; who has no mark yet is left out. */
export const attendanceSchema = z.object({
  sessionId: z.uuid('errors.notFound'),
  marks: z.pipe(
    z.optional(z.record(z.uuid('errors.unreadable'), z.enum(marks, 'errors.choose'))),
    z.transform((given) => given ?? {}),
  ),
})
