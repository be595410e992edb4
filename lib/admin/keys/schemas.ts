import * as z from 'zod/mini'
import { apiScopes } from '../../auth/api-key'
import { dateField } from '../../dates'
import { choices, line } from '../../fields'

const some = <T extends string>(list: z.ZodMiniType<T[], unknown>) =>
  z.pipe(list, z.array(z.custom<T>()).check(z.minLength(1, 'errors.choose')))

/** What another system would read, on whose behalf, until when. */
export const askKeySchema = z.object({
  name: line(80),
  recipientEn: line(120),
  recipientAr: line(120),
  scopes: some(choices(apiScopes)),
  facilities: z.pipe(
    z.pipe(
      z.optional(z.union([z.string(), z.array(z.string())])),
      z.transform((value) => [...new Set([value ?? []].flat())].filter(Boolean)),
    ),
    z.array(z.uuid('errors.choose')).check(z.minLength(1, 'errors.choose'), z.maxLength(500, 'errors.tooLong')),
  ),
  expiresOn: dateField(),
})

export const keyRefSchema = z.object({ keyId: z.uuid('errors.notFound') })
