import * as z from 'zod/mini'
import { toAsciiDigits } from '../digits'
import { line, optionalLine, prose, whole } from '../fields'
import type { Currency } from '../format'
import { parseMoney } from '../money'
import { caseRefSchema, currency, inMinor, mostMinor } from './schemas'

/** The most that a plan holds; its form offers no more either. */
export const mostLines = 40
export const mostMilestones = 6

type Issues = z.core.$RefinementCtx['issues']

const text = z.optional(z.string())
const lineShape = z.object({
  item: optionalLine(200),
  quantity: text,
  unitPrice: text,
  supplier: optionalLine(200),
  quote: optionalLine(120),
})
const monthShape = z.object({ income: text, cost: text })
const milestoneShape = z.object({ title: optionalLine(200), evidence: optionalLine(400), dueMonth: text })

const planShape = z.extend(caseRefSchema, {
  currency,
  description: prose(4000, 10),
  market: optionalLine(2000),
  ownContribution: line(40),
  expectedMonthlyProfit: line(40),
  jobsNowWomenFull: whole(0, 500),
  jobsNowWomenPart: whole(0, 500),
  jobsNowMenFull: whole(0, 500),
  jobsNowMenPart: whole(0, 500),
  jobsPlannedWomenFull: whole(0, 500),
  jobsPlannedWomenPart: whole(0, 500),
  jobsPlannedMenFull: whole(0, 500),
  jobsPlannedMenPart: whole(0, 500),
  lines: z.array(lineShape).check(z.maxLength(mostLines, 'plan.errors.tooManyLines')),
  months: z._default(z.array(monthShape).check(z.maxLength(12, 'errors.unreadable')), []),
  milestones: z._default(
    z.array(milestoneShape).check(z.maxLength(mostMilestones, 'plan.errors.tooManyMilestones')),
    [],
  ),
})
type Shape = z.infer<typeof planShape>

/** Points at one cell of a table of the form. */
const pointer = (issues: Issues, table: string, index: number) => (field: string, message: string) =>
  issues.push({ code: 'custom', message, path: [table, index, field], input: undefined })

function readLines(lines: Shape['lines'], money: Currency, issues: Issues) {
  return lines.flatMap((row, index) => {
    const quantity = toAsciiDigits(row.quantity ?? '').trim()
    if (!row.item && !quantity && !row.unitPrice?.trim()) return []
    const at = pointer(issues, 'lines', index)
    if (!row.item) at('item', 'errors.required')
    if (!/^[1-9]\d{0,5}$/.test(quantity)) at('quantity', 'errors.positive')
    const unitPriceMinor = parseMoney(row.unitPrice ?? '', money)
    if (!unitPriceMinor || unitPriceMinor > mostMinor) at('unitPrice', 'errors.money')
    const { item, supplier, quote } = row
    return [{ item, quantity: Number(quantity), unitPriceMinor: unitPriceMinor ?? 0, supplier, quote }]
  })
}

/** A month counts once anything stands in it; the amount left empty beside it is nothing. */
function readMonths(months: Shape['months'], money: Currency, issues: Issues) {
  return months.flatMap(({ income = '', cost = '' }, index) => {
    if (!income.trim() && !cost.trim()) return []
    const at = pointer(issues, 'months', index)
    const read = (field: string, typed: string) => {
      const minor = typed.trim() ? parseMoney(typed, money) : 0
      if (minor === null || minor > mostMinor) at(field, 'errors.money')
      return minor ?? 0
    }
    return [{ month: index + 1, incomeMinor: read('income', income), costMinor: read('cost', cost) }]
  })
}

/** In the order in which they are reached: each no earlier than the one before. */
function readMilestones(milestones: Shape['milestones'], issues: Issues) {
  let earlier = 0
  return milestones.flatMap(({ title, evidence, dueMonth = '' }, index) => {
    const due = toAsciiDigits(dueMonth).trim()
    if (!title && !evidence && !due) return []
    const at = pointer(issues, 'milestones', index)
    if (!title) at('title', 'errors.required')
    if (!evidence) at('evidence', 'errors.required')
    const month = /^\d{1,2}$/.test(due) ? Number(due) : Number.NaN
    if (!(month <= 36)) at('dueMonth', 'plan.errors.dueMonth')
    else if (month < earlier) at('dueMonth', 'plan.errors.earlierThanBefore')
    else earlier = month
    return [{ title, evidence, dueMonth: month }]
  })
}

/** A plan with its tables; empty rows are left out, half-filled ones are pointed at. What is still missing may come later. */
export const planSchema = z.pipe(
  planShape,
  z.transform((value, { issues }) => {
    const { lines, months, milestones, ownContribution: _own, expectedMonthlyProfit: _profit, ...rest } = value
    const read = readLines(lines, value.currency, issues)
    if (read.length === 0)
      issues.push({ code: 'custom', message: 'plan.errors.noLines', path: ['lines'], input: lines })
    return {
      ...rest,
      lines: read,
      months: readMonths(months, value.currency, issues),
      milestones: readMilestones(milestones, issues),
      ownContributionMinor: inMinor(value, 'ownContribution', 0, issues),
      expectedMonthlyProfitMinor: inMinor(value, 'expectedMonthlyProfit', 0, issues),
    }
  }),
)
