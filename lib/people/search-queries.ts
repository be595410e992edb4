import { type SQL, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { type Tx, withActor } from '../../db/client'
import type { Actor } from '../auth/actor'
import { baghdadDay } from '../format'
import { casesOf, programmeCases } from '../programmes'
import { fullName } from './identity'
import { foldName } from './names'
import { type PersonRow, personRows, rowsOf } from './person-row'
import { peopleBearing } from './search-sql'
import { type SearchTerms, searchTerms } from './search-terms'
import { nameSimilarity } from './similarity'
import { textArray } from './text-array'

/** A case found by its reference. */
export type CaseHit = { id: string; reference: string; path: string; status: string; name: string }
export type SearchHits = { people: PersonRow[]; cases: CaseHit[] }

const MOST = 25

/** The people that the terms name, as ids; null when the terms can name none. */
export function idsFound(terms: SearchTerms, scope: string, most = MOST): SQL | null {
  const parts: SQL[] = []
  if (terms.words.length > 0) parts.push(sql`(select id from (${peopleBearing(terms.words, scope, most)}) as named)`)
  if (terms.phone) parts.push(sql`(select id from people where phone = ${terms.phone} limit ${most})`)
  if (terms.documents.length > 0)
    parts.push(sql`(select id from people where document_key = any(${textArray(terms.documents)}) limit ${most})`)
  return parts.length > 0 ? sql.join(parts, sql` union `) : null
}

/** How well a name answers the query: the sum over the typed words of their likest word in the name. */
function likeness(name: string, terms: SearchTerms): number {
  const words = foldName(name).split(' ')
  return terms.words.reduce((sum, { word }) => {
    const best = words.map((one, at) => {
      const bare = one.replace(/^(?:ال|al)(?=..)/, '')
      const begins = one.startsWith(word) || bare.startsWith(word) ? 0.9 : 0
      // The given name is what people go by.
      return Math.max(nameSimilarity(one, word), nameSimilarity(bare, word), begins) - at / 1000
    })
    return sum + Math.max(0, ...best)
  }, 0)
}

/** Best first; the newest of equals. */
export function ranked(rows: readonly PersonRow[], terms: SearchTerms): PersonRow[] {
  const scored = rows.map((row) => ({ row, score: likeness(row.name, terms) }))
  return scored.sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? 1 : -1)).map(({ row }) => row)
}

const caseSchema = z.object({
  id: z.string(),
  reference: z.string(),
  programme: z.string(),
  status: z.string(),
  given_name: z.nullable(z.string()),
  father_name: z.nullable(z.string()),
  grandfather_name: z.nullable(z.string()),
  family_name: z.nullable(z.string()),
})

async function casesFound(tx: Tx, references: readonly string[]): Promise<CaseHit[]> {
  if (references.length === 0) return []
  const rows = await tx.execute(sql`
    select c.id::text, c.reference, c.programme, c.status, p.given_name, p.father_name, p.grandfather_name, p.family_name
    from cases c left join grants g on g.case_id = c.id left join people p on p.id = g.person_id
    where c.reference = any(${textArray(references)}) order by c.reference desc limit 10`)
  return z
    .array(caseSchema)
    .parse([...rows])
    .map((row) => ({
      id: row.id,
      reference: row.reference,
      status: row.status,
      path: casesOf(row.programme).path,
      name: fullName({
        givenName: row.given_name ?? '',
        fatherName: row.father_name ?? '',
        grandfatherName: row.grandfather_name ?? '',
        familyName: row.family_name ?? '',
      }),
    }))
}

/** The terms of a query, with the references of every programme. */
export function termsOf(query: string, now = new Date()): SearchTerms {
  const prefixes = programmeCases.map(({ prefix }) => prefix)
  return searchTerms(query, prefixes, Number(baghdadDay(now).slice(0, 4)))
}

/** People and cases in the actor's scope that a query names, at most 25 and 10. Who reads no cases finds nobody. */
export function search(actor: Actor, query: string): Promise<SearchHits> {
  const terms = termsOf(query)
  const ids = idsFound(terms, actor.scope)
  if (actor.scope === 'none') return Promise.resolve({ people: [], cases: [] })
  return withActor(actor, async (tx) => {
    const [people, cases] = await Promise.all([ids ? tx.execute(rowsOf(ids)) : [], casesFound(tx, terms.references)])
    return { people: ranked(personRows(people, baghdadDay(new Date())), terms).slice(0, MOST), cases }
  })
}
