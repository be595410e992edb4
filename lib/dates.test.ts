import { describe, expect, it } from 'vitest'
import { dateField, dateFromParts, optionalDateField, parseDate } from './dates'

describe('dates as they are typed', () => {
  it.each([
    ['٢٣/١١/٢٠٢٦', '2026-11-23'],
    ['۲۳-۱۱-۲۰۲۶', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    [' 3.2.1987 ', '1987-02-03'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2023', null],
    ['31/4/2020', null],
    ['1/1/26', null],
    ['1/1/1899', null],
    ['1/2/3/2020', null],
    ['', null],
    ['yesterday', null],
  ])('reads %s', (text, day) => expect(parseDate(text)).toBe(day))

  it('joins three parts', () => {
    expect(dateFromParts({ day: '٥', month: '1', year: '1999' })).toBe('1999-01-05')
    expect(dateFromParts({ day: '', month: '1', year: '1999' })).toBeNull()
  })

  it('says what is missing and what is wrong', () => {
    const empty = { day: '', month: '', year: '' }
    expect(dateField().safeParse(empty).error?.issues[0]?.message).toBe('errors.required')
    expect(dateField().safeParse(undefined).error?.issues[0]?.message).toBe('errors.required')
    expect(dateField().safeParse({ ...empty, day: '40' }).error?.issues[0]?.message).toBe('errors.date')
    expect(dateField().parse({ day: '1', month: '2', year: '2020' })).toBe('2020-02-01')
    expect(optionalDateField().parse(empty)).toBeNull()
    expect(optionalDateField().safeParse({ ...empty, day: '40' }).error?.issues[0]?.message).toBe('errors.date')
  })
})
