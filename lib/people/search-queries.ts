import { sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { type Tx, withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import { cleanText } from '../digits'
import { baghdadDay } from '../format'
import { casesOf } from '../programmes'
import { fullName } from './identity'
import { type PersonRow, personRows, rowsOf } from './person-row'
import { type RecordHit, recordsFound } from './records-found'
import { ranked } from './search-rank'
import { idsFound } from './search-sql'
import { termsOf } from './search-terms'
import { textArray } from './text-array'

/** A case found by its reference. */
export type CaseHit = { id: string; reference: string; path: string; status: string; name: string }
export type SearchHits = { people: PersonRow[]; cases: CaseHit[]; records: RecordHit[] }

const MOST = 25

const caseSchema = z.object({
  id: z.string(),
  reference: z.string(),
  programme: z.string(),
  status: z.string(),
  given_name: z.nullable(z.string()),
  father_name: z.nullable(z.string()),
  grandfather_name: z.nullable(z.string()),
  family_name: z.nullable(z.string()),
  summary: z.nullable(z.string()),
})

async function casesFound(tx: Tx, references: readonly string[]): Promise<CaseHit[]> {
  if (references.length === 0) return []
  const rows = await tx.execute(sql`
    select c.id::text, c.reference, c.programme, c.status, p.given_name, p.father_name, p.grandfather_name, p.family_name, t.summary
    from cases c left join grants g on g.case_id = c.id left join referrals r on r.case_id = c.id left join concern_texts t on t.case_id = c.id
    left join people p on p.id = coalesce(g.person_id, r.person_id)
    where c.reference = any(${textArray(references)}) order by c.reference desc limit 10`)
  return z
    .array(caseSchema)
    .parse([...rows])
    .map((row) => ({
      id: row.id,
      reference: row.reference,
      status: row.status,
      path: casesOf(row.programme).path,
      name:
        row.summary ??
        fullName({
          givenName: row.given_name ?? '',
          fatherName: row.father_name ?? '',
          grandfatherName: row.grandfather_name ?? '',
          familyName: row.family_name ?? '',
        }),
    }))
}

/** People, cases and other records in the actor's scope that a query names. Who reads no cases finds nobody. */
export function search(actor: Actor, query: string): Promise<SearchHits> {
  const terms = termsOf(query)
  const ids = idsFound(terms, actor.scope, MOST)
  if (actor.scope === 'none') return Promise.resolve({ people: [], cases: [], records: [] })
  return withActor(actor, async (tx) => {
    const [people, cases, records] = await Promise.all([
      ids ? tx.execute(rowsOf(ids)) : [],
      casesFound(tx, terms.references),
      recordsFound(tx, cleanText(query.slice(0, 120)), terms.references),
    ])
    return { people: ranked(personRows(people, baghdadDay(new Date())), terms).slice(0, MOST), cases, records }
  })
}
