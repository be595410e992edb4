import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { choice, line, optionalProse, prose, whole } from '../../fields'
import { displacementStatuses } from '../../people/domain'
import { timeOfDay } from '../../time-of-day'
import { constituencies } from '../domain'
import { attendanceBands, fieldOf, type HeadCount, headsIn, mostAtOnce, repeats } from './domain'

const ref = { sessionId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
export const sessionRefSchema = z.object(ref)

const when = { on: dateField(), at: timeOfDay, venue: line(160), minutesLong: whole(15, 600) }
export const planSessionsSchema = z.object({
  forumId: z.uuid('errors.choose'),
  ...when,
  repeat: choice(repeats),
  times: z._default(whole(1, mostAtOnce), 1),
})
export const editSessionSchema = z.object({ ...ref, ...when })
export const whySchema = z.object({ ...ref, remark: prose(500, 5) })

const ids = z.pipe(
  z.optional(z.union([z.string(), z.array(z.string()).check(z.maxLength(200, 'errors.tooLong'))])),
  z.pipe(
    z.transform((value: string | string[] | undefined) => [...new Set([value ?? []].flat())].filter(Boolean)),
    z.array(z.uuid('errors.choose')),
  ),
)
/** One matter a line. */
const matters = z.pipe(
  optionalProse(4000),
  z.pipe(
    z.transform((text: string) =>
      text
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
    z.array(z.string().check(z.maxLength(200, 'errors.tooLong'))).check(z.maxLength(30, 'errors.tooLong')),
  ),
)
export const agendaSchema = z.object({ ...ref, concerns: ids, actions: ids, matters })
export const inviteSchema = z.object({ ...ref, members: ids })
export const inviteGuestSchema = z.object({ ...ref, guest: line(120), constituency: choice(constituencies) })

const cell = z.object({ all: z.optional(z.unknown()), disabled: z.optional(z.unknown()) })
const heads = whole(0, 10_000)

/**
 * The sheet of the day: `counts.<displacement>.<sex>.<fieldOf band>.all` and, of these, `.disabled`. What is left empty counts as none. What does
 * not add up is said at the cell, or at the number of people in the room.
 */
const attendanceShape = z.object({
  ...ref,
  heldOn: dateField(),
  attended: heads,
  counts: z.optional(z.unknown()),
  came: ids,
})

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

function numberOf(value: unknown): number | null {
  if (value === undefined || value === null || String(value).trim() === '') return 0
  const parsed = heads.safeParse(typeof value === 'number' ? value : String(value))
  return parsed.success ? parsed.data : null
}

export const attendanceSchema = z.pipe(
  attendanceShape,
  z.transform(({ counts, ...rest }: z.infer<typeof attendanceShape>, context) => {
    const found: HeadCount[] = []
    const wrong = (path: string[], message: string) =>
      context.issues.push({ code: 'custom', message, path, input: null })
    for (const displacement of displacementStatuses) {
      for (const sex of ['female', 'male'] as const) {
        for (const ageBand of attendanceBands) {
          const at = cell.safeParse(inside(inside(inside(counts, displacement), sex), fieldOf(ageBand)) ?? {})
          const path = ['counts', displacement, sex, fieldOf(ageBand)]
          const all = at.success ? numberOf(at.data.all) : null
          const disabled = at.success ? numberOf(at.data.disabled) : null
          if (all === null || disabled === null) {
            wrong([...path, all === null ? 'all' : 'disabled'], 'errors.whole')
            continue
          }
          if (disabled > all) wrong([...path, 'disabled'], 'forums.errors.moreDisabled')
          const kind = { sex, ageBand, displacement }
          if (disabled > 0) found.push({ ...kind, hasDisability: true, count: disabled })
          if (all - disabled > 0) found.push({ ...kind, hasDisability: false, count: all - disabled })
        }
      }
    }
    if (headsIn(found) !== rest.attended && context.issues.length === 0) wrong(['attended'], 'forums.errors.sum')
    return { ...rest, counts: found }
  }),
)

export const minutesSchema = z.object({ ...ref, minutes: prose(20_000, 10) })
export const shareSchema = z.object({ ...ref, sharedWith: line(200) })
