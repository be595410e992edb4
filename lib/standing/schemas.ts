import * as z from 'zod/mini'
import { dateField } from '../dates'
import { choice, prose } from '../fields'

/** The rights that someone away may leave to a colleague. */
export const delegable = ['grants.decide_first', 'grants.decide_second'] as const

export const standInSchema = z.object({
  toUserId: z.uuid('errors.choose'),
  permission: choice(delegable),
  fromOn: dateField(),
  toOn: dateField(),
  reason: prose(500, 3),
})

export const endStandInSchema = z.object({ delegationId: z.uuid('errors.notFound') })
