import * as z from 'zod/mini'
import { toAsciiDigits } from './digits'

/** `480` is 08:00. */
export const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A time of day as typed, `14:30`, `9` or `٩.٠٠`, as minutes from midnight; at most `until`. Issue: errors.time. */
export const minutesOfDay = (until: number) =>
  z.pipe(
    z.optional(z.string().check(z.maxLength(20, 'errors.time'))),
    z.pipe(
      z.transform((text: string | undefined, context) => {
        const parts = /^(\d{1,2})(?:[:.]([0-5]\d))?$/.exec(toAsciiDigits(text ?? '').trim())
        const minutes = Number(parts?.[1]) * 60 + Number(parts?.[2] ?? 0)
        if (parts && minutes <= until) return minutes
        context.issues.push({ code: 'custom', message: 'errors.time', input: text })
        return 0
      }),
      z.number(),
    ),
  )

/** A time of day as typed, `14:30` or `٩.٠٠`, as `HH:MM`. Issue: errors.time. */
export const timeOfDay = z.pipe(minutesOfDay(1439), z.pipe(z.transform(clockOf), z.string()))

/** A day and a time of it in Iraq, which keeps no summer time: three hours ahead all year. */
export const momentAt = (on: string, at: string) => new Date(`${on}T${at}:00+03:00`)
