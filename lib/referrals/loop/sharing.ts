import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client'
import { disclosures } from '../../../db/schema/disclosures'
import type { Context } from '../../commands/command'
import { refuse } from '../../commands/result'
import { newId } from '../../ids'
import type { ReleasableField } from '../../people/domain'
import { emergencyFields } from '../domain'
import type { LoadedReferral } from '../load'

type Row = {
  facility_en: string
  facility_ar: string
  place_en: string
  place_ar: string
  is_closed: boolean
  consent_until: string | null
  consent_holds: boolean
  released: ReleasableField[] | null
  given_name: string
}

/** To whom a referral may tell what, and on which ground. */
export type Sharing = {
  facility: { en: string; ar: string }
  place: { en: string; ar: string }
  basis: 'consent' | 'emergency'
  fields: readonly ReleasableField[]
  /** The last day of the consent; null in an emergency. */
  consentUntil: string | null
  givenName: string
}

/**
 * What a referral may tell its facility now. Throws Refused when the consent does not hold any more or the facility has
 * closed: nothing new leaves then.
 */
export async function sharingOf(tx: Tx, referral: LoadedReferral): Promise<Sharing> {
  const rows = await tx.execute<Row>(sql`
    select f.name_en as facility_en, f.name_ar as facility_ar, l.name_en as place_en, l.name_ar as place_ar,
      f.closed_on is not null or f.functional = 'none' as is_closed, p.given_name, s.released_fields as released,
      s.expires_on::text as consent_until, coalesce(s.withdrawn_on is null and s.expires_on >= app_today(), false) as consent_holds
    from referrals r join facilities f on f.id = r.facility_id join locations l on l.pcode = f.location_pcode
      join people p on p.id = r.person_id left join consents s on s.id = r.consent_id
    where r.case_id = ${referral.id}::uuid`)
  const [row] = rows
  if (!row || row.is_closed) refuse('loop.refused.facility_closed')
  if (referral.consentId && !row.consent_holds) refuse('loop.refused.sharing_over')
  return {
    facility: { en: row.facility_en, ar: row.facility_ar },
    place: { en: row.place_en, ar: row.place_ar },
    basis: referral.consentId ? 'consent' : 'emergency',
    fields: referral.consentId ? (row.released ?? []) : emergencyFields,
    consentUntil: referral.consentId ? row.consent_until : null,
    givenName: row.given_name,
  }
}

/** Enters into the register that a referral's facility was told something of its person. */
export async function discloseTo(
  context: Context,
  referral: LoadedReferral,
  sharing: Sharing,
  what: { channel: 'facility_page' | 'phone' | 'paper'; fields: readonly ReleasableField[]; untilOn: string | null },
): Promise<void> {
  await context.tx.insert(disclosures).values({
    id: newId(context.now),
    personId: referral.personId,
    caseId: referral.id,
    consentId: referral.consentId,
    facilityId: referral.facilityId,
    recipientEn: sharing.facility.en,
    recipientAr: sharing.facility.ar,
    fields: [...what.fields],
    channel: what.channel,
    basis: sharing.basis,
    madeBy: context.actor.userId,
    at: context.now,
    untilOn: what.untilOn,
  })
}
