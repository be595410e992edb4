import { type Category, type Cells, type Column, columns, emptyCells } from '@/lib/referrals/consultations/domain'
import { categoryOf, disabilityOf, displacementOf, sexOf, visitOf } from '@/lib/referrals/consultations/vocabulary'

/** The words that answers are shown by, column by column: code → word. */
export type Words = Record<Exclude<Column, 'age'>, Record<string, string>>

/** The code that a text stands for in a column, or null. Ages stand for themselves. */
export function codeOf(column: Column, text: string, categories: readonly Category[]): string | null {
  switch (column) {
    case 'sex':
      return sexOf(text)
    case 'displacement':
      return displacementOf(text)
    case 'disability':
      return disabilityOf(text)
    case 'visit':
      return visitOf(text)
    case 'category':
      return categoryOf(text, categories)
    case 'age':
      return null
  }
}

/** Puts an answer into a cell: by its word where it is known, else as it was typed. The code stays with the word. */
export function fillCell(
  input: HTMLInputElement,
  column: Column,
  text: string,
  words: Words,
  categories: readonly Category[],
) {
  const code = codeOf(column, text, categories)
  const word = code && column !== 'age' ? words[column][code] : undefined
  input.value = word ?? text
  if (code && word) {
    input.dataset.code = code
    input.dataset.shown = word
  }
}

/** What a cell says: its code while the word stands as it was put there, else what was typed. */
const readCell = (input: HTMLInputElement) =>
  input.dataset.code && input.dataset.shown === input.value ? input.dataset.code : input.value

/** Where a cell is in the grid, or null for anything else. */
export function placeOf(target: EventTarget | null): { input: HTMLInputElement; row: number; column: Column } | null {
  if (!(target instanceof HTMLInputElement)) return null
  const [row, name] = (target.dataset.at ?? '').split('.')
  const column = columns.find((one) => one === name)
  return column ? { input: target, row: Number(row), column } : null
}

/** The inputs of the grid, a row of cells each. */
export function rowsOf(grid: HTMLElement): HTMLInputElement[][] {
  const inputs = [...grid.querySelectorAll<HTMLInputElement>('input[data-at]')]
  return Array.from({ length: Math.floor(inputs.length / columns.length) }, (_, row) =>
    inputs.slice(row * columns.length, (row + 1) * columns.length),
  )
}

/** What a row of inputs says. */
export function cellsOfRow(row: readonly HTMLInputElement[]): Cells {
  const cells = { ...emptyCells }
  columns.forEach((column, at) => {
    const input = row[at]
    if (input) cells[column] = readCell(input)
  })
  return cells
}
