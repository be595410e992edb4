import * as z from 'zod/mini'
import { dateField, optionalDateField } from '../../dates'
import { choice, line, optionalId, optionalProse, prose } from '../../fields'
import { severities } from '../concerns/domain'

const ref = { planId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
const facts = { startsOn: dateField(), endsOn: dateField(), situation: optionalProse(4000) }

export const writePlanSchema = z.object({ forumId: z.uuid('errors.choose'), ...facts })
export const editPlanSchema = z.object({ ...ref, ...facts })
export const adoptPlanSchema = z.object({ ...ref, adoptedOn: dateField() })

export const addMeasureSchema = z.object({
  ...ref,
  caseId: optionalId,
  priority: choice(severities),
  measure: line(300),
  responsible: line(120),
  reviewOn: dateField(),
})

const measureRef = { ...ref, measureId: z.uuid('errors.notFound') }
export const measureRefSchema = z.object(measureRef)
export const reviewMeasureSchema = z.object({ ...measureRef, finding: prose(1000, 5), againOn: optionalDateField() })
