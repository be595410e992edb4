import postgres from 'postgres'
import { closePool } from '../db/client'
import { referralAt } from '../db/testing-referral'
import { makeWorld } from '../db/testing-world'

/** Lines of a day's register, as a centre fills them. */
const linesADay = 40

/**
 * Fills an empty, migrated database with `count` consultations in registers of 40 facilities, and a tenth as many referrals
 * of two teams. One referral is made by the portal's own commands and copied; the totals are added up by the database.
 * Called in a process of its own: `tsx bench/seed-health.ts <count>`.
 */
async function seed(count: number, superUrl: string): Promise<void> {
  const world = await makeWorld()
  const template = await referralAt(world, 'requested')
  await closePool()
  const sql = postgres(superUrl, { max: 1, onnotice: () => {}, prepare: false })
  const { falluja, ramadi } = world.team
  const { nurse, nurse2 } = world.actor
  try {
    await sql`set synchronous_commit = off`
    await sql`set work_mem = '256MB'`
    await sql`insert into facilities (id, code, name_en, name_ar, type, district_pcode, location_pcode, services, functional)
      select uuidv7(), 'BENCH-' || n, 'Centre ' || n, 'مركز ' || n, 'phc_centre', d, d || 'N03', '{primary_care,ncd}', 'full'
      from generate_series(1, 40) n cross join lateral (select case when n % 2 = 0 then 'IQG01Q01' else 'IQG01Q03' end as d) d`
    await sql`insert into consultation_registers (id, facility_id, held_on, team_id, district_pcode, source, row_count, entered_by)
      select uuidv7(), f.id, date '2026-11-20' - (d.n / 40)::integer, case when f.district_pcode = 'IQG01Q01' then ${falluja}::uuid else ${ramadi}::uuid end,
        f.district_pcode, 'grid', ${linesADay}, case when f.district_pcode = 'IQG01Q01' then ${nurse.userId}::uuid else ${nurse2.userId}::uuid end
      from generate_series(0, ${Math.ceil(count / linesADay) - 1}::integer) d(n)
      join (select id, district_pcode, row_number() over (order by code) - 1 as place from facilities where code like 'BENCH-%') f on f.place = d.n % 40`
    await sql`insert into consultations (register_id, position, sex, age_years, displacement, disability, category_code, is_new)
      select r.id, p, case when p % 5 < 3 then 'female' else 'male' end, (p * 7 + extract(day from r.held_on)::integer * 3) % 81,
        (array['returnee', 'returnee', 'idp_in_camp', 'host_community'])[1 + p % 4], case when p % 9 = 0 then 'yes' else 'no' end, k.code, p % 3 > 0
      from consultation_registers r cross join generate_series(1, ${linesADay}) p
      join (select code, row_number() over (order by code) - 1 as place, count(*) over () as all from complaint_categories) k on k.place = p % k.all`
    await sql`set session_replication_role = replica`
    await sql`create temporary table bench_referrals as
      select uuidv7(-(n || ' minutes')::interval) as id, n,
        (array['requested', 'accepted', 'appointment_set', 'attended', 'closed', 'closed', 'closed', 'rejected'])[1 + n % 8] as status,
        now() - (n || ' minutes')::interval as at from generate_series(1, ${Math.ceil(count / 10)}::integer) n`
    await sql`insert into cases (id, reference, programme, status, caseworker_id, team_id, district_pcode, location_pcode, due_on, opened_at, status_at,
        closed_at, created_by, version)
      select b.id, 'REF-2025-' || b.n, 'health', b.status, c.caseworker_id, case when b.n % 2 = 0 then ${falluja}::uuid else ${ramadi}::uuid end,
        c.district_pcode, c.location_pcode, (b.at + interval '14 days')::date, b.at, b.at,
        case when b.status in ('closed', 'rejected') then b.at + interval '20 days' end, c.created_by, 4
      from bench_referrals b, cases c where c.id = ${template.caseId}`
    await sql`insert into referrals (case_id, person_id, facility_id, service, priority, consent_id, requested_at, due_at, sex, age_band, displacement, has_disability)
      select b.id, r.person_id, r.facility_id, r.service, r.priority, r.consent_id, b.at, b.at + interval '14 days', r.sex, r.age_band, r.displacement, false
      from bench_referrals b, referrals r where r.case_id = ${template.caseId}`
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

await seed(Number(process.argv[2]), process.env.BENCH_SUPER_URL ?? '')
