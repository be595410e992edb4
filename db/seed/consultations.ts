import { sql } from 'drizzle-orm'
import { enterRegister } from '../../lib/referrals/consultations/commands'
import { type Cells, firstDay } from '../../lib/referrals/consultations/domain'
import { textOfCells } from '../../lib/referrals/consultations/lines'
import { withSystem } from '../client'
import { dayOf, workMoment } from './clock'
import { seedComplaints } from './data/complaints'
import { done } from './people'
import type { Random } from './random'
import type { DemoStaff } from './staff'

/** The last days are typed by the staff, by the same command as in the grid. */
const typedDays = 8

/**
 * Registers of the facilities since September 2015, about a hundred thousand lines: set by set, as the system, since they are older than
 * the staff. Chance comes from hashes, so that every machine has the same. The database adds the totals up by itself.
 */
async function seedPast(until: string, teamIds: readonly string[]): Promise<void> {
  await withSystem('practice data', async (tx) => {
    await tx.execute(sql`
      with seed_registers as materialized (
      select uuidv7(d.day::timestamptz - now()) as id, f.id as facility_id, f.code, d.day::date as held_on, t.id as team_id, f.district_pcode,
        greatest(3, round((8 + 16 * (hashtextextended(f.code, 3) & 1023) / 1023.0) * s.strength
          * (0.6 + 0.8 * (hashtextextended(f.code || d.day, 4) & 1023) / 1023.0)))::integer as row_count
      from (select f.*, row_number() over (partition by f.district_pcode order by f.type, f.code) as place from facilities f
          where f.type in ('phc_centre', 'phc_sub_centre', 'mobile_team') and f.closed_on is null) f
        join lateral (select t.id from teams t where t.district_pcode = f.district_pcode and t.id = any (${`{${teamIds.join(',')}}`}::uuid[]) limit 1) t on true
        cross join generate_series(${firstDay}::date, ${until}::date, interval '1 day') d(day)
        cross join lateral (select case when d.day < '2016-07-01' then 0.7 when d.day < '2018-03-01' then 1.6 when d.day < '2021-01-01' then 1
          else 0.75 end as strength) s
      where f.place <= 5 and extract(dow from d.day) not in (5, 6)
        and (hashtextextended(f.code || d.day, 5) & 1023) < 270 * s.strength
      ), entered as (
      insert into consultation_registers (id, facility_id, held_on, team_id, district_pcode, source, row_count, entered_by, entered_at)
      select r.id, r.facility_id, r.held_on, r.team_id, r.district_pcode, 'import', r.row_count, null, r.held_on + interval '36 hours'
      from seed_registers r order by r.held_on, r.id)
      insert into consultations (register_id, position, sex, age_years, displacement, disability, category_code, is_new)
      select l.id, l.position, l.sex, l.age, case
          when l.held_on < '2018-01-01' then case when l.b < 0.18 then 'idp_in_camp' when l.b < 0.52 then 'idp_out_of_camp'
            when l.b < 0.82 then 'returnee' when l.b < 0.98 then 'host_community' else 'other' end
          else case when l.b < 0.05 then 'idp_in_camp' when l.b < 0.17 then 'idp_out_of_camp' when l.b < 0.8 then 'returnee'
            when l.b < 0.985 then 'host_community' when l.b < 0.995 then 'refugee_asylum_seeker' else 'other' end end,
        case when l.c < 0.02 + l.age * 0.0015 then 'yes' when l.c > 0.95 then 'unknown' else 'no' end,
        case when l.sex = 'female' and l.age between 16 and 44 and l.d < 0.2 then 'maternal'
          when extract(month from l.held_on) in (11, 12, 1, 2) and l.d < 0.5 then 'respiratory'
          when extract(month from l.held_on) in (6, 7, 8, 9) and l.age < 12 and l.d < 0.5 then 'diarrhoea'
          when l.age >= 45 and l.d < 0.6 then (array['hypertension_heart', 'diabetes', 'musculoskeletal'])[1 + floor(l.e * 2.99)::integer]
          when l.age < 12 then (array['respiratory', 'diarrhoea', 'skin', 'eye_ear', 'injury'])[1 + floor(l.e * 4.99)::integer]
          else (array['respiratory', 'skin', 'musculoskeletal', 'urinary', 'injury', 'eye_ear', 'mental_health', 'other'])[1 + floor(l.e * 7.99)::integer]
        end, l.f < 0.68
      from (
        select r.id, r.held_on, p.position, h.b, h.c, h.d, h.e, h.f, case when h.a < 0.58 then 'female' else 'male' end as sex,
          case when h.g < 0.22 then floor(h.h * 5) when h.g < 0.36 then 5 + floor(h.h * 7) when h.g < 0.45 then 12 + floor(h.h * 6)
            when h.g < 0.88 then 18 + floor(h.h * 42) else 60 + floor(h.h * 25) end::integer as age
        from seed_registers r cross join generate_series(1, r.row_count) p(position)
          cross join lateral (select r.code || r.held_on || ':' || p.position as k) k
          cross join lateral (select (hashtextextended(k.k, 11) & 65535) / 65536.0 as a, (hashtextextended(k.k, 12) & 65535) / 65536.0 as b,
            (hashtextextended(k.k, 13) & 65535) / 65536.0 as c, (hashtextextended(k.k, 14) & 65535) / 65536.0 as d,
            (hashtextextended(k.k, 15) & 65535) / 65536.0 as e, (hashtextextended(k.k, 16) & 65535) / 65536.0 as f,
            (hashtextextended(k.k, 17) & 65535) / 65536.0 as g, (hashtextextended(k.k, 18) & 65535) / 65536.0 as h) h) l`)
  })
}

