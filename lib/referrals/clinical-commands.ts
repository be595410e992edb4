import { eq } from 'drizzle-orm'
import { referralClinical, referralClinicalNotes } from '../../db/schema/referrals'
import { recordEvent } from '../cases/events'
import { touch } from '../cases/transition'
import { command } from '../commands/command'
import { newId } from '../ids'
import { loadReferral, lockReferral } from './load'
import { canReadClinical } from './policy'
import { clinicalNoteSchema, clinicalSchema } from './schemas'

/** Corrects the medical facts, such as a diagnosis that the facility sent back. */
export const writeClinical = command({
  name: 'referrals.write_clinical',
  input: clinicalSchema,
  load: loadReferral,
  allow: canReadClinical,
  async run(context, { reason, diagnosis }, referral) {
    await context.tx
      .update(referralClinical)
      .set({ reason, diagnosis, updatedBy: context.actor.userId, updatedAt: context.now })
      .where(eq(referralClinical.caseId, referral.id))
    // That they changed is no secret; what they say is.
    await recordEvent(context, await touch(context, referral), 'details_changed', { fields: ['clinical'] })
    return { caseId: referral.id }
  },
})

/** A note for the health staff of the case; never changed. */
export const addClinicalNote = command({
  name: 'referrals.add_clinical_note',
  input: clinicalNoteSchema,
  load: (context, input) => lockReferral(context.tx, input.caseId),
  allow: canReadClinical,
  async run(context, { body }, referral) {
    await context.tx.insert(referralClinicalNotes).values({
      id: newId(context.now),
      caseId: referral.id,
      body,
      authorId: context.actor.userId,
      at: context.now,
    })
    await recordEvent(context, referral, 'note_added', {})
    return { caseId: referral.id }
  },
})
