import * as z from 'zod/mini'
import { dateField } from '../../dates'
import { optionalId } from '../../fields'
import { type Category, type Cells, columns, emptyCells, mostLines } from './domain'
import { cellsOfText, isEmpty, readLine } from './lines'

/** A thousand lines of the longest answers; more is no register. */
const longest = 200_000

const shape = z.object({
  facilityId: z.uuid('errors.choose'),
  heldOn: dateField(),
  /** The register that this one takes the place of. */
  replaces: optionalId,
  /** The lines as the grid sends them: one field, however many they are. */
  table: z.optional(z.string().check(z.maxLength(longest, 'consultations.errors.tooMany'))),
  /** The lines as a form without scripts sends them. */
  rows: z.optional(z.array(z.optional(z.record(z.string(), z.optional(z.string().check(z.maxLength(200))))))),
})
type Shape = z.infer<typeof shape>

const cellsOfRow = (row: Record<string, string | undefined> | undefined): Cells => {
  const cells = { ...emptyCells }
  for (const column of columns) cells[column] = (row?.[column] ?? '').trim()
  return cells
}

/** The register of a day, its lines still as they were typed: what they mean depends on the categories of that day. */
export const registerSchema = z.pipe(
  shape,
  z.transform(({ table, rows, ...rest }: Shape, context) => {
    const lines = table === undefined ? (rows ?? []).map(cellsOfRow) : cellsOfText(table)
    const filled = lines.filter((cells) => !isEmpty(cells)).length
    const wrong = (message: string) => context.issues.push({ code: 'custom', message, path: ['table'], input: null })
    if (filled === 0) wrong('consultations.errors.none')
    if (filled > mostLines) wrong('consultations.errors.tooMany')
    return { ...rest, lines }
  }),
)

/** So many wrong cells are named at once; the rest stand marked in the grid. */
const mostNamed = 12

/** What is wrong with the lines, by the name of the cell: `rows.3.age`. */
export function wrongCells(lines: readonly Cells[], categories: readonly Category[]): Record<string, string> {
  const wrong: [string, string][] = []
  lines.forEach((cells, at) => {
    if (isEmpty(cells) || wrong.length >= mostNamed) return
    const read = readLine(cells, categories)
    if ('problems' in read)
      for (const [column, key] of Object.entries(read.problems)) wrong.push([`rows.${at}.${column}`, key])
  })
  return Object.fromEntries(wrong)
}

/** As `registerSchema`, asking the lines too: what the grid looks through before it sends. */
export const registerSchemaWith = (categories: readonly Category[]) =>
  z.pipe(
    registerSchema,
    z.transform((value: z.infer<typeof registerSchema>, context) => {
      for (const [path, message] of Object.entries(wrongCells(value.lines, categories)))
        context.issues.push({ code: 'custom', message, path: path.split('.'), input: null })
      return value
    }),
  )

export const registerRefSchema = z.object({ registerId: z.uuid('errors.notFound') })
