/** What a line of a facility's day register holds. Pure. No names: consultations are counted, people are not followed. */

export const disabilityAnswers = ['yes', 'no', 'unknown'] as const
export type DisabilityAnswer = (typeof disabilityAnswers)[number]

/** The first visit for a complaint, or a later one. */
export const visitKinds = ['new', 'follow_up'] as const
export type VisitKind = (typeof visitKinds)[number]

/** The cells of a line, in the order of the paper register. */
export const columns = ['sex', 'age', 'displacement', 'disability', 'category', 'visit'] as const
export type Column = (typeof columns)[number]

/** A line as it was typed. */
export type Cells = Record<Column, string>

export const emptyCells: Cells = { sex: '', age: '', displacement: '', disability: '', category: '', visit: '' }

/** A day of one facility has a hundred lines; more than this is a file to be read. */
export const mostLines = 1000

/** The first day that the programme counted. */
export const firstDay = '2015-09-01'

/** A complaint category as it is typed and shown. `number` is its position in the list. */
export type Category = { code: string; number: number; nameEn: string; nameAr: string; nameCkb: string | null }

/** By what consultations are added up. */
export const sumDimensions = ['facility', 'sex', 'age_band', 'displacement', 'disability', 'category', 'visit'] as const
export type SumDimension = (typeof sumDimensions)[number]
