import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { choice, line, optionalProse, pcode, prose, whole } from '../../fields'
import { rankings } from './domain'

const ref = { planId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
export const planRefSchema = z.object(ref)

const facts = {
  titleAr: line(160),
  titleEn: line(160),
  locationPcode: pcode,
  startsOn: dateField(),
  endsOn: dateField(),
  partners: optionalProse(1000),
  ranking: choice(rankings),
}

/** A plan ends after it begins. */
const inOrder = <T extends { startsOn: string; endsOn: string }>() =>
  z.transform((value: T, context) => {
    if (value.startsOn && value.endsOn && value.endsOn <= value.startsOn)
      context.issues.push({ code: 'custom', message: 'communities.errors.endsBefore', path: ['endsOn'], input: value })
    return value
  })

const newShape = z.object({ ...facts, teamId: z.uuid('errors.choose') })
export const draftPlanSchema = z.pipe(newShape, inOrder<z.infer<typeof newShape>>())
const editShape = z.object({ ...ref, ...facts })
export const editPlanSchema = z.pipe(editShape, inOrder<z.infer<typeof editShape>>())

export const validatePlanSchema = z.object({ ...ref, validatedOn: dateField(), validatedBy: prose(500, 5) })
export const endorsePlanSchema = z.object({
  ...ref,
  endorsedBy: line(160),
  endorsedOn: dateField(),
  endorsementId: z.uuid('errors.choose'),
})
export const reviewPlanSchema = z.object({ ...ref, reviewedOn: dateField(), review: prose(4000, 10) })

/** The order of the needs: `ranks.0.needId`, `ranks.0.rank`. */
export const rankNeedsSchema = z.object({
  ...ref,
  ranks: z.array(z.object({ needId: z.uuid('errors.notFound'), rank: whole(1, 500) })).check(z.maxLength(200)),
})
