import { describe, expect, it } from 'vitest'
import { newId } from '../../ids'
import { conveneSchema, declareSchema, outcomeSchema, scoreSchema } from './schemas'

const fieldsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }) =>
  result.error?.issues.map((issue) => issue.path.join('.')) ?? []

const score = (change: object = {}) =>
  scoreSchema.safeParse({
    itemId: newId(),
    viability: '5',
    experience: '0',
    jobs: '٣',
    risk: '۴',
    socialValue: '1',
    ...change,
  })

describe('a score', () => {
  it('is whole, from 0 to 5, in any digits', () => {
    expect(score().data).toMatchObject({ viability: 5, experience: 0, jobs: 3, risk: 4, socialValue: 1 })
  })

  it.each(['', '6', '-1', '4.5', '1e0', '٦', '1e18', 'five'])('refuses %j', (viability) => {
    expect(fieldsOf(score({ viability }))).toEqual(['viability'])
  })

  it('refuses what was left out, and too long a remark', () => {
    expect(fieldsOf(score({ risk: undefined }))).toEqual(['risk'])
    expect(fieldsOf(score({ remark: 'x'.repeat(1001) }))).toEqual(['remark'])
  })
})

describe('a meeting', () => {
  const [a, b, c] = [newId(), newId(), newId()]
  const meeting = (change: object = {}) =>
    conveneSchema.safeParse({
      heldOn: '2026-02-01',
      venue: 'Hall',
      teamId: newId(),
      chairId: a,
      memberIds: [a, b, c],
      ...change,
    })

  it('takes three different members', () => {
    expect(meeting().success).toBe(true)
    for (const memberIds of [undefined, a, [a, b], [a, a, a], [a, b, 'someone']])
      expect(fieldsOf(meeting({ memberIds }))[0]).toMatch(/^memberIds/)
  })

  it.each([
    [{ heldOn: '2026-13-01' }, 'heldOn'],
    [{ venue: '' }, 'venue'],
    [{ chairId: '' }, 'chairId'],
    [{ teamId: 'x' }, 'teamId'],
  ])('refuses %j', (change, field) => {
    expect(fieldsOf(meeting(change))).toEqual([field])
  })
})

describe('what is said', () => {
  it('gives a reason for a conflict, and needs none without', () => {
    const itemId = newId()
    expect(declareSchema.safeParse({ itemId, conflict: 'no' }).success).toBe(true)
    expect(fieldsOf(declareSchema.safeParse({ itemId, conflict: 'yes', reason: '  ' }))).toEqual(['reason'])
    expect(fieldsOf(declareSchema.safeParse({ itemId, conflict: 'perhaps' }))).toEqual(['conflict'])
  })

  it('names a line to recommend or to wait for, and an outcome that there is', () => {
    const outcome = (change: object) =>
      outcomeSchema.safeParse({ caseId: newId(), version: '1', itemId: newId(), reason: 'A good plan.', ...change })
    for (const one of ['recommended', 'waitlisted'])
      expect(fieldsOf(outcome({ outcome: one, budgetLineId: '' }))).toEqual(['budgetLineId'])
    expect(outcome({ outcome: 'returned' }).success).toBe(true)
    expect(fieldsOf(outcome({ outcome: 'approved', budgetLineId: newId() }))).toContain('outcome')
    expect(fieldsOf(outcome({ outcome: 'rejected', reason: 'No' }))).toEqual(['reason'])
  })
})
