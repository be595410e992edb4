import { eq } from 'drizzle-orm'
import { withActor } from '../../db/client'
import { people } from '../../db/schema/people'
import type { Actor, Placed } from '../auth/actor'
import { baghdadDay } from '../format'
import { type ConsentLanguage, type ConsentPurpose, isMinor } from './domain'
import { fullName } from './identity'
import { readConsentText } from './read-consent-text'

/** What the consent form shows: the text to read out, and whether a guardian must agree. Null out of scope. */
export type ConsentForm = {
  name: string
  placed: Placed
  isMinor: boolean
  text: { version: string; body: string } | null
}

/** The current text of a purpose in a language, for a person in the actor's scope. */
export function getConsentForm(
  actor: Actor,
  personId: string,
  purpose: ConsentPurpose,
  language: ConsentLanguage,
): Promise<ConsentForm | null> {
  return withActor(actor, async (tx) => {
    const [person, text] = await Promise.all([
      tx.select().from(people).where(eq(people.id, personId)),
      readConsentText(tx, purpose, language),
    ])
    if (!person[0]) return null
    const today = baghdadDay(new Date())
    return {
      name: fullName(person[0]),
      placed: person[0],
      isMinor: isMinor({ date: person[0].birthOn }, today),
      text,
    }
  })
}
