import { describe, expect, it } from 'vitest'
import { newId } from '../../ids'
import { addSessionSchema, attendanceSchema, createCourseSchema } from './schemas'

const course = (change: object = {}) => ({
  teamId: newId(),
  titleAr: 'دورة',
  titleEn: 'Course',
  trainer: 'Ahmed',
  venue: 'Hall',
  locationPcode: 'IQG01Q01N03',
  startsOn: '2026-02-01',
  endsOn: '2026-02-02',
  seats: '20',
  ...change,
})

const fieldsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }) =>
  result.error?.issues.map((issue) => issue.path.join('.')) ?? []

describe('the hours of a session', () => {
  const hours = (text: string) =>
    addSessionSchema.safeParse({ courseId: newId(), topic: 'T', heldOn: '2026-02-01', hours: text })

  it.each([
    ['2.5', 150],
    ['٢٫٥', 150],
    ['۲,۵', 150],
    [' 12 ', 720],
    ['0.25', 15],
  ])('reads %s as %d minutes', (text, minutes) => {
    expect(hours(text).data?.hours).toBe(minutes)
  })

  it.each(['', '0', '0.1', '-3', '12.5', '1e3', '1e18', '3h', 'ثلاث', '2.5.1', '999999999999999999'])(
    'refuses %j',
    (text) => {
      expect(fieldsOf(hours(text))).toEqual(['hours'])
    },
  )
})

describe('a course', () => {
  it('takes seats in any digits', () => {
    expect(createCourseSchema.safeParse(course({ seats: '٢٥' })).data?.seats).toBe(25)
  })

  it.each([
    [{ seats: '0' }, 'seats'],
    [{ seats: '-1' }, 'seats'],
    [{ seats: '201' }, 'seats'],
    [{ seats: '1e2' }, 'seats'],
    [{ seats: '2.5' }, 'seats'],
    [{ startsOn: '2026-02-30' }, 'startsOn'],
    [{ endsOn: '2026-01-31' }, 'endsOn'],
    [{ titleAr: '   ' }, 'titleAr'],
    [{ trainer: 'x'.repeat(121) }, 'trainer'],
    [{ teamId: 'mine' }, 'teamId'],
  ])('refuses %j', (change, field) => {
    expect(fieldsOf(createCourseSchema.safeParse(course(change)))).toEqual([field])
  })
})

describe('an attendance sheet', () => {
  const sheet = (marks: unknown) => attendanceSchema.safeParse({ sessionId: newId(), marks })

  it('refuses a mark that does not exist, and a line that is no enrolment', () => {
    expect(sheet({ [newId()]: 'late' }).success).toBe(false)
    expect(sheet({ somebody: 'present' }).success).toBe(false)
    expect(sheet('present').success).toBe(false)
    expect(sheet({ [newId()]: 'excused' }).success).toBe(true)
  })
})
