import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql } from '../../../db/testing'
import { makeForum, makeHeldSession } from '../../../db/testing-forum'
import { good } from '../../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { baghdadDay } from '../../format'
import { agreeAction, finishAction } from '../actions/commands'
import { raiseConcern } from '../concerns/raise-commands'
import { triageConcern } from '../concerns/triage-commands'
import { openTables, tables } from './measures'
import { getForumFigures, listForumRecords } from './queries'

let world: World
let forumId: string
const today = baghdadDay(new Date())
const period = { from: '2026-01-01', to: '2099-12-31' }
const form = {
  severity: 'high',
  source: 'box',
  raisedOn: today,
  locationPcode: 'IQG01Q01N03',
  summary: 'Lamps are broken',
}

beforeAll(async () => {
  world = await makeWorld()
  forumId = (await makeForum(world)).forumId
  await makeHeldSession(world, forumId, today)
  const { officer, policingSupervisor } = world.actor
  for (const category of ['theft', 'theft', 'theft', 'theft', 'theft', 'traffic', 'police_conduct', 'police_conduct']) {
    const { caseId } = good(await raiseConcern.execute(officer, { ...form, forumId, category }))
    if (caseId) good(await triageConcern.execute(policingSupervisor, { caseId, version: 1, decision: 'accept' }))
  }
  // Raised and not triaged: nobody's but the team's.
  good(await raiseConcern.execute(officer, { ...form, forumId, category: 'drugs' }))
  const action = {
    forumId,
    title: 'New lamps',
    ownerKind: 'organisation',
    ownerName: 'Municipality',
    dueOn: '2099-01-01',
  }
  const { actionId } = good(await agreeAction.execute(officer, action))
  good(await finishAction.execute(officer, { actionId, version: 1, doneOn: today, evidence: 'They burn at night' }))
})

describe('the figures of community policing', () => {
  it('are those of the records, and each number opens as many', async () => {
    for (const part of ['policingManager', 'policingSupervisor'] as const) {
      const actor = world.actor[part]
      const { rows } = await getForumFigures(actor, period)
      const all = (table: string) => rows.find((row) => row.table === table && row.dimension === 'all')?.counts
      expect(all('sessions')).toEqual({ sessions: 1, heads: 22 })
      expect(all('attendance')).toEqual({ women: 12, men: 10, heads: 22 })
      expect(all('concerns')).toMatchObject({ raised: part === 'policingManager' ? 6 : 7, accepted: 6 })
      expect(all('actions')).toEqual({ due: 1, done: 1, on_time: 1, verified: 0, overdue: 0 })
      for (const table of openTables)
        for (const row of rows.filter((one) => one.table === table))
          for (const measure of tables[table].measures.filter((one) => one !== 'heads')) {
            const filter = { ...period, table, measure, dimension: row.dimension, value: row.value }
            const records = await listForumRecords(actor, filter)
            expect(records.rows.length, `${table} ${row.dimension} ${row.value} ${measure}`).toBe(row.counts[measure])
          }
    }
  })

  it('have no records behind what is no measure', async () => {
    const actor = world.actor.policingManager
    for (const word of ['__proto__', 'constructor']) {
      const filter = { ...period, table: 'concerns', measure: word, dimension: 'all', value: '' } as const
      expect((await listForumRecords(actor, filter)).rows).toEqual([])
      expect((await listForumRecords(actor, { ...filter, measure: 'raised', dimension: word })).rows).toEqual([])
    }
  })

  it('never hold what is restricted, not even as a kind', async () => {
    for (const part of ['policingManager', 'policingSupervisor', 'policingAnalyst'] as const) {
      const { rows, restricted } = await getForumFigures(world.actor[part], period)
      expect(rows.map((row) => row.value)).not.toContain('police_conduct')
      expect(restricted).toBeNull()
      const filter = {
        ...period,
        table: 'concerns',
        measure: 'raised',
        dimension: 'category',
        value: 'police_conduct',
      } as const
      expect((await listForumRecords(world.actor[part], filter)).rows).toEqual([])
    }
  })

  it('withhold small groups and what gives them away from who may not read concerns', async () => {
    const actor = world.actor.policingAnalyst
    const { rows } = await getForumFigures(actor, period)
    const by = (value: string) => rows.find((row) => row.dimension === 'category' && row.value === value)
    expect(by('traffic')?.withheld).toContain('raised')
    expect(by('theft')?.withheld).toContain('raised')
    const filter = { ...period, table: 'concerns', measure: 'raised', dimension: 'category', value: 'traffic' } as const
    expect(await listForumRecords(actor, filter)).toMatchObject({ rows: [], isTooFew: true })
    const open = await listForumRecords(actor, { ...filter, dimension: 'all', value: '' })
    expect(open.rows).toHaveLength(6)
    expect(open.rows.every((row) => row.href === null && row.label.en.startsWith('R-') && row.on.endsWith('-01'))).toBe(
      true,
    )
  })

  it('tell the middle of the days that were needed', async () => {
    const owner = ownerSql()
    await owner`alter table concerns disable trigger user`
    for (const [category, took] of Object.entries({ theft: [1, 2, 3], traffic: [10] }))
      for (const [at, days] of took.entries())
        await owner`update concerns set resolved_at = raised_on + ${`${days} days 12 hours`}::interval where case_id = (
          select case_id from concerns where category = ${category} and forum_id = ${forumId} order by case_id offset ${at} limit 1)`
    await owner`alter table concerns enable trigger user`
    const { rows } = await getForumFigures(world.actor.policingManager, period)
    const daysOf = (dimension: string, value: string) =>
      rows.find((row) => row.table === 'concerns' && row.dimension === dimension && row.value === value)?.days
    expect([daysOf('category', 'theft'), daysOf('category', 'traffic'), daysOf('all', '')]).toEqual([2, 10, 2])
  })

  const nobody: Part[] = [
    'officer',
    'policingSupervisor2',
    'manager',
    'analyst',
    'supervisor',
    'admin',
    'focal',
    'healthManager',
  ]
  it.each(nobody)('do not exist for %s', async (part) => {
    expect((await getForumFigures(world.actor[part], period)).rows).toEqual([])
  })
})
