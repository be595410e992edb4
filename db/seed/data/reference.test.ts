import { describe, expect, it } from 'vitest'
import { seedBusinesses } from './businesses'
import { seedLocations } from './locations'
import { seedPlaces } from './places'
import { seedSectors } from './sectors'
import { seedStaff, seedTeams } from './staff'

const at = (level: number) => seedLocations.filter((location) => location.level === level)
const pcodes = new Set(seedLocations.map((location) => location.pcode))

describe('reference data', () => {
  it('has every governorate, and the districts and sub-districts of Anbar below their parents', () => {
    expect([at(1).length, at(2).length, at(3).length]).toEqual([18, 7, 20])
    expect(pcodes.size).toBe(seedLocations.length)
    for (const { level, pcode, parentPcode } of seedLocations) {
      expect(parentPcode).toBe(level === 1 ? null : pcode.slice(0, -3))
      if (parentPcode) expect(pcodes.has(parentPcode)).toBe(true)
    }
  })

  it('has places of every team inside known sub-districts', () => {
    for (const place of seedPlaces) {
      expect(pcodes.has(place.subDistrict)).toBe(true)
      expect(place.nameEn).toMatch(/^[\w -]+$/)
      expect(place.nameAr).toMatch(/^[\u0600-\u06FF\d ]+$/)
    }
    for (const team of seedTeams)
      expect(seedPlaces.filter((place) => place.team === team.code).length).toBeGreaterThan(8)
  })

  it('has 42 members of staff, and someone else to verify in every team', () => {
    expect(seedStaff).toHaveLength(42)
    expect(new Set(seedStaff.map((member) => member.email)).size).toBe(42)
    for (const { code } of seedTeams) {
      const team = seedStaff.filter((one) => one.team === code && one.programmes.includes('livelihoods'))
      expect(team.filter((member) => member.role === 'caseworker').length).toBeGreaterThanOrEqual(3)
      expect(team.filter((member) => member.role === 'supervisor').length).toBe(1)
    }
    expect(seedStaff.filter((member) => member.role === 'admin')).toHaveLength(2)
  })

  it('has businesses of every sector with a budget a grant could pay', () => {
    expect(seedBusinesses.length).toBeGreaterThanOrEqual(60)
    expect(new Set(seedBusinesses.map((one) => one.nameEn)).size).toBe(seedBusinesses.length)
    for (const { code } of seedSectors) expect(seedBusinesses.some((one) => one.sector === code)).toBe(true)
    for (const { nameEn, nameAr, lines } of seedBusinesses) {
      expect([nameEn, nameAr]).not.toContain('')
      const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceIqd, 0)
      expect(Number.isInteger(total)).toBe(true)
      expect(total, nameEn).toBeGreaterThanOrEqual(900_000)
      expect(total, nameEn).toBeLessThanOrEqual(6_000_000)
    }
  })
})
