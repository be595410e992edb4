import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs, testDatabase } from '../../../db/testing'
import { good, grantAt, versionOf } from '../../../db/testing-grant'
import { makePerson, makeWorld, type World } from '../../../db/testing-world'
import type { Actor } from '../../auth/actor'
import { newId } from '../../ids'
import { withdrawGrant } from '../application-commands'
import { recordVisit } from '../monitoring/commands'
import { getSelection } from '../rounds/selection-queries'
import { bring, payingGrant } from '../tranches/testing-payments'
import { type FigureFilters, getFigures } from './queries'

testDatabase()
let world: World
const everything: FigureFilters = { from: null, to: null, round: null }

/** The same figures without any total: each application joined with all that is written about it, and counted. */
async function fromRecords({ from, to, round }: FigureFilters, teams: readonly string[] | null) {
  const rows = await ownerSql()`
    with facts as (
      select f.sex, f.age_band, f.displacement, case when f.has_disability then 'yes' else 'no' end as disability, c.district_pcode as district,
        r.code as round, g.currency, s.case_id is not null as approved,
        (select coalesce(sum(committed_minor), 0) from ledger_entries e where e.case_id = g.case_id) as committed,
        (select coalesce(sum(released_minor), 0) from ledger_entries e where e.case_id = g.case_id) as released,
        (select coalesce(sum(spent_minor), 0) from ledger_entries e where e.case_id = g.case_id) as spent,
        (select business from monitoring_visits v where v.case_id = g.case_id and v.month = 3 and visited_on is not null) as b3,
        (select business from monitoring_visits v where v.case_id = g.case_id and v.month = 6 and visited_on is not null) as b6,
        (select business from monitoring_visits v where v.case_id = g.case_id and v.month = 12 and visited_on is not null) as b12,
        case when s.case_id is not null then p.jobs_planned_women_full + p.jobs_planned_women_part end as planned_women,
        case when s.case_id is not null then p.jobs_planned_men_full + p.jobs_planned_men_part end as planned_men,
        (select jobs_women_full + jobs_women_part from monitoring_visits v where v.case_id = g.case_id and visited_on is not null order by month desc limit 1) as women,
        (select jobs_men_full + jobs_men_part from monitoring_visits v where v.case_id = g.case_id and visited_on is not null order by month desc limit 1) as men
      from grants g join cases c on c.id = g.case_id join grant_profiles f on f.case_id = g.case_id join funding_rounds r on r.id = g.funding_round_id
        left join round_selections s on s.case_id = g.case_id left join business_plans p on p.case_id = g.case_id
      where (${from}::date is null or f.submitted_on >= ${from}::date) and (${to}::date is null or f.submitted_on <= ${to}::date)
        and (${round}::text is null or r.code = ${round}) and (${teams === null} or c.team_id = any (${teams ?? []}::uuid[])))
    select d.dimension, d.value, count(*)::float8 as applications, count(*) filter (where approved)::float8 as approvals,
      coalesce(sum(committed) filter (where currency = 'IQD'), 0)::float8 as committed, coalesce(sum(released) filter (where currency = 'IQD'), 0)::float8 as released,
      coalesce(sum(spent) filter (where currency = 'IQD'), 0)::float8 as spent,
      array[count(b3), count(b6), count(b12), count(*) filter (where b3 = 'operating'), count(*) filter (where b6 = 'operating'),
        count(*) filter (where b12 = 'operating'), coalesce(sum(planned_women), 0), coalesce(sum(planned_men), 0), coalesce(sum(women), 0),
        coalesce(sum(men), 0)]::float8[] as rest
    from facts cross join lateral (values ('all', 'all'), ('sex', sex), ('age_band', age_band), ('displacement', displacement), ('disability', disability),
      ('district', district), ('round', round)) d(dimension, value) group by 1, 2 order by 1, 2`
  return rows.map((row) => ({ ...row }))
}

