import * as z from 'zod/mini'
import { toAsciiDigits } from '../../digits'
import { choice, line, optionalLine, optionalProse, optionalWhole, prose } from '../../fields'
import { needSectors } from '../domain'
import { leastPoints, mostPoints } from './score'

const ref = { needId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }
export const needRefSchema = z.object(ref)

const points = optionalWhole(leastPoints, mostPoints, 'communities.errors.points')

/** Heads, in any digits, or null when nobody knows. */
const heads = z.pipe(
  optionalLine(12),
  z.pipe(
    z.transform((typed: string, context) => {
      const text = toAsciiDigits(typed)
      if (text === '') return null
      const number = /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN
      if (number <= 10_000_000) return number
      context.issues.push({ code: 'custom', message: 'errors.whole', input: text })
      return null
    }),
    z.nullable(z.number()),
  ),
)

const facts = {
  sector: choice(needSectors),
  titleAr: line(160),
  titleEn: optionalLine(160),
  description: optionalProse(2000),
  peopleAffected: heads,
  severity: points,
  people: points,
  urgency: points,
  feasibility: points,
}
export const addNeedSchema = z.object({ planId: z.uuid('errors.notFound'), ...facts })
export const editNeedSchema = z.object({ ...ref, ...facts })
export const outcomeSchema = z.object({ ...ref, outcome: prose(2000, 5) })
export const reopenNeedSchema = z.object({ ...ref, reason: prose(1000, 5) })

/** What a need answers, as the form offers it: `concern:<id>` or `action:<id>`. */
export const linkNeedSchema = z.object({
  needId: z.uuid('errors.notFound'),
  answers: z.pipe(
    z.string('errors.choose').check(z.regex(/^(concern|action):[0-9a-f-]{36}$/, 'errors.choose')),
    z.transform((text: string) => {
      const [kind = '', id = ''] = text.split(':')
      return kind === 'concern' ? { caseId: id, actionId: null } : { caseId: null, actionId: id }
    }),
  ),
})
export const unlinkNeedSchema = z.object({ linkId: z.uuid('errors.notFound') })