function lineOf(random: Random): Cells {
  const sex = random.pick(['female', 'female', 'female', 'male', 'male'] as const)
  return {
    sex,
    age: String(random.chance(0.3) ? random.int(0, 11) : random.int(12, 80)),
    displacement: random.pick(['returnee', 'returnee', 'returnee', 'host_community', 'idp_out_of_camp'] as const),
    disability: random.pick(['no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes', 'unknown'] as const),
    category: random.pick(seedComplaints.filter((one) => sex === 'female' || one.code !== 'maternal')).code,
    visit: random.pick(['new', 'new', 'follow_up'] as const),
  }
}

/** The registers of the last days, typed by the nurses, and one that was corrected the next morning. */
async function seedTyped(staff: DemoStaff, today: Date, random: Random): Promise<void> {
  const nurses = staff.health.filter((one) => one.role === 'caseworker')
  const places = await withSystem('practice data', (tx) =>
    tx.execute<{ id: string; district_pcode: string }>(sql`select id, district_pcode from facilities
      where type = 'phc_centre' and closed_on is null order by code`),
  )
  for (const nurse of nurses) {
    const own = [...places].filter((one) => one.district_pcode === (nurse.team === 'ramadi' ? 'IQG01Q03' : 'IQG01Q01'))
    for (const [at, facility] of own.slice(0, 2).entries()) {
      const days = new Set<string>()
      for (let ago = typedDays; ago > at; ago--) {
        const moment = workMoment(today, ago, random)
        const heldOn = dayOf(moment)
        if (days.has(heldOn)) continue
        days.add(heldOn)
        const lines = Array.from({ length: random.int(9, 24) }, () => lineOf(random))
        const form = { facilityId: facility.id, heldOn, replaces: '', table: textOfCells(lines) }
        const call = { at: new Date(moment.getTime() + 1000) }
        const { registerId } = done('register', await enterRegister.execute(nurse.actor, form, call))
        if (at > 0 || ago !== typedDays - 1) continue
        const again = { ...form, replaces: registerId, table: textOfCells([...lines, lineOf(random)]) }
        done(
          'correction',
          await enterRegister.execute(nurse.actor, again, { at: new Date(moment.getTime() + 3_600_000) }),
        )
      }
    }
  }
}

/** About 100,000 consultations since September 2015. */
export async function seedConsultations(staff: DemoStaff, today: Date, random: Random): Promise<void> {
  const teamIds = staff.health.flatMap((one) => (one.role === 'caseworker' ? one.actor.teams : []))
  await seedPast(dayOf(new Date(today.getTime() - (typedDays + 3) * 86_400_000)), teamIds)
  await seedTyped(staff, today, random)
}
