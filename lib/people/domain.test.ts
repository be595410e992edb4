import { describe, expect, it } from 'vitest'
import { ageBand, ageOn, consentState, hasDisability, isFemaleHeaded, isMinor } from './domain'

describe('hasDisability', () => {
  it('follows the Washington Group cut-off', () => {
    expect(hasDisability({ seeing: 'some_difficulty', walking: 'no_difficulty' })).toBe(false)
    expect(hasDisability({ seeing: 'some_difficulty', walking: 'a_lot_of_difficulty' })).toBe(true)
    expect(hasDisability({ self_care: 'cannot_do_at_all', hearing: 'refused' })).toBe(true)
  })
  it('does not take silence for "no"', () => {
    expect(hasDisability(null)).toBeNull()
    expect(hasDisability({})).toBeNull()
    expect(hasDisability({ seeing: 'refused', hearing: null })).toBeNull()
  })
})

describe('age', () => {
  it('counts birthdays', () => {
    expect(ageOn({ date: '2000-05-10' }, '2018-05-09')).toBe(17)
    expect(ageOn({ date: '2000-05-10' }, '2018-05-10')).toBe(18)
    expect(ageOn({ date: '2004-02-29' }, '2022-02-28')).toBe(17)
    expect(ageOn({ date: '2004-02-29' }, '2022-03-01')).toBe(18)
    expect(ageOn({ date: '2022-03-01' }, '2022-02-28')).toBeNull()
  })
  it('falls into bands at their edges', () => {
    expect([0, 4, 5, 11, 12, 17, 18, 59, 60, 104].map(ageBand)).toEqual([
      '0–4',
      '0–4',
      '5–11',
      '5–11',
      '12–17',
      '12–17',
      '18–59',
      '18–59',
      '60+',
      '60+',
    ])
  })
  it('knows a minor', () => {
    expect(isMinor({ date: '2008-01-02' }, '2026-01-01')).toBe(true)
    expect(isMinor({ date: '2008-01-02' }, '2026-01-02')).toBe(false)
  })
})

describe('consentState', () => {
  const consent = { expiresOn: '2026-06-30', withdrawnOn: null }
  it('is valid through its last day', () => {
    expect(consentState(consent, '2026-06-30')).toBe('valid')
    expect(consentState(consent, '2026-07-01')).toBe('expired')
    expect(consentState({ expiresOn: null, withdrawnOn: null }, '2099-01-01')).toBe('valid')
  })
  it('ends on withdrawal, even when expired as well', () => {
    expect(consentState({ ...consent, withdrawnOn: '2026-02-01' }, '2026-01-31')).toBe('valid')
    expect(consentState({ ...consent, withdrawnOn: '2026-02-01' }, '2026-02-01')).toBe('withdrawn')
    expect(consentState({ ...consent, withdrawnOn: '2026-02-01' }, '2026-12-01')).toBe('withdrawn')
  })
})

describe('isFemaleHeaded', () => {
  it('looks at the head only', () => {
    expect(isFemaleHeaded({ sex: 'female' })).toBe(true)
    expect(isFemaleHeaded({ sex: 'male' })).toBe(false)
    expect(isFemaleHeaded(null)).toBe(false)
  })
})
