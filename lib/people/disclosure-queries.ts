import { aliasedTable, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { cases } from '../../db/schema/cases'
import { disclosures } from '../../db/schema/disclosures'
import { consents } from '../../db/schema/people'
import { users } from '../../db/schema/users'

/** More than a file ever shows; a guard against a page without end. */
const most = 200

/**
 * Who holds a person's data: every disclosure that the actor may see (those of a case with the case), newest first. Part
 * of the person's file, in its round trip.
 */
export function readDisclosures(tx: Tx, personId: string) {
  const teller = aliasedTable(users, 'teller')
  return tx
    .select({
      id: disclosures.id,
      reference: cases.reference,
      consentId: disclosures.consentId,
      facilityId: disclosures.facilityId,
      recipientEn: disclosures.recipientEn,
      recipientAr: disclosures.recipientAr,
      fields: disclosures.fields,
      channel: disclosures.channel,
      basis: disclosures.basis,
      madeBy: users.name,
      at: disclosures.at,
      untilOn: disclosures.untilOn,
      firstReadAt: disclosures.firstReadAt,
      lastReadAt: disclosures.lastReadAt,
      endedAt: disclosures.endedAt,
      endedBecause: disclosures.endedBecause,
      toldAt: disclosures.toldAt,
      toldBy: teller.name,
      isWithdrawn: sql<boolean>`${consents.withdrawnOn} is not null`,
    })
    .from(disclosures)
    .leftJoin(cases, eq(cases.id, disclosures.caseId))
    .leftJoin(consents, eq(consents.id, disclosures.consentId))
    .leftJoin(users, eq(users.id, disclosures.madeBy))
    .leftJoin(teller, eq(teller.id, disclosures.toldBy))
    .where(eq(disclosures.personId, personId))
    .orderBy(desc(disclosures.id))
    .limit(most)
}

export type Disclosure = Awaited<ReturnType<typeof readDisclosures>>[number]
