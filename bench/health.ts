import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { newApiSecret } from '../lib/auth/api-key'
import { sessionOf } from './database'
import { benchInTurns } from './in-turns'

/** Health at 10,000 and at 1,000,000 consultations. */
const sizes = process.argv[2]?.split(',').map(Number) ?? [10_000, 1_000_000]
const pages = [
  ['nurse', 'Referrals', '/referrals'],
  ['nurse', 'Referrals, requested', '/referrals?status=requested'],
  ['healthsupervisor', 'Referrals, overdue', '/referrals?overdue=1'],
  ['nurse', 'Registers', '/referrals/consultations'],
  ['nurse', 'Registers with one in 5,000', '/referrals/consultations?displacement=refugee_asylum_seeker'],
  ['nurse', 'Registers, two filters, nobody', '/referrals/consultations?displacement=other&sex=female'],
  [
    'nurse',
    'Registers, four filters, nobody',
    '/referrals/consultations?sex=female&age_band=60%2B&disability=yes&visit=new',
  ],
  ['healthmanager', 'Totals of a year', '/referrals/consultations/totals'],
  ['healthmanager', 'Figures of a year', '/reports/health'],
  ['healthmanager', 'Records of a figure', '/reports/health/records?measure=missed'],
  ['key', 'FHIR ServiceRequest', '/api/fhir/ServiceRequest'],
  ['key', 'FHIR Patient', '/api/fhir/Patient'],
  ['key', 'FHIR Consent', '/api/fhir/Consent'],
  ['key', 'FHIR Patient by id', '/api/fhir/Patient/:person'],
] as const

/** A key to all facilities of the bench, as a header; its secret is made anew each run. */
async function keyOf(sql: postgres.Sql): Promise<string> {
  const { secret, keyHash, prefix } = newApiSecret()
  const id = randomUUID()
  await sql`insert into api_keys (id, name, recipient_en, recipient_ar, prefix, key_hash, scopes, created_by, approved_by, approved_at, expires_at)
    select ${id}, 'Bench', 'Bench', 'Bench', ${prefix}, ${keyHash}, '{fhir.read}', a.id, b.id, now(), now() + interval '1 day'
    from users a, users b where a.email = 'admin@test.sanad' and b.email = 'admin2@test.sanad'`
  await sql`insert into api_key_facilities (api_key_id, facility_id) select ${id}, id from facilities where code like 'BENCH-%'`
  return `Bearer ${secret}`
}

await benchInTurns({
  sizes,
  pages,
  seed: 'bench_health',
  what: 'consultations',
  proofOf: async (sql, part) =>
    part === 'key' ? { authorization: await keyOf(sql) } : { cookie: await sessionOf(sql, part) },
  async given(sql) {
    const [row] = await sql<
      { id: string }[]
    >`select person_id as id from referrals order by case_id desc offset 50 limit 1`
    return { person: row?.id ?? '' }
  },
})
