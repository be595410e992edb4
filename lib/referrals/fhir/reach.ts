import { type SQL, sql } from 'drizzle-orm'
import type { ApiKey } from '../../auth/api-key'
import { arrayOf } from '../../cases/scope'
import { emergencyFields, graceDays } from '../domain'
import type { DateBound } from './dates'
import type { Search } from './search'

/** Of someone in an emergency who could not be asked: what the facility's page shows, and no longer than a link to it lives. */
const inEmergency = sql`${arrayOf(emergencyFields)}::text[]`
const isEmergencyOpen = sql`r.priority = 'emergency_24h' and c.closed_at is null and r.completed_at is null
  and greatest(r.due_at, r.appointment_at) + make_interval(days => ${graceDays}) > app_now()`

/** The fields of a referral that this key may read: what its consent releases, the medical ones only with that scope. */
const fieldsFor = (key: ApiKey) => {
  const released = sql`case when r.consent_id is null then ${inEmergency} else s.released_fields end`
  return key.isClinical ? released : sql`array_remove(array_remove(${released}, 'reason'), 'diagnosis')`
}

/**
 * Whether a referral is open to a key now: sent, to one of its facilities, on a consent in force that releases something to it;
 * or without consent, in an emergency that is still under way.
 */
const isOpen = (key: ApiKey) => sql`
  r.requested_at is not null and cardinality(${fieldsFor(key)}) > 0
  and case when r.consent_id is null then ${isEmergencyOpen}
    else s.purpose = 'health_referral' and s.person_id = r.person_id and s.withdrawn_on is null and s.expires_on >= app_today() end`

function within(column: SQL, bounds: readonly DateBound[]): SQL[] {
  return bounds.flatMap(({ from, before }) => [
    ...(from ? [sql`${column} >= ${from.toISOString()}::timestamptz`] : []),
    ...(before ? [sql`${column} < ${before.toISOString()}::timestamptz`] : []),
  ])
}

const isAny = (column: SQL, ids: readonly string[] | undefined) =>
  ids ? [sql`${column} = any (${arrayOf(ids)}::uuid[])`] : []

/** What a search asks of a referral, beside its cursor. Texts go as parameters. */
function conditions(search: Search): SQL[] {
  const { statuses, references } = search
  return [
    ...isAny(sql`r.person_id`, search.patientIds),
    ...isAny(sql`r.facility_id`, search.facilityIds),
    ...(statuses ? [sql`c.status = any (${arrayOf(statuses)}::text[])`] : []),
    ...(references ? [sql`c.reference in ${references}`] : []),
    ...within(sql`r.requested_at`, search.authored),
    ...within(sql`c.status_at`, search.updated),
  ]
}

/** Which of a referral's ids a search pages by: its own, or that of what hangs on it. */
export type Keyed = 'case_id' | 'person_id' | 'consent_id'
const columns = { case_id: sql`r.case_id`, person_id: sql`r.person_id`, consent_id: sql`r.consent_id` }

/**
 * The referrals of a search, newest first, as `select case_id, fields`. By their own id each facility of the key walks its own
 * index and stops after a page; people and consents are gathered first, of the key's facilities alone.
 */
export function reachedCases(key: ApiKey, search: Search, keyed: Keyed, limit: number): SQL {
  const column = columns[keyed]
  const asked = [
    isOpen(key),
    ...conditions(search),
    ...isAny(column, search.ids),
    ...(search.after ? [sql`${column} < ${search.after}::uuid`] : []),
  ]
  return sql`select w.case_id, w.fields from api_key_facilities k cross join lateral (
      select r.case_id, ${fieldsFor(key)} as fields
      from referrals r join cases c on c.id = r.case_id left join consents s on s.id = r.consent_id
      where r.facility_id = k.facility_id and ${sql.join(asked, sql` and `)}
      order by r.case_id desc limit ${limit}) w
    where k.api_key_id = ${key.id}::uuid order by w.case_id desc limit ${limit}`
}

/** One page of the people or consents of reached referrals, newest id first, as `select id`. */
export function reachedIds(key: ApiKey, search: Search, keyed: Exclude<Keyed, 'case_id'>, limit: number): SQL {
  const column = columns[keyed]
  const asked = [
    isOpen(key),
    ...conditions(search),
    sql`${column} is not null`,
    ...isAny(column, search.ids),
    ...(search.after ? [sql`${column} < ${search.after}::uuid`] : []),
  ]
  return sql`select distinct ${column} as id
    from api_key_facilities k join referrals r on r.facility_id = k.facility_id
      join cases c on c.id = r.case_id left join consents s on s.id = r.consent_id
    where k.api_key_id = ${key.id}::uuid and ${sql.join(asked, sql` and `)}
    order by 1 desc limit ${limit}`
}
