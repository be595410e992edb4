import { and, desc, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod/mini'
import { consents, consentTexts } from '../../db/schema/people'
import { type Context, command } from '../commands/command'
import { InvalidField, NotFound, refuse } from '../commands/result'
import { baghdadDay } from '../format'
import { newId } from '../ids'
import { isMinor } from './domain'
import { checkBorn, checkPast, loadPerson } from './load'
import { canEdit } from './policy'
import { consentSchema, withdrawConsentSchema } from './schemas'

/** How long a consent holds when nothing else is agreed; two years at most. */
const usualMonths = 12

/** The last day of a consent given for some months. A day that the month lacks becomes its last. */
export function expiryOf(givenOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = givenOn.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

type Given = z.infer<typeof consentSchema>

/** Who must have been there, by how consent was given and by whom. */
function checkWitnesses(input: Given, birthOn: string): void {
  const fields: Record<string, string> = {}
  if (input.method === 'verbal_witnessed' && !input.witnessName) fields.witnessName = 'people.errors.witness'
  if (isMinor({ date: birthOn }, input.givenOn) && !input.guardianName) fields.guardianName = 'people.errors.guardian'
  if (input.purpose === 'sharing' && !input.recipient) fields.recipient = 'people.errors.recipient'
  if (input.purpose === 'health_referral' && input.releasedFields.length === 0)
    fields.releasedFields = 'people.errors.releasedFields'
  if (Object.keys(fields).length > 0) throw new InvalidField(fields)
}

/** The version of the text that was read out. Throws InvalidField when there is no such text in this language. */
async function textVersion({ tx }: Context, input: Given): Promise<string> {
  const { purpose, language, textVersion: shown } = input
  const rows = await tx
    .select({ version: consentTexts.version })
    .from(consentTexts)
    .where(
      and(
        eq(consentTexts.purpose, purpose),
        eq(consentTexts.language, language),
        shown ? eq(consentTexts.version, shown) : eq(consentTexts.isCurrent, true),
      ),
    )
    .orderBy(desc(consentTexts.version))
    .limit(1)
  const version = rows[0]?.version
  if (!version) throw new InvalidField({ language: 'people.errors.consentText' })
  return version
}

/** Checks and writes a consent of a person in scope, whoever asks for it; answers its id. Throws InvalidField. */
export async function recordConsent(
  context: Context,
  person: { id: string; birthOn: string },
  input: Given,
): Promise<string> {
  const { tx, actor, now } = context
  checkPast('givenOn', input.givenOn, baghdadDay(now))
  checkBorn('givenOn', input.givenOn, person.birthOn)
  checkWitnesses(input, person.birthOn)
  const version = await textVersion(context, input)
  const consentId = newId(now)
  await tx.insert(consents).values({
    id: consentId,
    personId: person.id,
    purpose: input.purpose,
    textVersion: version,
    language: input.language,
    method: input.method,
    givenOn: input.givenOn,
    expiresOn: expiryOf(input.givenOn, input.months ?? usualMonths),
    guardianName: input.guardianName || null,
    witnessName: input.witnessName || null,
    recipient: input.purpose === 'sharing' ? input.recipient : null,
    releasedFields: input.purpose === 'health_referral' ? input.releasedFields : [],
    recordedBy: actor.userId,
    recordedAt: now,
  })
  return consentId
}

/** Records a consent: to which text, in which language, how, until when. */
export const giveConsent = command({
  name: 'people.consent',
  input: consentSchema,
  load: loadPerson,
  allow: canEdit,
  async run(context, input, person) {
    return { personId: person.id, consentId: await recordConsent(context, person, input) }
  },
})

/** Takes a consent back, from today on. */
export const withdrawConsent = command({
  name: 'people.withdraw_consent',
  input: withdrawConsentSchema,
  load: loadPerson,
  allow: canEdit,
  async run({ tx, actor, now }, input, person) {
    const isThis = and(eq(consents.id, input.consentId), eq(consents.personId, person.id))
    const found = await tx.select({ withdrawnOn: consents.withdrawnOn }).from(consents).where(isThis)
    if (!found[0]) throw new NotFound()
    if (found[0].withdrawnOn) refuse('people.refused.alreadyWithdrawn')
    await tx
      .update(consents)
      .set({ withdrawnOn: baghdadDay(now), withdrawnBy: actor.userId })
      .where(and(isThis, isNull(consents.withdrawnOn)))
    return { personId: person.id }
  },
})
