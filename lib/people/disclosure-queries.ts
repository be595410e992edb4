import { aliasedTable, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { type Tx, withActor } from '../../db/client'
import { cases } from '../../db/schema/cases'
import { disclosures } from '../../db/schema/disclosures'
import { consents, people } from '../../db/schema/people'
import { users } from '../../db/schema/users'
import type { Actor } from '../auth/actor'
import { type Cursor, pageOf, pageSize } from '../cases/scope'
import { noteReading } from './note-reading'

/**
 * Who holds a person's data: one page of the disclosures that the actor may see (those of a case with the case), newest
 * first. Its first page is part of the person's file, in that round trip.
 */
export async function readDisclosures(tx: Tx, personId: string, cursor: Cursor = {}) {
  const teller = aliasedTable(users, 'teller')
  const { after, before } = cursor
  const edge = before ? gt(disclosures.id, before) : after ? lt(disclosures.id, after) : undefined
  const rows = await tx
    .select({
      id: disclosures.id,
      reference: cases.reference,
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
    .where(sql`${eq(disclosures.personId, personId)} and ${edge ?? sql`true`}`)
    .orderBy(before ? asc(disclosures.id) : desc(disclosures.id))
    .limit(pageSize + 1)
  return pageOf(rows, cursor)
}

export type Disclosure = Awaited<ReturnType<typeof readDisclosures>>['rows'][number]

/** Who got a person's data under a consent, once each, and whether they still wait to be told that it was withdrawn. */
export type Holder = {
  /** One of the disclosures to them; one of which they were not told, if there is one. */
  id: string
  consentId: string
  recipientEn: string
  recipientAr: string
  isToTell: boolean
}

/** All who hold something of a person under a consent, however often they got it. A page that nobody opened told nobody. */
export async function readHolders(tx: Tx, personId: string): Promise<Holder[]> {
  const rows = await tx.execute<Holder>(sql`
    select distinct on (d.consent_id, coalesce(d.facility_id::text, d.recipient_en)) d.id, d.consent_id as "consentId",
      d.recipient_en as "recipientEn", d.recipient_ar as "recipientAr", d.told_at is null and s.withdrawn_on is not null as "isToTell"
    from disclosures d join consents s on s.id = d.consent_id
    where d.person_id = ${personId}::uuid and (d.channel <> 'facility_page' or d.first_read_at is not null)
    order by d.consent_id, coalesce(d.facility_id::text, d.recipient_en), d.told_at desc nulls first, d.id desc`)
  return [...rows]
}

/** One page of who holds a person's data, on its own; noted like any reading of the file. Null out of scope. */
export function getDisclosures(actor: Actor, personId: string, cursor: Cursor) {
  return withActor(actor, async (tx) => {
    const [found, page] = await Promise.all([
      tx
        .select({
          givenName: people.givenName,
          fatherName: people.fatherName,
          grandfatherName: people.grandfatherName,
          familyName: people.familyName,
        })
        .from(people)
        .where(eq(people.id, personId)),
      readDisclosures(tx, personId, cursor),
      noteReading(tx, actor, personId),
    ])
    return found[0] ? { person: found[0], page } : null
  })
}
