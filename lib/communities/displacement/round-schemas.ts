import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { choice, optionalChoice, optionalProse, prose, whole } from '../../fields'
import {
  confidences,
  countMethods,
  mostFamilies,
  mostIndividuals,
  origins,
  periods,
  populations,
  shelters,
} from './domain'

const version = z.coerce.number().check(z.int())
const ref = { roundId: z.uuid('errors.notFound'), version }
export const roundRefSchema = z.object(ref)

export const openRoundSchema = z.object({
  number: whole(1, 9999),
  countedOn: dateField(),
  remark: optionalProse(500),
})

export const correctRoundSchema = z.object({ ...ref, remark: prose(500, 5) })
export const sendBackSchema = z.object({ ...ref, why: prose(500, 5) })

const which = {
  roundId: z.uuid('errors.notFound'),
  locationId: z.uuid('errors.choose'),
  population: choice(populations),
}

const shape = z.object({
  ...which,
  /** Of the figure that is replaced; 0 for a new one. */
  version,
  families: whole(0, mostFamilies),
  method: choice(countMethods),
  individuals: z.optional(z.nullable(z.string().check(z.maxLength(40, 'errors.whole')))),
  confidence: optionalChoice(confidences),
  origin: optionalChoice(origins),
  period: optionalChoice(periods),
  shelter: optionalChoice(shelters),
})

const individuals = whole(0, mostIndividuals)

/** Typed figures: individuals are asked for only where they were counted. The main origin, wave and shelter stand for all families. */
export const enterCountSchema = z.pipe(
  shape,
  z.transform((input: z.infer<typeof shape>, context) => {
    const wrong = (message: string) =>
      context.issues.push({ code: 'custom', message, path: ['individuals'], input: null })
    const { individuals: typed, ...rest } = input
    if (input.method !== 'counted')
      return { ...rest, individuals: input.families * (input.method === 'camp_x5' ? 5 : 6) }
    const read = individuals.safeParse(typed ?? '')
    if (!read.success) wrong(read.error.issues[0]?.message ?? 'errors.whole')
    else if (read.data < input.families) wrong('displacement.errors.fewerIndividuals')
    else if (input.families === 0 && read.data > 0) wrong('displacement.errors.noFamilies')
    return { ...rest, individuals: read.data ?? 0 }
  }),
)
export type CountInput = z.infer<typeof enterCountSchema>

export const removeCountSchema = z.object({ ...which, version })
