import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { png } from '@/lib/documents/testing-files'
import { piecesOf } from './faces'
import { makePaper } from './paper'
import { qrSvg } from './qr'

const madeAt = new Date('2026-03-14T09:00:00Z')
const start = (title = 'اتفاقية') =>
  makePaper({ locale: 'ar', title, reference: 'GRT-2026-00042', isPractice: true, madeAt })
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length

async function whole(): Promise<Buffer> {
  const paper = start()
  paper.heading('اتفاقية منحة')
  paper.paragraph('نص فيه رمز 😀 و中文 وكلمة (بين قوسين).')
  paper.facts([{ term: 'المبلغ', value: '1,500,000 IQD' }])
  await paper.table({
    columns: [
      { head: 'البند', share: 3 },
      { head: 'المبلغ', align: 'end' },
    ],
    rows: [['قماش', '5'], ['خيط']],
    totals: ['المجموع', '5'],
  })
  paper.qr('https://example.org/v/1', { caption: 'للتحقق' })
  expect(paper.picture(png(40, 30), { caption: 'صورة' })).toBe(true)
  paper.signatures([{ name: 'علي', role: 'شاهد' }, { name: 'سارة' }])
  paper.speak('en', 'Agreement')
  paper.newPage()
  paper.heading('Agreement')
  return paper.toBuffer()
}

describe('a paper', () => {
  it('is the same file for the same content, and names its title and language but no author', async () => {
    const [first, second] = await Promise.all([whole(), whole()])
    expect(first.equals(second)).toBe(true)
    expect(pagesOf(first)).toBe(2)
    expect(first.toString('latin1')).toContain('/Lang (ar)')
    expect(first.toString('latin1')).not.toContain('/Author')
  })

  it('is a page even when nothing is written on it', async () => {
    expect(pagesOf(await start().toBuffer())).toBe(1)
  })

  it('says when a picture cannot be read, and goes on', async () => {
    const paper = start()
    expect(paper.picture(Buffer.from('no picture at all, only text'))).toBe(false)
    expect(paper.picture(png().subarray(0, 40))).toBe(false)
    expect(pagesOf(await paper.toBuffer())).toBe(1)
  })

  it('goes on over pages, also with a cell that is higher than one', async () => {
    const paper = start()
    const long = 'كلمة طويلة '.repeat(3000)
    await paper.table({
      columns: [{ head: 'أ' }, { head: 'ب' }],
      rows: [
        ['1', long],
        ['2', 'x'.repeat(5000)],
      ],
    })
    paper.facts([{ term: 'نص', value: long }])
    paper.paragraph(long)
    expect(pagesOf(await paper.toBuffer())).toBeGreaterThan(15)
  })

  it('gives a term with more lines than its value the room it needs', async () => {
    const paper = start()
    paper.facts(Array.from({ length: 20 }, () => ({ term: 'كلمة '.repeat(40), value: 'نعم' })))
    expect(pagesOf(await paper.toBuffer())).toBeGreaterThan(1)
  })

  it('writes a table of 1,000 rows in seconds', async () => {
    const paper = start()
    const rows = Array.from({ length: 1000 }, (_, at) => [
      `${at}`,
      `GRT-2026-${at}`,
      'فاطمة حسن علي',
      '+964 770 123 4567',
      `${at},500 IQD`,
    ])
    const from = performance.now()
    await paper.table({ columns: ['ت', 'المرجع', 'الاسم', 'الهاتف', 'المبلغ'].map((head) => ({ head })), rows })
    await paper.toBuffer()
    // About one second where nothing else runs.
    expect(performance.now() - from).toBeLessThan(8000)
  }, 20_000)
})

describe('the letters', () => {
  it('are looked for in the file that has them', () => {
    expect(piecesOf('ڕڵێۆە A😀')).toEqual([
      { text: 'ڕڵێۆە', script: 'arabic' },
      { text: ' ', script: 'arabic' },
      { text: 'A', script: 'latin' },
      { text: '😀', script: null },
    ])
  })
})

describe('qrSvg', () => {
  it('is a drawing without anything that a page forbids', () => {
    const svg = qrSvg('https://example.org/"><script>')
    expect(svg).toMatch(/^<svg [^>]+><path [^>]+\/><path fill="#000" d="[Mhv\d\sz-]+"\/><\/svg>$/)
  })
})
