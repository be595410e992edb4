import { type SQL, sql } from 'drizzle-orm'
import type { SearchTerms } from './search-terms'
import type { SearchWord } from './search-words'
import { textArray } from './text-array'

/** How many existing names one typed word may stand for, and how far one name's people are walked. */
const NAMES_A_WORD = 12
const PEOPLE_A_NAME = 2000

/** Names that begin as this form does: one key range. */
const longerThan = (form: string) =>
  sql`union all (select word, 2 + length(word) / 100.0 from name_words
    where word > ${form} and word < ${`${form}\u{10FFFF}`} order by word limit 40)`

/** Existing names that one typed word may mean, likeliest first: as typed, one that sounds the same, longer; only a word that is no name may be misspelt. */
function namesFor({ word, forms, skeletons, near }: SearchWord, position: number): SQL {
  return sql`(
    select ${position}::int as position, word, min(distance)::real as distance from (
      (select word, 0 as distance from name_words where word = any(${textArray(forms)}))
      union all (select word, 1.2 - similarity(word, ${word}) / 10 from name_words
        where skeleton = any(${textArray(skeletons)}) limit 60)
      ${sql.join(forms.map(longerThan), sql` `)}
      union all (select word, 3 from name_words where word = any(${textArray(near)})
        and not exists (select from name_words where word = any(${textArray(forms)})))
    ) as alike group by word order by 3, 2 limit ${NAMES_A_WORD})`
}

/** The teams whose people a search walks. Row-level security stands below it. */
export function teamsInReach(scope: string): SQL {
  return scope === 'all' || scope === 'area'
    ? sql`(select id from teams)`
    : sql`(select unnest((select app_teams())::uuid[]) as id)`
}

/**
 * That the person walked past bears the word at this position as well. The limits keep it what it is: one look-up by key
 * a person. As a join, the planner would read all bearers of a name, those of other teams too.
 */
const borneToo = (_word: SearchWord, position: number) =>
  sql`and (d.position = ${position}::int or (
    select true from counts o where o.position = ${position}::int and (
      select true from person_words x
      where x.word = o.word and x.team_id = t.id and x.person_id = p.person_id limit 1
    ) limit 1))`

/**
 * Ids of people who bear all the words, as `found(id, distance)`. Names that exist are found first, then the rarest word
 * drives a walk along one key range a team, and the other words only have to be there: no scan, and a common name costs
 * no more in a register of a million.
 */
export function peopleBearing(words: readonly SearchWord[], scope: string, limit: number): SQL {
  const names = sql.join(words.map(namesFor), sql` union all `)
  return sql`
    with names as materialized (${names}),
    reach as materialized ${teamsInReach(scope)},
    counts as materialized (
      select n.position, n.word, n.distance, c.people from names n, lateral (
        select count(*)::int as people from (
          select from reach t, lateral (
            select from person_words w where w.word = n.word and w.team_id = t.id limit 500
          ) as bearers limit 1000
        ) as capped
      ) c where c.people > 0
    ),
    driver as materialized (select position from counts group by position order by sum(people), position limit 1),
    walked as materialized (
      select p.person_id, d.distance from counts d, reach t, lateral (
        select w.person_id from person_words w
        where w.word = d.word and w.team_id = t.id order by w.person_id desc limit ${PEOPLE_A_NAME}
      ) p
      where d.position = (select position from driver)
      ${sql.join(words.map(borneToo), sql` `)}
      limit ${limit * 8}
    )
    select person_id as id, min(distance) as distance from walked group by person_id order by 2, 1 desc limit ${limit}`
}

/** The people that the terms name, as a query of `id`; null when the terms can name none. */
export function idsFound(terms: SearchTerms, scope: string, most: number): SQL | null {
  const parts: SQL[] = []
  if (terms.words.length > 0) parts.push(sql`(select id from (${peopleBearing(terms.words, scope, most)}) as named)`)
  if (terms.phone) parts.push(sql`(select id from people where phone = ${terms.phone} limit ${most})`)
  if (terms.documents.length > 0)
    parts.push(sql`(select id from people where document_key = any(${textArray(terms.documents)}) limit ${most})`)
  return parts.length > 0 ? sql.join(parts, sql` union `) : null
}
