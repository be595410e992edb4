import { describe, expect, it } from 'vitest'
import { answersOf, findingOf, plainReference, readAnswer } from './domain'

const row = {
  reference: 'grt-٢٠٢٦-00042 / 1',
  amount: '١٬٥٠٠٬٠٠٠',
  currency: 'دينار عراقي',
  answer: 'مدفوعة',
  paymentReference: 'X1',
  paidOn: '٠٢/٠٣/٢٠٢٦',
  reason: '',
}
const tranche = { status: 'released', currency: 'IQD', amountMinor: 1_500_000_000, paymentReference: '' }
const on = { today: '2026-11-24', isRepeat: false }
const found = (change: Partial<typeof row>, other: Partial<typeof tranche> = {}, repeat = false) =>
  findingOf(readAnswer({ ...row, ...change }), { ...tranche, ...other }, { ...on, isRepeat: repeat })

describe('the head of a file', () => {
  it('is known in both languages, in any order, with columns that nobody needs', () => {
    const arabic = answersOf({
      header: ['ت', 'النتيجة', 'المبلغ', 'العُملة', 'رقم المرجع', 'السبب'],
      rows: [['1', 'مدفوع', '5', 'IQD', 'GRT-2026-00001/1', '']],
    })
    expect(arabic).toMatchObject({
      rows: [{ reference: 'GRT-2026-00001/1', amount: '5', answer: 'مدفوع', paidOn: '' }],
    })
    expect(answersOf({ header: ['REFERENCE', 'Amount ', 'Currency', 'Result', 'Bank Reference'], rows: [] })).toEqual({
      rows: [],
    })
  })

  it('tells which column is missing or stands twice', () => {
    expect(answersOf({ header: ['Reference', 'Currency', 'Result'], rows: [] })).toEqual({ missing: ['amount'] })
    expect(answersOf({ header: ['Reference', 'Amount', 'المبلغ', 'Currency', 'Result'], rows: [] })).toEqual({
      twice: ['amount'],
    })
  })
})

describe('an answer', () => {
  it('is read in Arabic digits, separators and words', () => {
    expect(readAnswer(row)).toEqual({
      reference: 'GRT-2026-00042/1',
      outcome: 'paid',
      currency: 'IQD',
      amountMinor: 1_500_000_000,
      paidOn: '2026-03-02',
      paymentReference: 'X1',
      reason: 'مدفوعة',
    })
    expect(plainReference('GRT–2026–00042\\2')).toBe('GRT-2026-00042/2')
  })

  it.each([
    [{}, {}, 'ready'],
    [{ answer: 'maybe' }, {}, 'unreadable_answer'],
    [{ amount: 'lots' }, {}, 'unreadable_amount'],
    [{ amount: '0' }, {}, 'unreadable_amount'],
    [{ amount: '-1500000' }, {}, 'unreadable_amount'],
    [{ amount: '1000000000000000000' }, {}, 'unreadable_amount'],
    [{ amount: '1500001' }, {}, 'wrong_amount'],
    [{ paidOn: '31/02/2026' }, {}, 'unreadable_date'],
    [{ paidOn: '2027-01-01' }, {}, 'unreadable_date'],
    [{ paidOn: '' }, {}, 'ready'],
    [{ currency: 'EUR' }, {}, 'wrong_currency'],
    [{ currency: 'USD' }, {}, 'wrong_currency'],
    [{}, { status: 'authorised' }, 'wrong_state'],
    [{}, { status: 'paid', paymentReference: 'X1' }, 'already'],
    [{}, { status: 'paid', paymentReference: 'X2' }, 'wrong_state'],
    [{ answer: 'Failed' }, {}, 'ready'],
    [{ answer: 'فشل' }, { status: 'failed' }, 'already'],
  ])('%j against %j is %s', (change, other, finding) => {
    expect(found(change, other)).toBe(finding)
  })

  it('that was applied from the same file is never applied again, even when the tranche is out once more', () => {
    expect(found({ answer: 'failed' }, {}, true)).toBe('already')
    expect(findingOf(readAnswer(row), null, on)).toBe('unknown_reference')
  })
})
