import type { DisplacementStatus, Sex } from '../../people/domain'
import {
  type Category,
  type Cells,
  type Column,
  columns,
  type DisabilityAnswer,
  emptyCells,
  type VisitKind,
} from './domain'
import { ageOf, categoryOf, disabilityOf, displacementOf, plain, sexOf, visitOf } from './vocabulary'

/** A line that can be counted. */
export type Line = {
  sex: Sex
  age: number
  displacement: DisplacementStatus
  disability: DisabilityAnswer
  category: string
  visit: VisitKind
}

/** What is wrong with a line: column → message key. */
export type Problems = Partial<Record<Column, string>>

export const isEmpty = (cells: Cells) => columns.every((column) => cells[column].trim() === '')

/** Reads a line out of what was typed, or says what is wrong with which cell. */
export function readLine(cells: Cells, categories: readonly Category[]): { line: Line } | { problems: Problems } {
  const [sex, age, displacement] = [sexOf(cells.sex), ageOf(cells.age), displacementOf(cells.displacement)]
  const [disability, category] = [disabilityOf(cells.disability), categoryOf(cells.category, categories)]
  const visit = visitOf(cells.visit)
  if (sex && age !== null && displacement && disability && category && visit)
    return { line: { sex, age, displacement, disability, category, visit } }
  const read: Record<Column, unknown> = { sex, age, displacement, disability, category, visit }
  const problems: Problems = {}
  for (const column of columns)
    if (read[column] === null)
      problems[column] = cells[column].trim() === '' ? 'consultations.errors.missing' : `consultations.errors.${column}`
  return { problems }
}

/** A line in codes, as text: what the form sends and a correction is begun from. */
export const cellsOf = (line: Line): Cells => ({ ...line, age: String(line.age) })

/** The cells of a table, line by line, empty ones kept so that numbers stay what the reader sees. */
export function cellsOfText(text: string): Cells[] {
  return matrixOf(text).map((row) => toCells(row))
}

function toCells(row: readonly string[]): Cells {
  const cells = { ...emptyCells }
  columns.forEach((column, at) => {
    cells[column] = (row[at] ?? '').trim().slice(0, 80)
  })
  return cells
}

/** Lines as the text that the form sends: a tab between cells. */
export const textOfCells = (lines: readonly Cells[]): string =>
  lines.map((cells) => columns.map((column) => cells[column].replace(/[\t\r\n]/g, ' ')).join('\t')).join('\n')

/** A block copied from a spreadsheet: tabs between cells, line ends between rows, quotes around what holds either. */
export function matrixOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = () => {
    rows.push([...row, cell])
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === '\t') {
      row.push(cell)
      cell = ''
    } else if (letter === '\n') endRow()
    else if (letter === '\r') {
      if (text[at + 1] !== '\n') endRow()
    } else cell += letter
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

const heads: Record<Column, readonly string[]> = {
  sex: ['sex', 'gender', 'الجنس'],
  age: ['age', 'years', 'age years', 'العمر', 'السن'],
  displacement: ['displacement', 'status', 'displacement status', 'الحالة', 'حالة النزوح', 'صفة النزوح'],
  disability: ['disability', 'disabled', 'الإعاقة', 'اعاقة'],
  category: ['category', 'complaint', 'complaint category', 'الشكوى', 'فئة الشكوى', 'التشخيص'],
  visit: ['visit', 'new', 'new or follow-up', 'type of visit', 'جديد', 'الزيارة', 'جديد أو مراجعة', 'نوع الزيارة'],
}
const columnOfHead = new Map(columns.flatMap((column) => heads[column].map((head) => [plain(head), column] as const)))

/** The column that a head of a table names, or null. */
export const headColumn = (head: string): Column | null => columnOfHead.get(plain(head)) ?? null

/** Whether a row copied from a spreadsheet is its head: it names columns, and no cell of it could be an answer. */
export function isHead(row: readonly string[]): boolean {
  const named = row.filter((cell) => headColumn(cell) !== null)
  return named.length >= 2 && row.every((cell) => ageOf(cell) === null)
}
