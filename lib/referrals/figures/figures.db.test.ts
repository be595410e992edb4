import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql } from '../../../db/testing'
import { referralAt } from '../../../db/testing-referral'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { baghdadDay } from '../../format'
import { smallGroups } from '../../small-groups'
import { besideOf, dimensions, measures, monthsOf, type ShownRow } from './measures'
import { getHealthFigures, listHealthRecords } from './queries'

let world: World
const today = baghdadDay(new Date())
const period = { from: today, to: today }

beforeAll(async () => {
  world = await makeWorld()
  for (const status of ['requested', 'accepted', 'accepted', 'attended', 'completed', 'closed', 'draft'] as const)
    await referralAt(world, status)
})

describe('the figures of referrals', () => {
  it('are those of the records, and each number opens as many', async () => {
    const { rows } = await getHealthFigures(world.actor.healthManager, period)
    const all = rows.find((row) => row.dimension === 'all')
    expect(all).toMatchObject({ referrals: 6, accepted: 5, attended: 3, known: 2, missed: 0, rejected: 0 })
    const [counted] = await ownerSql()`select count(*)::int as referrals, count(accepted_at)::int as accepted,
      count(attended_at)::int as attended from referrals where requested_at is not null`
    expect(all).toMatchObject(counted ?? {})
    for (const dimension of dimensions) {
      const inside = rows.filter((row) => row.dimension === dimension)
      expect(
        inside.reduce((sum, row) => sum + row.referrals, 0),
        dimension,
      ).toBe(6)
      for (const row of inside)
        for (const measure of measures) {
          const filter = { ...period, measure, dimension, value: row.value }
          const records = await listHealthRecords(world.actor.healthManager, filter, null)
          expect(records.rows.length, `${dimension} ${row.value} ${measure}`).toBe(row[measure])
        }
    }
  })

  it('are withheld in small groups from who may not look people up, in the list as in the table', async () => {
    const { healthAnalyst } = world.actor
    const { rows } = await getHealthFigures(healthAnalyst, period)
    const known = rows.find((row) => row.dimension === 'all')
    expect(known?.withheld).toContain('known')
    const filter = { ...period, measure: 'known', dimension: null, value: '' } as const
    expect(await listHealthRecords(healthAnalyst, filter, null)).toMatchObject({ rows: [], isTooFew: true })
    const open = await listHealthRecords(healthAnalyst, { ...filter, measure: 'referrals' }, null)
    expect(open.rows).toHaveLength(6)
    expect(open.rows.every((row) => row.caseId === null && row.status === null && row.reference.startsWith('R-'))).toBe(
      true,
    )
  })

  const nobody: Part[] = ['nurse', 'caseworker', 'supervisor', 'manager', 'analyst', 'finance', 'admin']
  it.each(nobody)('do not exist for %s', async (part) => {
    expect((await getHealthFigures(world.actor[part], period)).rows).toEqual([])
  })

  it('count the teams of a supervisor, and not another day', async () => {
    const { rows } = await getHealthFigures(world.actor.healthSupervisor, period)
    expect(rows.find((row) => row.dimension === 'all')?.referrals).toBe(6)
    const before = { from: '2020-01-01', to: '2020-12-31' }
    expect((await getHealthFigures(world.actor.healthSupervisor, before)).rows).toEqual([])
  })
})

it('withholds the next smallest where one small group would be given away by the total', () => {
  const groups = [1, 20, 9].map((count) => ({ count }))
  expect(smallGroups(groups, (one) => one.count)).toEqual([{ count: 1 }, { count: 9 }])
  expect(smallGroups([{ count: 3 }, { count: 2 }, { count: 9 }], (one) => one.count)).toEqual([
    { count: 3 },
    { count: 2 },
  ])
  expect(smallGroups([{ count: 0 }, { count: 9 }], (one) => one.count)).toEqual([])
})

describe('what stands beside a count', () => {
  const counts = { referrals: 20, accepted: 10, attended: 8, known: 5, missed: 1, rejected: 0 }
  const row: ShownRow = {
    dimension: 'month',
    value: '2026-11',
    ...counts,
    hoursToAccept: 12,
    hoursToAttend: null,
    withheld: [],
  }

  it('is a median or a share, and nothing where it would tell of a group that is withheld', () => {
    expect(besideOf(row, 'accepted')).toEqual({ hours: 12 })
    expect(besideOf(row, 'attended')).toBeNull()
    expect(besideOf(row, 'known')).toEqual({ share: 0.25 })
    expect(besideOf(row, 'missed')).toEqual({ share: 0.1 })
    expect(besideOf(row, 'referrals')).toBeNull()
    expect(besideOf({ ...row, withheld: ['accepted'] }, 'missed')).toBeNull()
    expect(besideOf({ ...row, withheld: ['missed'] }, 'missed')).toBeNull()
    expect(besideOf({ ...row, accepted: 0 }, 'missed')).toBeNull()
  })

  it('is drawn month by month, over the turn of a year and months without anything', () => {
    const months = monthsOf(['2027-02', '2026-11'].map((value) => ({ ...row, value })))
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(months.map((one) => one.row?.value ?? null)).toEqual(['2026-11', null, null, '2027-02'])
    expect(monthsOf([])).toEqual([])
  })
})
