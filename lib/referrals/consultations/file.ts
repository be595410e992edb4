import { parseDate } from '../../dates'
import { toAsciiDigits } from '../../digits'
import type { Table } from '../../sheets/read-table'
import { type Category, type Column, columns, emptyCells, firstDay, mostLines } from './domain'
import { headColumn, isEmpty, type Line, readLine } from './lines'
import { plain } from './vocabulary'

/** A file of registers as a table: each row bears its day and its facility. Pure. */
export const fileColumns = ['date', 'facility', ...columns] as const
export type FileColumn = (typeof fileColumns)[number]

/** Why a register of a file was left out whole: a line of it, a line beside it of which nobody knows where it belongs, its length. */
export type WhyWrong = 'line' | 'near' | 'long'

/** A row that cannot be read. What stands in its cells is not repeated, but for where it belongs. */
export type RowProblem = {
  line: number
  facility: string
  day: string
  problems: Partial<Record<FileColumn, string>>
}

export type FacilityPlace = { id: string; code: string; districtPcode: string; closedOn: string | null; teamId: string }

/** One facility's day out of a file. */
export type FileRegister = {
  place: FacilityPlace
  heldOn: string
  rows: number
  lines: Line[]
  wrong: WhyWrong | null
}

const heads: Record<'date' | 'facility', readonly string[]> = {
  date: ['date', 'day', 'visit date', 'date of visit', 'التاريخ', 'اليوم', 'تاريخ الزيارة', 'تاريخ المعاينة'],
  facility: ['facility', 'facility code', 'code', 'المرفق', 'رمز المرفق', 'الرمز', 'المؤسسة الصحية'],
}
const ownHeads = new Map(
  (['date', 'facility'] as const).flatMap((column) => heads[column].map((head) => [plain(head), column] as const)),
)
const columnOf = (head: string): FileColumn | null => ownHeads.get(plain(head)) ?? headColumn(head)

/** Where each column stands in the file, and which are not there. */
export function columnsOfFile(header: readonly string[]) {
  const at = new Map<FileColumn, number>()
  header.forEach((head, index) => {
    const column = columnOf(head)
    if (column && !at.has(column)) at.set(column, index)
  })
  return { at, missing: fileColumns.filter((column) => !at.has(column)) }
}

/** A facility's code as it is compared. */
export const codeKey = (code: string) => toAsciiDigits(code).trim().toUpperCase()

type Known = { places: ReadonlyMap<string, FacilityPlace>; categories: readonly Category[]; today: string }

function dayOf(text: string, today: string): { day: string } | { problem: string } {
  if (text === '') return { problem: 'consultations.errors.missing' }
  const day = parseDate(text)
  if (!day) return { problem: 'errors.date' }
  if (day > today) return { problem: 'errors.dateFuture' }
  return day < firstDay ? { problem: 'consultations.errors.tooEarly' } : { day }
}

/** One row, as far as it can be read. */
function readRow(cell: (column: FileColumn) => string, { places, categories, today }: Known) {
  const cells = { ...emptyCells }
  for (const column of columns) cells[column] = cell(column)
  if (isEmpty(cells)) return null
  const problems: RowProblem['problems'] = {}
  const day = dayOf(cell('date'), today)
  if ('problem' in day) problems.date = day.problem
  const heldOn = 'day' in day ? day.day : null
  const place = places.get(codeKey(cell('facility'))) ?? null
  if (!place)
    problems.facility = cell('facility') === '' ? 'consultations.errors.missing' : 'consultations.errors.facility'
  else if (place.closedOn && heldOn && place.closedOn < heldOn)
    problems.facility = 'consultations.errors.facilityClosed'
  const read = readLine(cells, categories)
  if ('problems' in read) Object.assign(problems, read.problems)
  return { heldOn, place, problems, line: 'line' in read ? read.line : null }
}

type Loose = { heldOn: string | null; place: FacilityPlace | null }

/** Whether a row without a day or a facility may be a line of this register. */
const mayBeOf = (register: FileRegister, row: Loose) =>
  (row.place === null || row.place.id === register.place.id) && (row.heldOn === null || row.heldOn === register.heldOn)

/**
 * The registers of a file, in the order of facility and day, and the rows that cannot be read. A register with a wrong line
 * is marked so; also one beside a line whose day or facility is wrong, since that line may be missing from it.
 */
export function registersOf(table: Table, known: Known): { registers: FileRegister[]; problems: RowProblem[] } {
  const { at } = columnsOfFile(table.header)
  const registers = new Map<string, FileRegister>()
  const problems: RowProblem[] = []
  let last: FileRegister | null = null
  let waiting: Loose[] = []
  for (const [index, row] of table.rows.entries()) {
    const cell = (column: FileColumn) => (row[at.get(column) ?? -1] ?? '').trim().slice(0, 80)
    const read = readRow(cell, known)
    if (!read) continue
    const { heldOn, place, line } = read
    const isWrong = Object.keys(read.problems).length > 0
    if (isWrong) {
      const where = { facility: cell('facility').slice(0, 60), day: heldOn ?? cell('date').slice(0, 30) }
      problems.push({ line: table.lines[index] ?? index + 2, ...where, problems: read.problems })
    }
    if (!heldOn || !place) {
      if (last && mayBeOf(last, read)) last.wrong ??= 'near'
      waiting.push(read)
      continue
    }
    const key = `${place.code} ${heldOn}`
    const register: FileRegister = registers.get(key) ?? { place, heldOn, rows: 0, lines: [], wrong: null }
    registers.set(key, register)
    register.rows += 1
    if (isWrong || !line) register.wrong = 'line'
    else register.lines.push(line)
    if (waiting.some((one) => mayBeOf(register, one))) register.wrong ??= 'near'
    waiting = []
    last = register
  }
  for (const register of registers.values()) if (register.rows > mostLines) register.wrong ??= 'long'
  const sorted = [...registers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, register]) => register)
  return { registers: sorted, problems }
}

/** Whether two registers hold the same lines, in whatever order they stand. */
export function isSameLines(one: readonly Line[], other: readonly Line[]): boolean {
  const sorted = (lines: readonly Line[]) =>
    lines.map((line) => columns.map((column: Column) => line[column]).join(' ')).sort()
  return one.length === other.length && sorted(one).join('\n') === sorted(other).join('\n')
}
