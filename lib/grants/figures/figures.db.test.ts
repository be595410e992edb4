import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs, testDatabase } from '../../../db/testing'
import { grantAt } from '../../../db/testing-grant'
import { makePerson, makeWorld, type World } from '../../../db/testing-world'
import { getFigures } from './queries'
import type { RecordFilters } from './records-query'
import { listRecords } from './records-query'

testDatabase()
let world: World
const everything = { from: null, to: null, round: null }

beforeAll(async () => {
  world = await makeWorld()
  // Six of Falluja applied, five of them approved; one is old on the day, one turns 60 the day after.
  const day = new Date()
  const ago = (years: number, days: number) =>
    new Date(Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth(), day.getUTCDate() + days))
      .toISOString()
      .slice(0, 10)
  const births = ['1985-03-02', '1990-01-01', '1991-01-01', '1992-01-01', ago(60, -1), ago(60, 2)]
  for (const [index, birthOn] of births.entries()) {
    const person = await makePerson(world.actor.caseworker, 'محمد', { birthOn })
    await grantAt(world, index === 0 ? 'submitted' : 'approved', { person, amount: '1,000,000' })
  }
}, 60_000)

const all = (rows: Awaited<ReturnType<typeof getFigures>>['rows']) => rows.find((row) => row.dimension === 'all')
const asked = (change: Partial<RecordFilters> = {}): RecordFilters => ({
  ...everything,
  measure: 'applications',
  dimension: null,
  value: '',
  ...change,
})

describe('figures', () => {
  it('are the same for all who may count, and nothing for others', async () => {
    const { manager, analyst, supervisor, supervisor2, caseworker, finance, admin } = world.actor
    for (const actor of [manager, analyst, supervisor]) {
      const total = all((await getFigures(actor, everything)).rows)
      expect([total?.applications, total?.approvals, total?.committed.IQD]).toEqual([6, 5, 5_000_000_000])
    }
    for (const actor of [supervisor2, caseworker, finance, admin])
      expect(all((await getFigures(actor, everything)).rows)?.applications ?? 0).toBe(0)
  })

  it('of raw SQL hold no name, and nothing for who may not count', async () => {
    const { analyst, caseworker, finance, admin, supervisor2 } = world.actor
    for (const actor of [caseworker, finance, admin, supervisor2])
      expect(await sqlAs(actor.userId, (sql) => sql`select * from grant_facts`)).toHaveLength(0)
    const rows = await sqlAs(analyst.userId, (sql) => sql`select * from grant_facts`)
    expect(rows).toHaveLength(6)
    expect(JSON.stringify(rows)).not.toMatch(/محمد|علي|\b07\d{9}\b/)
    for (const table of [
      'people',
      'cases',
      'grants',
      'round_selections',
      'grant_profiles',
      'monitoring_visits',
      'tranches',
    ])
      expect(await sqlAs(analyst.userId, (sql) => sql.unsafe(`select * from ${table}`))).toHaveLength(0)
  })

  it('count the age of the day: who turned 60 yesterday, not who does the day after tomorrow', async () => {
    const { rows } = await getFigures(world.actor.manager, everything)
    const bands = rows.filter((row) => row.dimension === 'age_band').map((row) => [row.value, row.applications])
    expect(bands).toEqual([
      ['18-59', 5],
      ['60+', 1],
    ])
    await ownerSql()`update people set birth_on = '1950-01-01'`
    const later = (await getFigures(world.actor.manager, everything)).rows.find((row) => row.value === '60+')
    expect(later?.applications).toBe(1)
  })

  it('open as many records as they say', async () => {
    const { rows } = await getFigures(world.actor.manager, everything)
    for (const row of rows) {
      const dimension = row.dimension === 'all' ? null : row.dimension
      for (const measure of ['applications', 'approvals', 'committed'] as const) {
        const page = await listRecords(world.actor.manager, asked({ measure, dimension, value: row.value }), null)
        expect(page.rows.length).toBe(measure === 'applications' ? row.applications : row.approvals)
      }
    }
  })

  it('give the analyst pseudonyms, rough days and no list of a small group', async () => {
    const { analyst, manager } = world.actor
    const page = await listRecords(analyst, asked(), null)
    expect(page.rows).toHaveLength(6)
    expect(page.rows.every((row) => row.caseId === null && /^R-[0-9A-F]{10}$/.test(row.reference))).toBe(true)
    expect(page.rows.every((row) => row.amountMinor === null && row.submittedOn.endsWith('-01'))).toBe(true)
    const small = await listRecords(analyst, asked({ dimension: 'age_band', value: '60+' }), null)
    expect(small).toMatchObject({ isTooFew: true, rows: [] })
    // Its neighbour would give it away.
    const neighbour = await listRecords(analyst, asked({ dimension: 'age_band', value: '18-59' }), null)
    expect(neighbour.isTooFew).toBe(true)
    expect((await listRecords(manager, asked({ dimension: 'age_band', value: '60+' }), null)).rows).toHaveLength(1)
  })

  it('take no nonsense for a page, a value or a day', async () => {
    const { manager } = world.actor
    expect((await listRecords(manager, asked({ dimension: 'sex', value: "' or 1=1 --" }), null)).rows).toHaveLength(0)
    expect((await listRecords(manager, asked(), 'nonsense')).rows).toHaveLength(6)
    expect((await getFigures(manager, { ...everything, from: '2099-01-01' })).rows).toEqual([])
  })
})
