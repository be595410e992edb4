import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { choice, optionalLine, optionalProse, prose, whole } from '../../fields'
import { checkItems, defectSeverities, type Finding } from './domain'
import { ref } from './schemas'
import { countsOf } from './served'

/** What an item of the checklist can be found as; a defect is told with how bad it is. */
export const itemAnswers = ['ok', 'not_applicable', ...defectSeverities] as const
export type ItemAnswer = (typeof itemAnswers)[number]

/** An answer as the inspection keeps it. */
export const findingOf = (answer: ItemAnswer): Finding =>
  answer === 'ok' || answer === 'not_applicable' ? answer : 'defect'

const item = z.pipe(
  z.object({ item: choice(checkItems), answer: choice(itemAnswers), remark: optionalLine(300) }),
  z.transform((value: { item: (typeof checkItems)[number]; answer: ItemAnswer; remark: string }, context) => {
    if (findingOf(value.answer) === 'defect' && value.remark === '')
      context.issues.push({ code: 'custom', message: 'projects.errors.sayWhat', path: ['remark'], input: value })
    return value
  }),
)

/** A visit to the site: how far the works are, the checklist, and by when defects shall be put right. */
export const inspectionSchema = z.object({
  ...ref,
  inspectedOn: dateField(),
  progress: whole(0, 100),
  remark: optionalProse(2000),
  fixBy: dateField(),
  items: z.array(item).check(z.minLength(1, 'errors.required'), z.maxLength(checkItems.length)),
})

export const addDefectSchema = z.object({
  ...ref,
  description: prose(500, 5),
  severity: choice(defectSeverities),
  fixBy: dateField(),
})
export const fixDefectSchema = z.object({
  ...ref,
  defectId: z.uuid('errors.notFound'),
  fixedOn: dateField(),
  note: optionalProse(500),
})

const servedShape = z.object({ ...ref, counts: z.optional(z.unknown()) })
/** `counts.<sex>.<field of the band>.all` and, of these, `.disabled`. What is left empty counts as none. */
export const servedSchema = z.pipe(
  servedShape,
  z.transform(({ counts, ...rest }: z.infer<typeof servedShape>, context) => ({
    ...rest,
    counts: countsOf(counts, (path, message) => context.issues.push({ code: 'custom', message, path, input: null })),
  })),
)
