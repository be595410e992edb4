import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { disclosures } from '../../db/schema/disclosures'
import { consents } from '../../db/schema/people'
import { command } from '../commands/command'
import { NotFound, refuse } from '../commands/result'
import { loadPerson } from './load'
import { canEdit } from './policy'

const tellSchema = z.object({ personId: z.uuid('errors.notFound'), disclosureId: z.uuid('errors.notFound') })

/** Keeps that a recipient was told of a withdrawn consent, for all that it received under it. */
export const tellRecipient = command({
  name: 'people.tell_recipient',
  input: tellSchema,
  load: loadPerson,
  allow: canEdit,
  async run({ tx, actor, now }, input, person) {
    const [told] = await tx
      .select({
        consentId: disclosures.consentId,
        facilityId: disclosures.facilityId,
        recipientEn: disclosures.recipientEn,
        recipientAr: disclosures.recipientAr,
      })
      .from(disclosures)
      .innerJoin(consents, and(eq(consents.id, disclosures.consentId), isNotNull(consents.withdrawnOn)))
      .where(and(eq(disclosures.id, input.disclosureId), eq(disclosures.personId, person.id)))
    if (!told?.consentId) throw new NotFound()
    const rows = await tx
      .update(disclosures)
      .set({ toldAt: now, toldBy: actor.userId })
      .where(
        and(
          eq(disclosures.personId, person.id),
          eq(disclosures.consentId, told.consentId),
          sql`${disclosures.facilityId} is not distinct from ${told.facilityId}`,
          eq(disclosures.recipientEn, told.recipientEn),
          eq(disclosures.recipientAr, told.recipientAr),
          isNull(disclosures.toldAt),
        ),
      )
      .returning({ id: disclosures.id })
    if (rows.length === 0) refuse('disclosures.refused.told')
    return { personId: person.id }
  },
})
