import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedComplaints } from '../../../db/seed/data/complaints'
import { ar } from '../../i18n/messages/ar'
import { en } from '../../i18n/messages/en'
import { displacementStatuses, sexes } from '../../people/domain'
import { type Category, type Cells, columns, disabilityAnswers, visitKinds } from './domain'
import { cellsOf, cellsOfText, headColumn, isHead, matrixOf, readLine, textOfCells } from './lines'
import { ageOf, categoryOf, codeOfKey, disabilityOf, displacementOf, keysOf, sexOf, visitOf } from './vocabulary'

const categories: Category[] = seedComplaints.map(({ position, ...one }) => ({
  ...one,
  number: position,
  nameCkb: null,
}))
const row = (...texts: string[]): Cells => cellsOfText(texts.join('\t'))[0] ?? expect.fail('no line')

describe('a line of a register', () => {
  it.each([
    ['letters', row('f', '34', 'r', 'n', '3', 'n')],
    ['Arabic letters and digits', row('ث', '٣٤', 'ع', 'ل', '٣', 'ج')],
    ['words', row('Female', '34', 'Returnee', 'No', 'Skin disease', 'New')],
    ['Arabic words', row('أنثى', '34 سنة', 'عائد', 'لا', 'أمراض جلدية', 'جديدة')],
    ['words of other hands', row('انثي', '۳۴', 'عائدة', 'لا', 'امراض جلديه', 'جديد')],
    ['codes', row('female', '34', 'returnee', 'no', 'skin', 'new')],
  ])('is read out of %s', (_, cells) =>
    expect(readLine(cells, categories)).toEqual({
      line: { sex: 'female', age: 34, displacement: 'returnee', disability: 'no', category: 'skin', visit: 'new' },
    }),
  )

  it('says of each cell what is wrong with it', () =>
    expect(readLine(row('q', '121', '', 'perhaps', '99', 'n'), categories)).toEqual({
      problems: {
        sex: 'consultations.errors.sex',
        age: 'consultations.errors.age',
        displacement: 'consultations.errors.missing',
        disability: 'consultations.errors.disability',
        category: 'consultations.errors.category',
      },
    }))

  it.each([
    ['0', 0],
    ['8 m', 0],
    ['٨ أشهر', 0],
    ['14 months', 1],
    ['20 days', 0],
    ['120', 120],
    ['-3', null],
    ['3.5', null],
    ['121', null],
    ['old', null],
    ['', null],
  ])('has an age: %s', (text, age) => expect(ageOf(text)).toBe(age))

  it('is what it was after it was written as text', () => {
    const line = fc.record({
      sex: fc.constantFrom(...sexes),
      age: fc.integer({ min: 0, max: 120 }),
      displacement: fc.constantFrom(...displacementStatuses),
      disability: fc.constantFrom(...disabilityAnswers),
      category: fc.constantFrom(...categories.map((one) => one.code)),
      visit: fc.constantFrom(...visitKinds),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const back = cellsOfText(textOfCells(lines.map(cellsOf))).map((cells) => readLine(cells, categories))
        expect(back).toEqual(lines.map((one) => ({ line: one })))
      }),
    )
  })
})

describe('the words that a cell shows', () => {
  it.each([en, ar])('are read as what they stand for', ({ people, consultations }) => {
    for (const sex of sexes) expect(sexOf(people.sex[sex])).toBe(sex)
    for (const status of displacementStatuses) {
      expect(displacementOf(consultations.displacement[status])).toBe(status)
      expect(displacementOf(people.status[status])).toBe(status)
    }
    for (const answer of disabilityAnswers) expect(disabilityOf(consultations.disability[answer])).toBe(answer)
    for (const kind of visitKinds) expect(visitOf(consultations.visit[kind])).toBe(kind)
    for (const one of categories)
      for (const name of [one.nameEn, one.nameAr]) expect(categoryOf(name, categories)).toBe(one.code)
  })

  it('have keys of their own in each script', () => {
    for (const keys of Object.values(keysOf))
      for (const script of ['latin', 'arabic'] as const)
        expect(new Set(Object.values(keys).map((one) => one[script])).size).toBe(Object.keys(keys).length)
  })

  it('come at one key, a number only when no longer one begins with it', () => {
    expect(codeOfKey('sex', 'f', categories)).toBe('female')
    expect(codeOfKey('visit', 'م', categories)).toBe('follow_up')
    expect(codeOfKey('sex', 'fe', categories)).toBeNull()
    expect(codeOfKey('category', '1', categories)).toBeNull()
    expect(codeOfKey('category', '12', categories)).toBe('other')
    expect(codeOfKey('category', '٣', categories)).toBe('skin')
    expect(codeOfKey('age', '3', categories)).toBeNull()
  })
})

describe('a block that is pasted', () => {
  it('has cells between tabs and rows between line ends of any system', () =>
    expect(matrixOf('a\tb\r\nc\t\n\td\re')).toEqual([['a', 'b'], ['c', ''], ['', 'd'], ['e']]))
  it('keeps what stands in quotes', () =>
    expect(matrixOf('"a\tb"\t"c\n""d"""\ne"f')).toEqual([['a\tb', 'c\n"d"'], ['e"f']]))
  it('never loses or makes up a cell', () => {
    const cell = fc.string({ maxLength: 6 }).filter((text) => !/[\t\r\n"]/.test(text))
    const block = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 20 })
      .filter((rows) => rows.at(-1)?.join('\t') !== '')
    fc.assert(
      fc.property(block, (rows) => {
        expect(matrixOf(rows.map((one) => one.join('\t')).join('\n'))).toEqual(rows)
      }),
    )
  })
  it('is read ten thousand rows at a time without waiting', () => {
    const began = performance.now()
    const lines = cellsOfText('f\t34\tr\tn\t3\tn\n'.repeat(10_000))
    expect(lines).toHaveLength(10_000)
    expect(performance.now() - began).toBeLessThan(1000)
  })
  it('may begin with its head in either language', () => {
    expect(isHead(['Sex', 'Age', 'Status', 'Disability', 'Complaint', 'New'])).toBe(true)
    expect(isHead(['الجنس', 'العمر', 'الحالة', 'الإعاقة', 'الشكوى', 'الزيارة'])).toBe(true)
    expect(isHead(['f', '34', 'r', 'n', '3', 'n'])).toBe(false)
    expect(columns.map((column) => headColumn(column))).toEqual(columns)
  })
})
