import * as z from 'zod/mini'

const email = z
  .string('errors.required')
  .check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(1, 'errors.required'),
    z.maxLength(200, 'errors.tooLong'),
    z.email('errors.email'),
  )
const password = z
  .string('errors.required')
  .check(z.minLength(1, 'errors.required'), z.maxLength(1000, 'auth.password.too_long'))

export const signInSchema = z.object({ email, password, next: z.optional(z.string()) })
export const forgotSchema = z.object({ email })

const twice = { password, again: password }
const same = z.refine<{ password: string; again: string }>((value) => value.password === value.again, {
  path: ['again'],
  error: 'auth.password.not_same',
})

export const newPasswordSchema = z
  .object({ ...twice, token: z.string('errors.required').check(z.maxLength(100)) })
  .check(same)
export const changePasswordSchema = z.object({ ...twice, current: password }).check(same)