async function shown(actor: Actor, filters: FigureFilters) {
  const { rows } = await getFigures(actor, filters)
  return rows.map((row) => ({
    dimension: row.dimension,
    value: row.value,
    applications: row.applications,
    approvals: row.approvals,
    committed: row.committed.IQD,
    released: row.released.IQD,
    spent: row.spent.IQD,
    rest: [
      ...([3, 6, 12] as const).map((month) => row.visited[month]),
      ...([3, 6, 12] as const).map((month) => row.operating[month]),
      row.jobsPlanned.women,
      row.jobsPlanned.men,
      row.jobsActual.women,
      row.jobsActual.men,
    ],
  }))
}

const filters: FigureFilters[] = [
  everything,
  { from: '2026-02-01', to: '2026-03-31', round: null },
  { from: '2026-01-20', to: '2026-03-15', round: null },
  { from: '2026-02-10', to: '2026-02-20', round: 'T-1' },
  { from: null, to: '2026-03-04', round: 'T-2' },
  { from: '2026-02-15', to: null, round: null },
  { from: '2026-05-01', to: '2026-04-01', round: null },
  { from: null, to: null, round: 'no such round' },
]

/** The figures as each reader sees them are what the records say. */
async function expectTruth() {
  const { manager, supervisor, supervisor2 } = world.actor
  for (const asked of filters) {
    expect(await shown(manager, asked)).toEqual(await fromRecords(asked, null))
    for (const actor of [supervisor, supervisor2])
      expect(await shown(actor, asked)).toEqual(await fromRecords(asked, actor.teams))
  }
}

const fold = async () => void (await ownerSql()`select figures_fold(1)`)

const days = ['2026-01-20', '2026-01-31', '2026-02-01', '2026-02-14', '2026-02-28', '2026-03-04', '2026-03-31']
let paid: { caseId: string; visits: string[] }[]

async function paidGrant() {
  const { caseId, tranches } = await payingGrant(world, { percents: [60, 40], withMilestones: false })
  await bring(world, { caseId, trancheId: tranches[0]?.trancheId ?? '' }, 'receipt_confirmed')
  await ownerSql()`update monitoring_visits set due_on = app_today() - 3 + make_interval(days => month) where case_id = ${caseId}`
  const rows = await ownerSql()`select id from monitoring_visits where case_id = ${caseId} order by month`
  return { caseId, visits: rows.map((row) => String(row.id)) }
}

async function visit(visitId: string | undefined, business: string) {
  const [row] = await ownerSql()`select app_today()::text as day`
  const jobs = { jobsWomenFull: '1', jobsWomenPart: '2', jobsMenFull: '0', jobsMenPart: '1' }
  const found = {
    received: 'full',
    business,
    monthlyProfit: '450000',
    currency: 'IQD',
    satisfaction: '4',
    remark: 'Open.',
  }
  const input = { visitId, visitedOn: row?.day, ...found, ...jobs, safety: 'no', safetyBody: '' }
  return recordVisit.execute(world.actor.caseworker, input)
}

beforeAll(async () => {
  world = await makeWorld()
  const { caseworker } = world.actor
  const women = await makePerson(caseworker, 'فاطمة', { birthOn: '1950-01-01' })
  await ownerSql()`update people set sex = 'female' where id = ${women.personId}`
  await grantAt(world, 'submitted', { person: women })
  await grantAt(world, 'committee_review')
  const leaving = await grantAt(world, 'approved')
  await grantAt(world, 'approved', { amount: '1,000,000' })
  const moving = await grantAt(world, 'approved')
  paid = [await paidGrant(), await paidGrant()]
  good(await visit(paid[0]?.visits[0], 'operating'))
  good(await visit(paid[0]?.visits[1], 'operating'))
  const at = { caseId: leaving.caseId, version: await versionOf(caseworker, leaving.caseId), reason: 'Left the town.' }
  good(await withdrawGrant.execute(world.actor.supervisor, at))
  const other = newId()
  await ownerSql().begin(async (sql) => {
    await sql`insert into funding_rounds (id, code, name_en, name_ar, opens_on, closes_on, currency, max_amount_minor, rules_version, score_version)
      select ${other}, 'T-2', name_en, name_ar, opens_on, closes_on, currency, max_amount_minor, rules_version, score_version from funding_rounds where code = 'T-1'`
    await sql`update cases set version = version + 1, team_id = ${world.team.ramadi}, district_pcode = 'IQG01Q03' where id = ${moving.caseId}`
    await sql`alter table grants disable trigger stays`
    await sql`update grants set funding_round_id = ${other} where case_id = ${moving.caseId}`
    await sql`alter table grants enable trigger stays`
    // They applied on days around the turn of months.
    await sql`update grant_profiles f set submitted_on = (${days}::date[])[k.n] from (select case_id, row_number() over (order by case_id) as n
      from grant_profiles) k where k.case_id = f.case_id`
  })
}, 60_000)

