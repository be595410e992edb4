import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { ApiKey } from '../../auth/api-key'
import type { Named } from '../../i18n/in-locale'
import type { BirthPrecision, ReleasableField, Sex } from '../../people/domain'
import type { HealthService, ReferralOutcome, ReferralPriority, RejectReason } from '../domain'
import type { sentStatuses } from './codes'
import { type Keyed, reachedCases, reachedIds } from './reach'
import type { Search } from './search'

/** What is released of a person; what is not, the database did not give. */
export type ReleasedPerson = {
  name: { given: string; father: string; grandfather: string; family: string } | null
  sex: Sex | null
  birth: { on: string; precision: BirthPrecision } | null
  phone: string | null
  place: { place: Named; district: Named } | null
  document: { type: string; number: string } | null
  hasDisability: boolean | null
  guardian: string | null
}

/** A referral as far as a key may read it. */
export type Released = ReleasedPerson & {
  caseId: string
  reference: string
  status: (typeof sentStatuses)[number]
  statusAt: Date
  service: HealthService
  priority: ReferralPriority
  requestedAt: Date
  dueAt: Date | null
  receivedAt: Date | null
  attendedAt: Date | null
  completedAt: Date | null
  appointmentAt: Date | null
  rejectReason: RejectReason | null
  outcome: ReferralOutcome | null
  team: { id: string; name: Named }
  facility: { id: string; name: Named }
  personId: string
  fields: ReleasableField[]
  consent: { id: string; givenOn: string; expiresOn: string } | null
  reason: string | null
  diagnosis: string | null
}

const moments = [
  'statusAt',
  'requestedAt',
  'dueAt',
  'receivedAt',
  'attendedAt',
  'completedAt',
  'appointmentAt',
] as const
type Raw = Omit<Released, (typeof moments)[number]> & Record<(typeof moments)[number], string | Date | null>

const at = (moment: string | Date | null) => (moment === null ? null : new Date(moment))
const rowOf = (row: Raw): Released => ({
  ...row,
  statusAt: new Date(row.statusAt ?? 0),
  requestedAt: new Date(row.requestedAt ?? 0),
  dueAt: at(row.dueAt),
  receivedAt: at(row.receivedAt),
  attendedAt: at(row.attendedAt),
  completedAt: at(row.completedAt),
  appointmentAt: at(row.appointmentAt),
})

const named = (alias: string) => sql.raw(`jsonb_build_object('en', ${alias}.name_en, 'ar', ${alias}.name_ar)`)
/** A value when the field is released to this key, else nothing. */
const when = (field: ReleasableField, value: string) =>
  sql.raw(`case when '${field}' = any (w.fields) then ${value} end`)

/** The referrals of a search by one of their ids, newest first, each with what is released of it and no more. */
export async function readReferrals(tx: Tx, key: ApiKey, search: Search, keyed: Keyed, limit: number) {
  const rows = await tx.execute<Raw>(sql`
    select w.case_id as "caseId", w.fields, c.reference, c.status, c.status_at as "statusAt", r.service, r.priority,
      r.requested_at as "requestedAt", r.due_at as "dueAt", r.received_at as "receivedAt", r.attended_at as "attendedAt",
      r.completed_at as "completedAt", r.appointment_at as "appointmentAt", r.reject_reason as "rejectReason", r.outcome,
      jsonb_build_object('id', t.id, 'name', ${named('t')}) as team,
      jsonb_build_object('id', f.id, 'name', ${named('f')}) as facility,
      case when s.id is not null then jsonb_build_object('id', s.id, 'givenOn', s.given_on, 'expiresOn', s.expires_on) end as consent,
      r.person_id as "personId",
      ${when('name', `jsonb_build_object('given', p.given_name, 'father', p.father_name, 'grandfather', p.grandfather_name, 'family', p.family_name)`)} as name,
      ${when('sex', 'p.sex')} as sex,
      ${when('birth_date', `jsonb_build_object('on', p.birth_on, 'precision', p.birth_precision)`)} as birth,
      ${when('phone', 'p.phone')} as phone,
      ${when('place', `jsonb_build_object('place', jsonb_build_object('en', l.name_en, 'ar', l.name_ar), 'district', jsonb_build_object('en', d.name_en, 'ar', d.name_ar))`)} as place,
      case when p.document_number is not null then ${when('document', `jsonb_build_object('type', p.document_type, 'number', p.document_number)`)} end as document,
      ${when('disability', 'r.has_disability')} as "hasDisability",
      ${when('guardian', 's.guardian_name')} as guardian,
      ${when('reason', 'm.reason')} as reason, ${when('diagnosis', `nullif(m.diagnosis, '')`)} as diagnosis
    from (${reachedCases(key, search, keyed, limit)}) w
      join cases c on c.id = w.case_id join referrals r on r.case_id = w.case_id join people p on p.id = r.person_id
      join teams t on t.id = c.team_id join facilities f on f.id = r.facility_id
      join locations l on l.pcode = p.location_pcode join locations d on d.pcode = p.district_pcode
      left join consents s on s.id = r.consent_id left join referral_clinical m on m.case_id = w.case_id
    order by w.case_id desc`)
  return [...rows].map(rowOf)
}

/** The ids of one page of people or consents. */
export async function readIds(tx: Tx, key: ApiKey, search: Search, keyed: 'person_id' | 'consent_id', limit: number) {
  const rows = await tx.execute<{ id: string }>(reachedIds(key, search, keyed, limit))
  return [...rows].map((row) => row.id)
}
