import type { TransactionSql } from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownerSql, sqlAs } from '../../../db/testing'
import { good } from '../../../db/testing-grant'
import { referralAt, referralOf } from '../../../db/testing-referral'
import { makeWorld, type World } from '../../../db/testing-world'
import { recordAccepted } from '../record-commands'
import { getHealthFigures, listHealthRecords, type Period } from './queries'

let world: World
const caseIds: string[] = []

/** Referrals of four months, over both teams, with times as they come; written past the commands, which know only today. */
beforeAll(async () => {
  world = await makeWorld()
  for (let i = 0; i < 6; i++) caseIds.push((await referralAt(world, i % 2 ? 'accepted' : 'attended')).caseId)
  const sql = ownerSql()
  await sql.begin(async (tx) => {
    await tx`create temporary table copies on commit drop as select n, uuidv7() as id,
      timestamptz '2026-03-01 00:00:00+03' + (hashint4(n) & 10368000) * interval '1 second' as at from generate_series(1, 600) n`
    await tx`insert into cases (id, reference, programme, status, team_id, district_pcode, location_pcode, created_by)
      select b.id, 'REF-T-' || b.n, 'health', 'draft', case when b.n % 3 = 0 then ${world.team.ramadi}::uuid else ${world.team.falluja}::uuid end,
        c.district_pcode, c.location_pcode, c.created_by from copies b, cases c where c.id = ${caseIds[0] ?? ''}`
    await tx`insert into case_events (id, case_id, kind, to_status, version) select uuidv7(), id, 'created', 'draft', 1 from copies`
    await tx`insert into referrals (case_id, person_id, facility_id, service, priority, consent_id, requested_at, accepted_at, attended_at,
        missed_count, outcome, reject_reason, sex, age_band, displacement, has_disability)
      select b.id, r.person_id, r.facility_id, (array['eye', 'dental', 'surgery'])[1 + b.n % 3], 'routine_2w', r.consent_id, b.at,
        case when b.n % 5 > 0 then b.at + (hashint4(b.n + 7) & 1048575) * interval '1 second' end,
        case when b.n % 5 > 2 then b.at + (100000 + (hashint4(b.n + 9) & 1048575)) * interval '1 second' end, b.n % 7 % 2,
        case when b.n % 5 = 3 then 'treated' when b.n % 5 = 4 then 'unknown' end, case when b.n % 5 = 0 and b.n % 2 = 0 then 'no_capacity' end,
        case when b.n % 2 = 0 then 'female' else 'male' end, (array['0-4', '60+'])[1 + b.n % 2], 'returnee', b.n % 11 = 0
      from copies b, referrals r where r.case_id = ${caseIds[0] ?? ''}`
  })
})

const periods: Period[] = [
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-03-01', to: '2026-05-31' },
  { from: '2026-03-17', to: '2026-06-02' },
  { from: '2026-04-30', to: '2026-05-01' },
  { from: '2026-04-03', to: '2026-04-03' },
  { from: '2026-04-01', to: '2026-04-30' },
  { from: '2019-01-01', to: '2019-12-31' },
  { from: '2026-05-02', to: '2026-05-01' },
]
const teams = () => ({ healthManager: null, healthSupervisor: world.team.falluja })

/** The same counted from the referrals themselves. */
async function counted({ from, to }: Period, team: string | null) {
  const rows = await ownerSql()`
    select d.dimension, d.value, count(*)::integer as referrals, count(r.accepted_at)::integer as accepted, count(r.attended_at)::integer as attended,
      count(*) filter (where r.outcome <> 'unknown')::integer as known, count(*) filter (where r.missed_count > 0)::integer as missed,
      count(r.reject_reason)::integer as rejected,
      percentile_cont(0.5) within group (order by extract(epoch from r.accepted_at - r.requested_at) / 3600) as accept,
      percentile_cont(0.5) within group (order by extract(epoch from r.attended_at - r.requested_at) / 3600) as attend
    from referrals r join cases c on c.id = r.case_id cross join lateral (values ('all', ''), ('month', to_char(r.requested_at at time zone 'Asia/Baghdad', 'YYYY-MM')), ('service', r.service), ('priority', r.priority),
      ('outcome', coalesce(r.outcome, 'open')), ('facility', r.facility_id::text), ('sex', r.sex), ('age_band', r.age_band),
      ('displacement', r.displacement), ('disability', case when r.has_disability then 'yes' else 'no' end), ('district', c.district_pcode)) d(dimension, value)
    where (r.requested_at at time zone 'Asia/Baghdad')::date between ${from} and ${to} and (${team}::uuid is null or c.team_id = ${team}::uuid)
    group by 1, 2`
  return new Map(rows.map((row) => [`${row.dimension} ${row.value}`, row]))
}

