import postgres from 'postgres'
import { closePool } from '../db/client'
import { referralAt } from '../db/testing-referral'
import { makeWorld } from '../db/testing-world'

/** Lines of a day's register, as a centre fills them. */
const linesADay = 40
/** Registers since September 2015, however many there are: what grows is how much happens, not how long. */
const days = 4_090

/** Where a referral stands: what was asked lately is open, and one in twenty of the rest was left lying. */
const statusOf = (count: number) => `case when n <= ${count / 10} or n % 20 = 0
  then (array['requested', 'received', 'accepted', 'appointment_set', 'attended'])[1 + n / 20 % 5]
  else (array['closed', 'closed', 'closed', 'closed', 'closed', 'rejected', 'lost_to_follow_up'])[1 + n % 7] end`

/**
 * Fills an empty, migrated database with `count` consultations in registers of 40 facilities, and a tenth as many referrals
 * of two teams within a year, of half as many people. One referral is made by the portal's own commands and copied; the totals
 * are added up by the database. Called in a process of its own: `tsx bench/seed-health.ts <count>`.
 */
async function seed(count: number, superUrl: string): Promise<void> {
  const world = await makeWorld()
  const template = await referralAt(world, 'requested')
  await closePool()
  const sql = postgres(superUrl, { max: 1, onnotice: () => {}, prepare: false })
  const { falluja, ramadi } = world.team
  const { nurse, nurse2 } = world.actor
  const registers = Math.ceil(count / linesADay)
  try {
    await sql`set synchronous_commit = off`
    await sql`set work_mem = '256MB'`
    await sql`insert into facilities (id, code, name_en, name_ar, type, district_pcode, location_pcode, services, functional)
      select uuidv7(), 'BENCH-' || n, 'Centre ' || n, 'مركز ' || n, 'phc_centre', d, d || 'N03', '{primary_care,ncd}', 'full'
      from generate_series(1, 40) n cross join lateral (select case when n % 2 = 0 then 'IQG01Q01' else 'IQG01Q03' end as d) d`
    await sql`create temporary table bench_facilities as
      select id, district_pcode, row_number() over (order by code) - 1 as place from facilities where code like 'BENCH-%'`
    await sql`insert into consultation_registers (id, facility_id, held_on, team_id, district_pcode, source, row_count, entered_by)
      select uuidv7(), f.id, date '2026-11-20' - (n / 40 * ${days} / ${Math.ceil(registers / 40)})::integer,
        case when f.district_pcode = 'IQG01Q01' then ${falluja}::uuid else ${ramadi}::uuid end,
        f.district_pcode, 'grid', ${linesADay}, case when f.district_pcode = 'IQG01Q01' then ${nurse.userId}::uuid else ${nurse2.userId}::uuid end
      from generate_series(0, ${registers - 1}::integer) n join bench_facilities f on f.place = n % 40`
    // One line in five thousand is of a rare kind, by which the list is narrowed.
    await sql`insert into consultations (register_id, position, sex, age_years, displacement, disability, category_code, is_new)
      select r.id, p, case when p % 5 < 3 then 'female' else 'male' end, (p * 7 + extract(day from r.held_on)::integer * 3) % 81,
        case when p = 1 and hashtext(r.id::text) % 125 = 0 then 'refugee_asylum_seeker'
          else (array['returnee', 'returnee', 'idp_in_camp', 'host_community'])[1 + p % 4] end,
        case when p % 9 = 0 then 'yes' else 'no' end, k.code, p % 3 > 0
      from consultation_registers r cross join generate_series(1, ${linesADay}) p
      join (select code, row_number() over (order by code) - 1 as place, count(*) over () as all from complaint_categories) k on k.place = p % k.all`
    await sql`set session_replication_role = replica`
    await makeReferrals(sql, Math.ceil(count / 10), template.caseId, world.team)
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

/** Referrals of the last year, two of each person, over all facilities, services and outcomes. */
async function makeReferrals(
  sql: postgres.Sql,
  count: number,
  templateId: string,
  { falluja, ramadi }: { falluja: string; ramadi: string },
): Promise<void> {
  await sql.unsafe(`create temporary table bench_referrals as
    select uuidv7(-(n * age)) as id, n, ${statusOf(count)} as status, now() - n * age as at
    from generate_series(1, ${count}) n cross join (select interval '365 days' / ${count} as age) a`)
  await sql`create temporary table bench_people as
    select uuidv7() as id, uuidv7() as consent_id, n from generate_series(0, ${Math.ceil(count / 2)}::integer) n`
  await sql`insert into people select (jsonb_populate_record(p, jsonb_build_object('id', b.id, 'phone', '+9647' || 700000000 + b.n,
      'birth_on', date '1950-01-01' + b.n % 25000, 'sex', case when b.n % 5 < 3 then 'female' else 'male' end))).*
    from bench_people b, people p where p.id = (select person_id from referrals where case_id = ${templateId})`
  await sql`insert into consents select (jsonb_populate_record(s, jsonb_build_object('id', b.consent_id, 'person_id', b.id))).*
    from bench_people b, consents s where s.id = (select consent_id from referrals where case_id = ${templateId})`
  await sql`insert into cases (id, reference, programme, status, caseworker_id, team_id, district_pcode, location_pcode, due_on, opened_at, status_at,
      closed_at, created_by, version)
    select b.id, 'REF-2025-' || b.n, 'health', b.status, c.caseworker_id, case when b.n % 2 = 0 then ${falluja}::uuid else ${ramadi}::uuid end,
      c.district_pcode, c.location_pcode, (b.at + interval '14 days')::date, b.at, b.at,
      case when b.status in ('closed', 'rejected', 'lost_to_follow_up') then b.at + interval '20 days' end, c.created_by, 4
    from bench_referrals b, cases c where c.id = ${templateId}`
  await sql`insert into referrals (case_id, person_id, facility_id, service, priority, consent_id, requested_at, due_at, accepted_at, attended_at,
      missed_count, outcome, reject_reason, sex, age_band, displacement, has_disability)
    select b.id, p.id, f.id, (array['primary_care', 'emergency', 'maternal_newborn', 'ncd', 'mhpss', 'surgery', 'dental', 'eye'])[1 + b.n % 8],
      (array['routine_2w', 'routine_2w', 'urgent_72h', 'emergency_24h'])[1 + b.n % 4], p.consent_id, b.at, b.at + interval '14 days',
      case when b.status not in ('requested', 'received', 'rejected') then b.at + (3600 + (hashint4(b.n) & 262143)) * interval '1 second' end,
      case when b.status in ('attended', 'closed') then b.at + (90000 + (hashint4(b.n) & 1048575)) * interval '1 second' end,
      case when b.n % 12 = 0 then 1 else 0 end,
      case when b.status = 'closed' then (array['treated', 'admitted', 'prescribed', 'referred_onward', 'unknown'])[1 + b.n % 5] end,
      case when b.status = 'rejected' then 'no_capacity' end, case when b.n % 5 < 3 then 'female' else 'male' end,
      (array['0-4', '5-11', '12-17', '18-59', '60+'])[1 + b.n % 5], (array['returnee', 'idp_in_camp', 'host_community'])[1 + b.n % 3], b.n % 11 = 0
    from bench_referrals b join bench_people p on p.n = b.n / 2 join bench_facilities f on f.place = b.n % 40`
  await sql`select referral_figures_rebuild()`
  await sql`insert into referral_clinical (case_id, reason, diagnosis) select id, 'Chest pain', 'Suspected angina' from bench_referrals`
}

await seed(Number(process.argv[2]), process.env.BENCH_SUPER_URL ?? '')
