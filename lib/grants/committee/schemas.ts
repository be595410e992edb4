import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { choice, line, optionalId, optionalLine, prose, whole } from '../../fields'
import { caseRefSchema } from '../schemas'
import { idList } from '../training/schemas'
import { outcomes } from './score'

export const conveneSchema = z.object({
  teamId: z.uuid('errors.choose'),
  heldOn: dateField(),
  venue: line(200),
  memberIds: idList(30, 'committee.errors.threeMembers').check(z.minLength(3, 'committee.errors.threeMembers')),
  chairId: z.uuid('errors.choose'),
  caseIds: idList(200, 'committee.errors.noApplications', 0),
})

export const meetingRefSchema = z.object({
  meetingId: z.uuid('errors.notFound'),
  version: z.coerce.number().check(z.int()),
})
export const addItemsSchema = z.extend(meetingRefSchema, { caseIds: idList(200, 'committee.errors.noApplications') })

const itemId = z.uuid('errors.notFound')

/** A conflict of interest needs its reason. */
export const declareSchema = z.object({ itemId, conflict: choice(['yes', 'no']), reason: optionalLine(500) }).check(
  z.refine((given) => given.conflict === 'no' || given.reason.length >= 5, {
    path: ['reason'],
    error: 'committee.errors.conflictReason',
  }),
)

export const scoreSchema = z.object({
  itemId,
  viability: whole(0, 5),
  experience: whole(0, 5),
  jobs: whole(0, 5),
  risk: whole(0, 5),
  socialValue: whole(0, 5),
  remark: optionalLine(1000),
})

/** Recommending names the line that pays; putting on the waiting list names the line that is waited for. */
export const outcomeSchema = z
  .extend(caseRefSchema, { itemId, outcome: choice(outcomes), reason: prose(1000, 5), budgetLineId: optionalId })
  .check(
    z.refine((given) => !['recommended', 'waitlisted'].includes(given.outcome) || given.budgetLineId !== null, {
      path: ['budgetLineId'],
      error: 'errors.choose',
    }),
  )

export const chooseLineSchema = z.extend(caseRefSchema, { budgetLineId: z.uuid('errors.choose') })
