import { type SQL, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Named } from '../i18n/in-locale'
import { ageOn, birthPrecisions, displacementStatuses, sexes } from './domain'
import { fullName } from './identity'

/** A person as a list shows them. */
export type PersonRow = {
  id: string
  name: string
  sex: (typeof sexes)[number]
  /** Years, today. */
  age: number
  isAgeAbout: boolean
  place: Named
  status: (typeof displacementStatuses)[number] | null
  holder: string | null
}

const rowSchema = z.object({
  id: z.string(),
  given_name: z.string(),
  father_name: z.string(),
  grandfather_name: z.string(),
  family_name: z.string(),
  sex: z.enum(sexes),
  birth_on: z.string(),
  birth_precision: z.enum(birthPrecisions),
  place_en: z.string(),
  place_ar: z.string(),
  place_ckb: z.nullable(z.string()),
  status: z.nullable(z.enum(displacementStatuses)),
  holder: z.nullable(z.string()),
})

/** What a list shows of the people that `ids` (a query giving `id`) names. Row-level security decides which exist. */
export function rowsOf(ids: SQL): SQL {
  return sql`
    select p.id::text, p.given_name, p.father_name, p.grandfather_name, p.family_name, p.sex, p.birth_on::text,
      p.birth_precision, l.name_en as place_en, l.name_ar as place_ar, l.name_ckb as place_ckb, d.status, u.name as holder
    from (${ids}) as page join people p on p.id = page.id
    join locations l on l.pcode = p.location_pcode
    left join displacements d on d.person_id = p.id and d.to_on is null
    left join users u on u.id = p.caseworker_id`
}

/** Reads what `rowsOf` gave back. */
export function personRows(rows: Iterable<unknown>, today: string): PersonRow[] {
  return z
    .array(rowSchema)
    .parse([...rows])
    .map((row) => ({
      id: row.id,
      name: fullName({
        givenName: row.given_name,
        fatherName: row.father_name,
        grandfatherName: row.grandfather_name,
        familyName: row.family_name,
      }),
      sex: row.sex,
      age: ageOn({ date: row.birth_on }, today) ?? 0,
      isAgeAbout: row.birth_precision !== 'day',
      place: { en: row.place_en, ar: row.place_ar, ckb: row.place_ckb },
      status: row.status,
      holder: row.holder,
    }))
}
