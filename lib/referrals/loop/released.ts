import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import type { BirthPrecision, DocumentType, ReleasableField, Sex } from '../../people/domain'
import { textArray } from '../../people/text-array'

type Row = {
  name: string | null
  sex: Sex | null
  birth_on: string | null
  birth_precision: BirthPrecision | null
  phone: string | null
  place_en: string | null
  place_ar: string | null
  document_type: DocumentType | null
  document_number: string | null
  disability: boolean | null
  guardian: string | null
  reason: string | null
  diagnosis: string | null
}

/** What a facility may know of a person: fields that are not released are not even read. */
export type Released = Row & { fields: readonly ReleasableField[] }

/** Reads the named fields of a referral's person, and no other. */
export async function readReleased(tx: Tx, caseId: string, fields: readonly ReleasableField[]): Promise<Released> {
  const released = textArray(fields)
  const rows = await tx.execute<Row>(sql`
    select case when 'name' = any (f) then concat_ws(' ', p.given_name, nullif(p.father_name, ''), nullif(p.grandfather_name, ''),
        nullif(p.family_name, '')) end as name,
      case when 'sex' = any (f) then p.sex end as sex,
      case when 'birth_date' = any (f) then p.birth_on::text end as birth_on,
      case when 'birth_date' = any (f) then p.birth_precision end as birth_precision,
      case when 'phone' = any (f) then p.phone end as phone,
      case when 'place' = any (f) then l.name_en end as place_en,
      case when 'place' = any (f) then l.name_ar end as place_ar,
      case when 'document' = any (f) then p.document_type end as document_type,
      case when 'document' = any (f) then p.document_number end as document_number,
      case when 'disability' = any (f) then has_disability(p.id, app_today()) end as disability,
      case when 'guardian' = any (f) then s.guardian_name end as guardian,
      case when 'reason' = any (f) then m.reason end as reason,
      case when 'diagnosis' = any (f) then m.diagnosis end as diagnosis
    from referrals r cross join (select ${released} as f) as fields join people p on p.id = r.person_id
      join locations l on l.pcode = p.location_pcode join referral_clinical m on m.case_id = r.case_id
      left join consents s on s.id = r.consent_id
    where r.case_id = ${caseId}::uuid`)
  const [row] = rows
  if (!row) throw new Error('a referral without its person')
  return { ...row, fields }
}