async function expectAgreement() {
  for (const part of ['healthManager', 'healthSupervisor'] as const)
    for (const period of periods) {
      const expected = await counted(period, teams()[part])
      const { rows } = await getHealthFigures(world.actor[part], period)
      const told = `${part} ${period.from} ${period.to}`
      expect(rows.length, told).toBe(expected.size)
      for (const { dimension, value, hoursToAccept, hoursToAttend, withheld: _, ...counts } of rows) {
        const { accept, attend, ...same } = expected.get(`${dimension} ${value}`) ?? {}
        expect({ ...counts, dimension, value }, told).toEqual(same)
        for (const [hours, exact] of [
          [hoursToAccept, accept],
          [hoursToAttend, attend],
        ] as const) {
          if (exact === null) expect(hours, told).toBeNull()
          // Within half a step, and what rounding to a tenth of an hour leaves.
          else
            expect(Math.abs((hours ?? Number.NaN) - exact), `${told} ${dimension}`).toBeLessThan(
              (1 + exact) * 0.052 + 0.1,
            )
        }
      }
    }
}
const fold = async () => {
  const [row] = await ownerSql()`select referral_figures_fold(1) as n`
  return Number(row?.n)
}

/** As every command does: the case first, then what hangs on it. */
const change = (caseId: string, write: (tx: TransactionSql) => Promise<unknown>) =>
  ownerSql().begin(async (tx) => {
    await tx`select from cases where id = ${caseId} for update`
    await write(tx)
  })

describe('the totals of referrals', () => {
  it('are what a count of the referrals gives, before and after they were added up, of any days', async () => {
    await expectAgreement()
    expect(await fold()).toBeGreaterThan(600)
    await expectAgreement()
    expect(await fold()).toBe(0)
  })

  it('follow an answer, another outcome and another team, also when added up in between', async () => {
    const sql = ownerSql()
    await sql`update referrals set outcome = 'admitted', missed_count = 2 where service = 'eye'`
    await fold()
    await sql`update cases set team_id = ${world.team.ramadi}, version = version + 1 where reference like 'REF-T-%5'`
    await expectAgreement()
    await sql`update referrals set attended_at = requested_at + interval '3 hours', outcome = 'treated' where service = 'dental'`
    await fold()
    await expectAgreement()
  })

  it('open as many referrals as they count, page by page and of past days too', async () => {
    const period = { from: '2026-03-17', to: '2026-05-02' }
    for (const part of ['healthManager', 'healthSupervisor'] as const) {
      const { rows } = await getHealthFigures(world.actor[part], period)
      const filters = [
        { measure: 'referrals', dimension: null, value: '' },
        { measure: 'missed', dimension: 'service', value: 'dental' },
        { measure: 'attended', dimension: 'disability', value: 'no' },
        { measure: 'known', dimension: 'outcome', value: 'treated' },
      ] as const
      for (const { measure, dimension, value } of filters) {
        const row = rows.find((one) => one.dimension === (dimension ?? 'all') && one.value === value)
        const found: string[] = []
        let after: string | null = null
        do {
          const page = await listHealthRecords(world.actor[part], { ...period, measure, dimension, value }, after)
          found.push(...page.rows.map(({ reference }) => reference))
          after = page.next
        } while (after)
        expect(new Set(found).size, `${part} ${measure}`).toBe(row?.[measure])
        expect(found.length).toBe(row?.[measure])
        expect(found.length).toBeGreaterThan(0)
      }
    }
  })

  it('write nothing down when nothing that is counted has changed', async () => {
    await fold()
    await ownerSql()`update referrals set escalated_at = now(), transport = 'none', outcome = outcome, service = service`
    expect(await fold()).toBe(0)
  })

  it('stay right while referrals move, are answered and added up at once', async () => {
    const sql = ownerSql()
    const open = await Promise.all(Array.from({ length: 6 }, () => referralAt(world, 'received')))
    await Promise.all(
      open.flatMap(({ caseId }, at) => [
        referralOf(world.actor.nurse, caseId).then(async ({ version }) =>
          good(await recordAccepted.execute(world.actor.nurse, { caseId, version, source: 'phone' })),
        ),
        change(caseId, (tx) => tx`update referrals set missed_count = missed_count + 1 where case_id = ${caseId}`),
        sql`update cases set team_id = ${at % 2 ? world.team.ramadi : world.team.falluja}, version = version + 1 where id = ${caseIds[at] ?? ''}`,
        change(
          caseIds[at] ?? '',
          (tx) => tx`update referrals set outcome = 'prescribed' where case_id = ${caseIds[at] ?? ''}`,
        ),
        fold(),
      ]),
    )
    await expectAgreement()
    await fold()
    await expectAgreement()
  })

  it('can be counted anew, which mends whatever went wrong', async () => {
    await ownerSql()`delete from referral_sums where dimension = 'sex'`
    await ownerSql()`select referral_figures_rebuild()`
    await expectAgreement()
  })

  it('are reached through the figures alone', async () => {
    for (const part of ['healthManager', 'healthAnalyst', 'nurse', 'admin', 'analyst'] as const)
      for (const statement of [
        'select * from referral_sums',
        'select * from referral_changes',
        'delete from referral_sums',
        'select referral_figures_fold(1)',
        'select referral_figures_rebuild()',
      ]) {
        const tried = sqlAs(world.actor[part].userId, (sql) => sql.unsafe(statement))
        if (statement.startsWith('select *')) await expect(tried.catch(() => [])).resolves.toEqual([])
        else await expect(tried, `${part} ${statement}`).rejects.toThrow('permission denied')
      }
  })
})
