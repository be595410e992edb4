'use client'

import {
  type ClipboardEvent,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { type Category, columns, mostLines } from '@/lib/referrals/consultations/domain'
import {
  cellsOfText,
  isEmpty,
  isHead,
  matrixOf,
  type Problems,
  readLine,
  textOfCells,
} from '@/lib/referrals/consultations/lines'
import { codeOfKey } from '@/lib/referrals/consultations/vocabulary'
import { cellsOfRow, fillCell, placeOf, rowsOf, type Words } from './grid-cells'
import { stepOf } from './grid-keys'

/** A register cannot be as long as this in characters; a file can. */
const longestPaste = 2_000_000

export type Told = { pasted: number; wrong: number } | { tooMany: number } | null

/**
 * The grid of a register. Its answers live in the inputs, so that what was typed before the scripts came stays, and a
 * thousand lines cost nothing while one is typed; only how many rows there are, and what is wrong with which, is state.
 */
export function useGrid(rowsAtFirst: number, categories: readonly Category[], words: Words) {
  const grid = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState(rowsAtFirst)
  const [isLive, setLive] = useState(false)
  const [problems, setProblems] = useState<Record<number, Problems>>({})
  const [told, setTold] = useState<Told>(null)
  const [count, setCount] = useState(0)

  const all = () => (grid.current ? rowsOf(grid.current) : [])
  const cell = (row: number, column: number) =>
    grid.current?.querySelector<HTMLInputElement>(`[data-at="${row}.${columns[column]}"]`) ?? null
  const room = (needed: number) => {
    if (needed > rows) flushSync(() => setRows((now) => Math.max(now, Math.min(mostLines, needed))))
  }
  const go = (row: number, column: number) => {
    if (row < 0 || row >= mostLines) return
    room(row + 1)
    cell(row, column)?.focus()
  }
  const next = (row: number, column: number) => (column + 1 < columns.length ? go(row, column + 1) : go(row + 1, 0))

  /** Looks through some rows again. Empty ones are left out of the register and are never wrong. */
  const check = (from: number, to: number): number => {
    const found: Record<number, Problems> = {}
    all().forEach((inputs, row) => {
      if (row < from || row >= to) return
      const cells = cellsOfRow(inputs)
      const read = isEmpty(cells) ? null : readLine(cells, categories)
      found[row] = read && 'problems' in read ? read.problems : {}
    })
    setProblems((before) => ({ ...before, ...found }))
    setCount(all().filter((inputs) => !isEmpty(cellsOfRow(inputs))).length)
    return Object.values(found).filter((one) => Object.keys(one).length > 0).length
  }

  /** Writes a block into the grid from a cell on; text that is no answer stays as it is, to be put right. */
  const write = (block: readonly (readonly string[])[], row: number, column: number) => {
    room(row + block.length + 1)
    const inputs = all()
    block.forEach((texts, down) => {
      texts.forEach((text, across) => {
        const name = columns[column + across]
        const input = inputs[row + down]?.[column + across]
        if (name && input) fillCell(input, name, text.trim(), words, categories)
      })
    })
    return check(row, row + block.length)
  }

  /** The form around hears of what was not typed, so that the draft is kept. */
  const tell = (input: Element) => input.dispatchEvent(new Event('input', { bubbles: true }))

  useEffect(() => {
    setLive(true)
    const form = grid.current?.closest('form')
    if (!form) return
    const add = (event: FormDataEvent) => {
      const lines = (grid.current ? rowsOf(grid.current) : []).map(cellsOfRow)
      event.formData.set('table', textOfCells(lines.slice(0, lines.findLastIndex((one) => !isEmpty(one)) + 1)))
    }
    const clear = () => {
      setProblems({})
      setTold(null)
      setCount(0)
    }
    form.addEventListener('formdata', add)
    form.addEventListener('reset', clear)
    return () => {
      form.removeEventListener('formdata', add)
      form.removeEventListener('reset', clear)
    }
  }, [])

  const onInput = (event: FormEvent) => {
    // A draft that is put back arrives as the text of all lines.
    if (event.target instanceof HTMLTextAreaElement) {
      const lines = cellsOfText(event.target.value).map((cells) => columns.map((column) => cells[column]))
      if (lines.length > 0) write(lines, 0, 0)
      return
    }
    const place = placeOf(event.target)
    if (!place) return
    const { input, row, column } = place
    const native = event.nativeEvent
    const isTyped = native instanceof InputEvent && native.inputType.startsWith('insert') && !native.isComposing
    if (row === rows - 1) setRows((now) => Math.min(mostLines, Math.max(now, row + 2)))
    const code = isTyped ? codeOfKey(column, input.value, categories) : null
    if (!code) return
    fillCell(input, column, code, words, categories)
    next(row, columns.indexOf(column))
  }

  const onBlur = (event: FocusEvent) => {
    const place = placeOf(event.target)
    if (!place) return
    const { input, row, column } = place
    if (input.dataset.shown !== input.value) fillCell(input, column, input.value, words, categories)
    if (placeOf(event.relatedTarget)?.row !== row) check(row, row + 1)
    else if (problems[row]?.[column]) check(row, row + 1)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target)
    const step = place && stepOf(event, place.input)
    if (!place || !step) return
    event.preventDefault()
    const { input, row } = place
    const column = columns.indexOf(place.column)
    if (step === 'send') return input.form?.requestSubmit()
    if (step === 'next') return next(row, column)
    if (step === 'above') {
      const above = cell(row - 1, column)
      if (above) fillCell(input, place.column, above.value, words, categories)
      tell(input)
      return next(row, column)
    }
    if (step === 'remove') {
      const texts = all().map((inputs) => inputs.map((one) => one.value))
      write([...texts.slice(row + 1), columns.map(() => '')], row, 0)
      tell(input)
      return
    }
    const [down, across] = step
    go(row + down, Math.min(columns.length - 1, Math.max(0, column + across)))
  }

  const onPaste = (event: ClipboardEvent) => {
    const place = placeOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!place || !/[\t\n\r]/.test(text.trim())) return
    event.preventDefault()
    const pasted =
      text.length > longestPaste ? [] : matrixOf(text).filter((line) => line.some((one) => one.trim() !== ''))
    const lines = pasted[0] && isHead(pasted[0]) ? pasted.slice(1) : pasted
    if (text.length > longestPaste || place.row + lines.length > mostLines) return setTold({ tooMany: lines.length })
    setTold({ pasted: lines.length, wrong: write(lines, place.row, columns.indexOf(place.column)) })
    tell(place.input)
  }

  const onFocus = (event: FocusEvent) => placeOf(event.target)?.input.select()

  return { grid, rows, isLive, problems, told, count, handlers: { onInput, onBlur, onKeyDown, onPaste, onFocus } }
}