describe('figures kept as totals', () => {
  it('are what the records say, before they are added up, after, and after what changes next', async () => {
    await expectTruth()
    await fold()
    expect(await ownerSql()`select from figure_changes`).toHaveLength(0)
    await expectTruth()
    good(await visit(paid[0]?.visits[2], 'closed'))
    good(await visit(paid[1]?.visits[0], 'operating'))
    await grantAt(world, 'pending_approval_1')
    await expectTruth()
    await Promise.all([fold(), grantAt(world, 'submitted'), fold(), fold()])
    await fold()
    await expectTruth()
  }, 60_000)

  it('stay right when money and a visit of one grant come at the same moment', async () => {
    const { caseId, visits } = paid[1] ?? { caseId: '', visits: [] }
    const [line] = await ownerSql()`select line_id from ledger_entries where case_id = ${caseId} limit 1`
    await Promise.all([
      ...visits.slice(1).map(async (visitId) => good(await visit(visitId, 'operating'))),
      ...Array.from({ length: 6 }, () =>
        ownerSql().begin(async (sql) => {
          await sql`insert into ledger_entries (line_id, kind, committed_minor, case_id) values (${line?.line_id}, 'commit', 1000, ${caseId})`
        }),
      ),
    ])
    await expectTruth()
    expect(
      (
        await ownerSql()`select from grant_profiles f join grant_counted n on n.case_id = f.case_id
      where (f.committed_minor, f.business_12, f.jobs_women) is distinct from (n.committed_minor, n.business_12, n.jobs_women)`
      ).length,
    ).toBe(0)
  })

  it('tell the fairness view the same as the profiles of its round', async () => {
    const { manager, supervisor2 } = world.actor
    for (const [actor, teams] of [
      [manager, null],
      [supervisor2, supervisor2.teams],
    ] as const) {
      const [row] =
        await ownerSql()`select count(*)::integer as applied, count(*) filter (where status not in ('submitted', 'screening', 'verification',
          'training', 'business_plan', 'returned', 'ineligible', 'withdrawn', 'cancelled'))::integer as reached
        from grant_profiles where funding_round_id = ${world.roundId} and (${teams === null} or team_id = any (${teams ?? []}::uuid[]))`
      const found = await getSelection(actor, world.roundId, {})
      expect({ applied: found?.all.applied, reached: found?.all.reached }).toEqual(row)
    }
  })

  it('come out the same when they are counted anew', async () => {
    const before = await shown(world.actor.manager, everything)
    await ownerSql()`update figure_totals set applications = applications + 7`
    await ownerSql()`select figures_rebuild()`
    expect(await shown(world.actor.manager, everything)).toEqual(before)
  })

  it('are read and written by nobody past their functions', async () => {
    for (const deed of [
      'select * from figure_totals',
      'select * from figure_changes',
      'delete from figure_totals',
      'select figures_fold(1)',
      'select figures_rebuild()',
      "select * from figure_rows('{00000000-0000-0000-0000-000000000000}', null, null, null)",
    ])
      await expect(sqlAs(world.actor.manager.userId, (sql) => sql.unsafe(deed))).rejects.toThrow('permission denied')
  })
})
