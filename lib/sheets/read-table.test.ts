import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { zip } from '@/lib/documents/testing-files'
import type { SheetError } from './problem'
import { readTable } from './read-table'
import { plainNumber } from './read-xlsx'
import { writeXlsx } from './xlsx'

const text = 'المرجع;الاسم\r\nGRT-2026-00001;علي "كذا"\r\n\r\n٢;"سطر\nثان"\r\n'
const expected = {
  header: ['المرجع', 'الاسم'],
  rows: [
    ['GRT-2026-00001', 'علي "كذا"'],
    ['٢', 'سطر\nثان'],
  ],
  // As a spreadsheet numbers them, the empty one counted.
  lines: [2, 4],
}
const plain = 'رقم,مبلغ\n1,500\n'

async function problem(bytes: Uint8Array, limits = {}): Promise<unknown> {
  return readTable(bytes, limits).then(
    () => 'read',
    (error: SheetError) => error.key ?? error,
  )
}

const swap = (bytes: Buffer) => Buffer.from(bytes).swap16()

const contentTypes =
  '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
const book = {
  '[Content_Types].xml': contentTypes,
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
const sheetOf = (cells: string) =>
  zip({
    ...book,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
  })

describe('readTable of CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(plain)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${plain}`)],
    ['UTF-16 LE', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
    ['UTF-16 BE', swap(Buffer.from(`\uFEFF${plain}`, 'utf16le'))],
    ['UTF-16 without its mark', Buffer.from(plain, 'utf16le')],
    // رقم and مبلغ in Windows-1256.
    [
      'Windows-1256',
      Buffer.from([0xd1, 0xde, 0xe3, 0x2c, 0xe3, 0xc8, 0xe1, 0xdb, 10, 0x31, 0x2c, 0x35, 0x30, 0x30, 10]),
    ],
  ])('knows %s', async (_, bytes) => {
    expect(await readTable(bytes)).toEqual({ header: ['رقم', 'مبلغ'], rows: [['1', '500']], lines: [2] })
  })

  it.each([',', ';', '\t'])('knows the separator %j', async (separator) => {
    const bytes = Buffer.from(text.replace('علي "كذا"', '"علي ""كذا"""').replaceAll(';', separator))
    expect(await readTable(bytes)).toEqual(expected)
  })

  it('gives every row the length of the longest', async () => {
    expect((await readTable(Buffer.from('a,b\n1\n1,2,3\n'))).rows).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ])
  })

  it('refuses what is too much, empty, or no table', async () => {
    expect(await problem(Buffer.alloc(0))).toBe('sheets.empty')
    expect(await problem(Buffer.from('a,b\n'))).toBe('sheets.empty')
    expect(await problem(Buffer.from('a\n1\n2\n3\n'), { rows: 2 })).toBe('sheets.tooManyRows')
    expect(await problem(Buffer.from('a,b,c\n1,2,3\n'), { columns: 2 })).toBe('sheets.tooManyColumns')
    expect(await problem(Buffer.alloc(2000, 'a'), { bytes: 1000 })).toBe('sheets.tooBig')
    expect(await problem(Buffer.from('%PDF-1.4\n'))).toBe('sheets.notTable')
    expect(await problem(Buffer.from('<html><table>'))).toBe('sheets.notTable')
    expect(await problem(Buffer.from([137, 80, 78, 71, 0, 0, 1, 2]))).toBe('sheets.notTable')
    expect(await problem(Buffer.from('a,b\n1,"open\n'))).toBe('sheets.broken')
  })
})

describe('readTable of XLSX', () => {
  it('reads cells as people see them: long numbers whole, no noise', async () => {
    const bytes = sheetOf(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c><c r="B1" t="inlineStr"><is><t>m</t></is></c></row><row r="2"><c r="A2"><v>9.647701234567E+12</v></c><c r="B2"><v>0.30000000000000004</v></c></row>',
    )
    expect(await readTable(bytes)).toEqual({
      sheetName: 'S',
      header: ['n', 'm'],
      rows: [['9647701234567', '0.3']],
      lines: [2],
    })
    expect(['1E-7', '-2.5e+3', '12345678901234567890', '1.0', 'x'].map(plainNumber)).toEqual([
      '0.0000001',
      '-2500',
      '12345678901234567890',
      '1',
      'x',
    ])
  })

  it('numbers rows as the spreadsheet does', async () => {
    const cell = (place: string) => `<row r="${place.slice(1)}"><c r="${place}"><v>1</v></c></row>`
    expect(await readTable(sheetOf(cell('A2') + cell('A3') + cell('A7')))).toMatchObject({ lines: [3, 7] })
  })

  it('takes a cell with an error for an empty one', async () => {
    const bytes = sheetOf(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><v>3</v></c></row>',
    )
    expect((await readTable(bytes)).rows).toEqual([['', '3']])
  })

  it('leaves out of a cell what no database keeps', async () => {
    const cell = (place: string, said: string) => `<c r="${place}" t="inlineStr"><is><t>${said}</t></is></c>`
    const said = '_x0000_حي&#x1;&#xD800; 😀&#10;الضباط'
    const bytes = sheetOf(`<row r="1">${cell('A1', 'n&#0;')}</row><row r="2">${cell('A2', said)}</row>`)
    expect(await readTable(bytes)).toMatchObject({ header: ['n'], rows: [['حي 😀\nالضباط']] })
  })

  it('refuses passwords, macros, other files of Office, and the broken', async () => {
    expect(await problem(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('sheets.locked')
    expect(await problem(zip({ ...book, 'xl/vbaProject.bin': 'x' }))).toBe('sheets.macros')
    expect(
      await problem(
        zip({ ...book, '[Content_Types].xml': contentTypes.replace('sheet.main', 'sheet.macroEnabled.main') }),
      ),
    ).toBe('sheets.macros')
    expect(await problem(zip({ 'a.txt': 'x' }))).toBe('sheets.notTable')
    expect(await problem(Buffer.from('PK\x03\x04 cut short'))).toBe('sheets.broken')
    expect(await problem(sheetOf(''))).toBe('sheets.empty')
  })

  it('refuses a bomb before it is unpacked, whether it says its size or not', async () => {
    const bomb = sheetOf(' '.repeat(90 * 1024 * 1024))
    expect(await problem(bomb)).toBe('sheets.tooBig')
    // The same with a directory that claims 100 bytes.
    const at = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    bomb.writeUInt32LE(100, at + 24)
    expect(await problem(bomb)).toBe('sheets.tooBig')
  }, 20_000)

  it('refuses a cell at the far end of the sheet rather than filling all before it', async () => {
    const far = sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    expect(await problem(far)).toBe('sheets.tooManyRows')
    expect(await problem(sheetOf('<row r="&#49;048576"><c r="A1048576"><v>1</v></c></row>'))).toBe('sheets.broken')
    expect(await problem(sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('sheets.tooManyColumns')
  })

  it('reads 20,000 rows in a few seconds', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => at)
    const columns = ['a', 'b', 'c', 'd', 'e'].map((head) => ({
      head,
      kind: 'text' as const,
      value: (row: number) => `${head} ${row}`,
    }))
    const bytes = await writeXlsx([{ name: 'S', columns, rows }], { rightToLeft: true })
    const from = performance.now()
    const table = await readTable(bytes)
    expect(table.rows.length).toBe(20_000)
    expect(table.rows[19_999]).toEqual(['a 19999', 'b 19999', 'c 19999', 'd 19999', 'e 19999'])
    expect(performance.now() - from).toBeLessThan(15_000)
  }, 60_000)
})
