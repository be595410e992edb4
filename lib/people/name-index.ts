import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { nameWords, personWords } from '../../db/schema/identity'
import { type FourPartName, nameSkeleton, nameTokens } from './names'

/** Makes a person findable by their name. Words are added in order, so that two writers never wait for each other in a ring. */
export async function indexName(tx: Tx, person: { id: string; teamId: string }, name: FourPartName): Promise<void> {
  const words = nameTokens(name).sort()
  if (words.length === 0) return
  await Promise.all([
    tx
      .insert(nameWords)
      .values(words.map((word) => ({ word, skeleton: nameSkeleton(word) })))
      .onConflictDoNothing(),
    tx.insert(personWords).values(words.map((word) => ({ word, teamId: person.teamId, personId: person.id }))),
  ])
}

/** As `indexName`, after a change of name. */
export async function reindexName(tx: Tx, person: { id: string; teamId: string }, name: FourPartName): Promise<void> {
  await tx.delete(personWords).where(eq(personWords.personId, person.id))
  await indexName(tx, person, name)
}
