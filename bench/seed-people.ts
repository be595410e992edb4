import { once } from 'node:events'
import type postgres from 'postgres'
import { familyNames, femaleNames, maleNames, type SeedName } from '../db/seed/data/names'
import { newId } from '../lib/ids'
import { matchKeys } from '../lib/people/match-keys'
import { nameTokens } from '../lib/people/names'
import type { BenchTeam } from './seed'

/** The same numbers each time (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Writes lines into a COPY; waits when the server is slower. */
async function copier(sql: postgres.Sql, target: string) {
  const stream = await sql.unsafe(`copy ${target} from stdin`).writable()
  let lines: string[] = []
  const flush = async () => {
    const isRoom = stream.write(lines.join(''))
    lines = []
    if (!isRoom) await once(stream, 'drain')
  }
  return {
    async add(values: readonly (string | null)[]) {
      lines.push(`${values.map((value) => value ?? '\\N').join('\t')}\n`)
      if (lines.length >= 2000) await flush()
    },
    async end() {
      await flush()
      const done = once(stream, 'finish')
      stream.end()
      await done
    },
  }
}

const columns =
  'id, given_name, father_name, grandfather_name, family_name, sex, birth_on, birth_precision, phone, match_keys, ' +
  'location_pcode, district_pcode, team_id, caseworker_id, created_by, created_at'

/** People with names as in Anbar, one in five in Latin letters; answers with every name in use. */
export async function copyPeople(sql: postgres.Sql, count: number, teams: readonly BenchTeam[]): Promise<Set<string>> {
  await sql`create unlogged table bench_rows (i int, person_id uuid, team_id uuid, district text, place text, caseworker_id uuid)`
  const words = new Set<string>()
  const chunk = 50_000
  for (let from = 0; from < count; from += chunk) {
    const random = randomFrom(from + 1)
    const pick = <T>(list: readonly T[]): T => {
      // A common name is much commoner than a rare one.
      const found = list[Math.floor(random() ** 2 * list.length)]
      if (found === undefined) throw new Error('an empty list')
      return found
    }
    const written = (name: SeedName, isLatin: boolean) => (isLatin ? pick(name.latin) : name.ar)
    const made = Array.from({ length: Math.min(chunk, count - from) }, (_, at) => {
      const i = from + at
      const team = teams[i % teams.length]
      if (!team) throw new Error('no team')
      const isLatin = random() < 0.2
      const sex = random() < 0.35 ? 'female' : 'male'
      const name = {
        given: written(pick(sex === 'male' ? maleNames : femaleNames), isLatin),
        father: written(pick(maleNames), isLatin),
        grandfather: written(pick(maleNames), isLatin),
        family: written(pick(familyNames), isLatin),
      }
      const birth = `${1950 + Math.floor(random() * 55)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`
      const caseworker = team.staff[Math.floor(i / teams.length) % team.staff.length] ?? ''
      return { i, id: newId(), team, name, sex, birth, caseworker, phone: `+9647${String(700_000_000 + i)}` }
    })
    const people = await copier(sql, `people (${columns})`)
    for (const { id, team, name, sex, birth, caseworker, phone } of made) {
      const keys = matchKeys({ ...name, birth: { date: birth } })
      const list = `{${keys.map((key) => `"${key}"`).join(',')}}`
      const place = [team.place, team.district, team.id, caseworker, caseworker, '2026-01-05']
      const names = [name.given, name.father, name.grandfather, name.family]
      await people.add([id, ...names, sex, birth, 'day', phone, list, ...place])
    }
    await people.end()
    const index = await copier(sql, 'person_words (word, team_id, person_id)')
    for (const { id, team, name } of made) {
      for (const word of nameTokens(name)) {
        words.add(word)
        await index.add([word, team.id, id])
      }
    }
    await index.end()
    const rows = await copier(sql, 'bench_rows')
    for (const { i, id, team, caseworker } of made)
      await rows.add([String(i), id, team.id, team.district, team.place, caseworker])
    await rows.end()
  }
  return words
}
