import * as z from 'zod/mini'
import { choice } from '../fields'

/** How a colleague stands to a person in the register. */
export const kinRelations = ['self', 'household', 'relative'] as const

export const kinSchema = z.object({
  personId: z.uuid('errors.notFound'),
  userId: z.uuid('errors.choose'),
  relation: choice(kinRelations),
})

export const endKinSchema = z.object({ personId: z.uuid('errors.notFound'), kinId: z.uuid('errors.notFound') })
