import { foldName } from './names'
import type { PersonRow } from './person-row'
import type { SearchTerms } from './search-terms'
import { nameSimilarity } from './similarity'

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
