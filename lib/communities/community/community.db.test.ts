import { beforeAll, describe, expect, it } from 'vitest'
import { sqlAs } from '../../../db/testing'
import { makeForum, makeHeldSession } from '../../../db/testing-forum'
import { good } from '../../../db/testing-grant'
import { makeWorld, type Part, type World } from '../../../db/testing-world'
import { raiseConcern } from '../../forums/concerns/raise-commands'
import { triageConcern } from '../../forums/concerns/triage-commands'
import { getCommunityFigures, listCommunityRecords, tables } from '../figures/queries'
import { getCommunity, listCommunities } from './queries'

let world: World
const place = 'IQG01Q01N03'
const raise = async (category: string) => {
  const { forumId } = forum
  const form = {
    category,
    severity: 'low',
    source: 'box',
    raisedOn: '2026-02-01',
    locationPcode: place,
    summary: 'Broken lamps',
  }
  return good(await raiseConcern.execute(world.actor.officer, { ...form, forumId })).caseId
}
let forum: { forumId: string }

beforeAll(async () => {
  world = await makeWorld()
  forum = await makeForum(world)
  await makeHeldSession(world, forum.forumId, '2026-02-01')
  for (let n = 0; n < 4; n += 1) {
    const caseId = await raise('theft')
    good(await triageConcern.execute(world.actor.policingSupervisor, { caseId, version: 1, decision: 'accept' }))
  }
  // Neither what nobody has triaged nor what is restricted fills the fifth place.
  await raise('drugs')
  for (let n = 0; n < 6; n += 1) await raise('police_conduct')
})

const readers: Part[] = [
  'caseworker',
  'nurse',
  'officer2',
  'manager',
  'healthManager',
  'policingAnalyst',
  'supervisor2',
]

describe('a community', () => {
  it.each(readers)('is the same numbers for %s, none below five', async (part) => {
    const page = await getCommunity(world.actor[part], place)
    expect(Object.fromEntries(page?.counts ?? [])).toEqual({
      grants: 0,
      referrals: 0,
      consultations: 0,
      sessions: 22,
      projects: 0,
      open_concerns: null,
    })
    expect(page?.forums.map((one) => one.name.en)).toEqual(['Falluja Centre forum'])
  })

  it('counts from five up, in the district as in the sub-district', async () => {
    const caseId = await raise('traffic')
    good(await triageConcern.execute(world.actor.policingSupervisor, { caseId, version: 1, decision: 'accept' }))
    for (const pcode of [place, 'IQG01Q01'])
      expect((await getCommunity(world.actor.manager, pcode))?.counts.get('open_concerns'), pcode).toBe(5)
    expect((await getCommunity(world.actor.manager, 'IQG01Q03'))?.counts.get('open_concerns')).toBe(0)
  })

  it('opens a forum only to who sees it', async () => {
    const opens = async (part: Part) =>
      (await getCommunity(world.actor[part], place))?.forums.map((one) => one.can_open)
    expect(await opens('officer')).toEqual([true])
    expect(await opens('officer2')).toEqual([false])
    expect(await opens('caseworker')).toEqual([false])
  })

  it.each(['admin', 'finance', 'focal'] as const)('tells %s nothing', async (part) => {
    await sqlAs(world.actor[part].userId, async (sql) => {
      expect(await sql`select * from community_help(${place})`).toHaveLength(0)
      expect(await sql`select * from community_forums(${place})`).toHaveLength(0)
      expect(await sql`select * from forums_by_place()`).toHaveLength(0)
    })
  })

  it('is none for a place that is none', async () => {
    expect(await getCommunity(world.actor.manager, 'IQG99')).toBeNull()
    expect(await getCommunity(world.actor.manager, 'IQG01')).toBeNull()
  })

  it('is listed where something is known of it', async () => {
    const rows = await listCommunities(world.actor.manager)
    expect(rows.map((row) => [row.pcode, row.forums])).toEqual([[place, 1]])
  })
})

it('figures of communities open as many records as they count', async () => {
  const { rows } = await getCommunityFigures(world.actor.manager)
  for (const row of rows)
    for (const measure of tables[row.table].measures.filter((name) => name !== 'served')) {
      const filter = { table: row.table, measure, dimension: row.dimension, value: row.value }
      expect((await listCommunityRecords(world.actor.manager, filter)).rows.length).toBe(row.counts[measure])
    }
})
