import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openZip } from '@/lib/documents/zip'
import { plainAmount, type SheetColumn } from './cells'
import { writeCsv } from './csv'
import { withFormulaBack, withoutFormula } from './formulas'
import { readTable } from './read-table'
import { writeXlsx } from './xlsx'

type Row = { name: string; phone: string; score: number | null; day: string; minor: number | bigint }

const columns: SheetColumn<Row>[] = [
  { head: 'الاسم', kind: 'text', value: ({ name }) => name },
  { head: 'Phone', kind: 'text', value: ({ phone }) => phone },
  { head: 'Score', kind: 'number', value: ({ score }) => score },
  { head: 'Day', kind: 'date', value: ({ day }) => day },
  { head: 'Amount', kind: 'money', value: ({ minor }) => ({ minor, currency: 'IQD' }) },
]
const row = (change: Partial<Row> = {}): Row => ({
  name: 'فاطمة حسن',
  phone: '+9647701234567',
  score: -3.5,
  day: '2026-03-14',
  minor: 1_500_000_500,
  ...change,
})

async function csvOf(rows: Iterable<Row> | AsyncIterable<Row>): Promise<Buffer> {
  return Buffer.from(await new Response(writeCsv(columns, rows)).arrayBuffer())
}

const hostile = [
  '=1+1',
  '+1+cmd|',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =1',
  '\u00a0=1',
  '\u200b=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A',
  'a;=1+1',
  'a\n=1+1',
  'a\t@x',
]

describe('text in a table for spreadsheets', () => {
  it.each(hostile)('never begins a formula: %j', (text) => {
    const safe = withoutFormula(text)
    for (const part of safe.split(/[;\t\r\n]/).filter((piece) => piece !== ''))
      expect(part).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
  })

  it('comes back as it was when it is read again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', "'", 'a', '\t', '\n', ';', 'م') }),
        (text) => {
          expect(withFormulaBack(withoutFormula(text))).toBe(text)
        },
      ),
    )
  })

  it('is left alone when it is harmless', () => {
    for (const text of ["O'Brien", 'a-b', '1+1', 'حي الجولان - قرب الجامع', 'x@y.org'])
      expect(withoutFormula(text)).toBe(text)
  })
})

describe('writeCsv', () => {
  it('opens in Excel with Arabic intact, and quotes what must be quoted', async () => {
    const bytes = await csvOf([row({ name: 'علي "أبو" حسن, ١\nسطر' })])
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString().slice(1)).toBe(
      `الاسم,Phone,Score,Day,Amount\r\n"علي ""أبو"" حسن, ١\nسطر",'+9647701234567,-3.5,2026-03-14,1500000.5\r\n`,
    )
  })

  it('is read again as it was written, whatever people typed', async () => {
    const names = [...hostile.map((text) => `x${text}`), ...hostile, "'=1 was here", 'عادي'].map((text) => text.trim())
    const { header, rows } = await readTable(await csvOf(names.map((name) => row({ name }))))
    expect(header[0]).toBe('الاسم')
    expect(rows.map(([, phone]) => phone)).toEqual(names.map(() => '+9647701234567'))
    expect(rows.map(([name]) => name)).toEqual(names)
  })

  it('asks for rows only as they are taken, and stops asking when the reader leaves', async () => {
    let asked = 0
    let ended = false
    async function* endless() {
      try {
        for (;;) {
          asked += 1
          yield row()
        }
      } finally {
        ended = true
      }
    }
    const reader = writeCsv(columns, endless()).getReader()
    await reader.read()
    expect(asked).toBeLessThan(3000)
    await reader.cancel()
    expect(ended).toBe(true)
  })
})

describe('amounts', () => {
  it('are exact decimals, of any size', () => {
    expect(plainAmount({ minor: 5, currency: 'IQD' })).toBe('0.005')
    expect(plainAmount({ minor: -150, currency: 'USD' })).toBe('-1.5')
    expect(plainAmount({ minor: 10n ** 18n + 1n, currency: 'USD' })).toBe('10000000000000000.01')
  })
})

describe('writeXlsx', () => {
  const parts = async (rightToLeft: boolean, rows: Row[]) => {
    const bytes = await writeXlsx([{ name: "الدفعات [1]/'x", columns, rows }], { rightToLeft })
    const zip = openZip(bytes)
    const part = (name: string) => new TextDecoder().decode(zip?.read(name, 1e7) ?? new Uint8Array())
    return { bytes, sheet: part('xl/worksheets/sheet1.xml'), book: part('xl/workbook.xml') }
  }

  it('reads from the right in Arabic, with heads that stay', async () => {
    const { sheet } = await parts(true, [row()])
    expect(sheet).toMatch(/rightToLeft="(1|true)"/)
    expect(sheet).toContain('state="frozen"')
    expect((await parts(false, [row()])).sheet).not.toMatch(/rightToLeft="(1|true)"/)
  })

  it('writes no formula, whatever the text', async () => {
    const { sheet, bytes } = await parts(
      false,
      hostile.map((name) => row({ name })),
    )
    expect(sheet).not.toMatch(/<f[ >]/)
    const { rows } = await readTable(bytes)
    expect(rows.map(([name]) => name)).toEqual(hostile.map((name) => name.trim()))
  })

  it('brings numbers, days and amounts back as they were, and keeps what a number cannot hold as text', async () => {
    const { bytes } = await parts(true, [row({ score: 0.1 + 0.2 }), row({ minor: 10n ** 18n + 1n, name: 'a\u0000b' })])
    const { rows, sheetName } = await readTable(bytes)
    expect(sheetName).toBe('الدفعات  1   x')
    expect(rows[0]).toEqual(['فاطمة حسن', '+9647701234567', '0.3', '2026-03-14', '1500000.5'])
    expect(rows[1]).toEqual(['ab', '+9647701234567', '-3.5', '2026-03-14', '1000000000000000.001'])
  })
})
