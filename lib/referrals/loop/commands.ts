import { and, eq, isNull } from 'drizzle-orm'
import { disclosures } from '../../../db/schema/disclosures'
import { referralLinks } from '../../../db/schema/referrals'
import { hashToken } from '../../auth/token'
import { caseIdSchema } from '../../cases/schemas'
import { type Context, command } from '../../commands/command'
import { InvalidField, refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { newId } from '../../ids'
import { lockReferral } from '../load'
import { canReadClinical, canRecord } from '../policy'
import { isAnswerable, linkEnd, serviceOnPaper } from './domain'
import { toldFieldsSchema } from './schemas'
import { hashCode, newShortCode, newSlipToken } from './secrets'
import { discloseTo, sharingOf } from './sharing'

const load = (context: Context, { caseId }: { caseId: string }) => lockReferral(context.tx, caseId)

/** Ends the link that is open now and its entry in the register; says whether there was one. */
async function endLink({ tx, now }: Context, caseId: string): Promise<boolean> {
  const ended = await tx
    .update(referralLinks)
    .set({ revokedAt: now })
    .where(and(eq(referralLinks.caseId, caseId), isNull(referralLinks.revokedAt), isNull(referralLinks.usedAt)))
    .returning({ id: referralLinks.id })
  await tx
    .update(disclosures)
    .set({ endedAt: now, endedBecause: 'revoked' })
    .where(and(eq(disclosures.caseId, caseId), eq(disclosures.channel, 'facility_page'), isNull(disclosures.endedAt)))
  return ended.length > 0
}

/**
 * Makes the facility's way in: a new address and a new short code, of which only hashes are kept; the ones before stop.
 * For those who may read the medical facts, since the link shows what the consent releases of them. Call it without a
 * command id: outcomes are kept with their id, and this one holds the secrets.
 */
export const issueLink = command({
  name: 'referrals.issue_link',
  input: caseIdSchema,
  load,
  allow: canReadClinical,
  async run(context, _input, referral) {
    if (!isAnswerable(referral.status)) refuse('loop.refused.link_not_now')
    const sharing = await sharingOf(context.tx, referral)
    const { fields, consentUntil } = sharing
    const expiresAt = linkEnd(referral, consentUntil, context.now)
    await endLink(context, referral.id)
    const token = newSlipToken()
    const code = newShortCode()
    await context.tx.insert(referralLinks).values({
      id: newId(context.now),
      caseId: referral.id,
      tokenHash: hashToken(token),
      codeHash: hashCode(referral.reference, code),
      createdBy: context.actor.userId,
      createdAt: context.now,
      expiresAt,
    })
    await discloseTo(context, referral, sharing, { channel: 'facility_page', fields, untilOn: baghdadDay(expiresAt) })
    return {
      token,
      code,
      expiresAt,
      madeAt: context.now,
      reference: referral.reference,
      facility: sharing.facility,
      place: sharing.place,
      service: serviceOnPaper(referral.service),
      appointmentAt: referral.appointmentAt,
      givenName: fields.includes('name') ? sharing.givenName : null,
    }
  },
})

/** Stops the facility's way in, at once. */
export const revokeLink = command({
  name: 'referrals.revoke_link',
  input: caseIdSchema,
  load,
  allow: canRecord,
  async run(context, _input, referral) {
    if (!(await endLink(context, referral.id))) refuse('loop.refused.no_link')
    return { caseId: referral.id }
  },
})

/** Enters what the facility was told by phone or on paper; only what may be released can be. */
export const recordTold = command({
  name: 'referrals.record_told',
  input: toldFieldsSchema,
  load,
  allow: canRecord,
  async run(context, { channel, fields }, referral) {
    if (referral.status === 'draft') refuse('loop.refused.link_not_now')
    const sharing = await sharingOf(context.tx, referral)
    if (fields.length === 0) throw new InvalidField({ fields: 'errors.choose' })
    if (!fields.every((field) => sharing.fields.includes(field)))
      throw new InvalidField({ fields: 'loop.errors.notReleased' })
    await discloseTo(context, referral, sharing, { channel, fields, untilOn: sharing.consentUntil })
    return { caseId: referral.id }
  },
})
