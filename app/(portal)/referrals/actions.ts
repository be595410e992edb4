'use server'

import { getActor } from '@/lib/auth/session'
import { answerTransfer, assignCase, offerTransfer } from '@/lib/cases/assignment'
import { addTask, completeTask } from '@/lib/cases/note-commands'
import { serve, serveForm } from '@/lib/commands/serve'
import * as clinical from '@/lib/referrals/clinical-commands'
import * as follow from '@/lib/referrals/follow-commands'
import * as loop from '@/lib/referrals/loop/commands'
import { handOverLink } from '@/lib/referrals/loop/hand-over'
import * as record from '@/lib/referrals/record-commands'
import * as refer from '@/lib/referrals/refer-commands'

const toCase = { to: ({ caseId }: { caseId: string }) => `/referrals/${caseId}` }
/** Back to the medical facts, which were open: reading them anew is noted anew. */
const toClinical = { to: ({ caseId }: { caseId: string }) => `/referrals/${caseId}?medical=1#medical` }

export const createReferral = serve(refer.createReferral, toCase)
export const editReferral = serve(refer.editReferral, toCase)
export const sendReferral = serve(refer.sendReferral, toCase)
export const recordReceived = serve(record.recordReceived, toCase)
export const recordAccepted = serve(record.recordAccepted, toCase)
export const recordRejected = serve(record.recordRejected, toCase)
export const recordAppointment = serve(record.recordAppointment, toCase)
export const recordAttended = serve(record.recordAttended, toCase)
export const recordMissed = serve(record.recordMissed, toCase)
export const recordStarted = serve(record.recordStarted, toCase)
export const recordHeld = serve(record.recordHeld, toCase)
export const recordResumed = serve(record.recordResumed, toCase)
export const recordFailed = serve(record.recordFailed, toCase)
export const recordOutcome = serve(record.recordOutcome, toCase)
export const recordAttempt = serve(follow.recordAttempt, toCase)
export const recordLost = serve(follow.recordLost, toCase)
export const recordFeedback = serve(follow.recordFeedback, toCase)
export const closeReferral = serve(follow.closeReferral, toCase)
export const cancelReferral = serve(follow.cancelReferral, toCase)
export const writeClinical = serve(clinical.writeClinical, toClinical)
export const addClinicalNote = serve(clinical.addClinicalNote, toClinical)
/** Without the form's id: what comes back is a secret, shown once. */
export const makeFacilityLink = serveForm(async (input) => {
  const actor = await getActor()
  return actor ? handOverLink(actor, input) : { ok: false, code: 'unauthenticated' }
})
export const revokeFacilityLink = serve(loop.revokeLink, toCase)
export const recordTold = serve(loop.recordTold, toCase)
export const assignReferral = serve(assignCase, toCase)
export const offerReferral = serve(offerTransfer, toCase)
/** Whoever declines no longer sees the case. */
export const answerOffer = serve(answerTransfer, {
  to: ({ caseId, accepted }) => (accepted ? `/referrals/${caseId}` : '/'),
})
export const addReferralTask = serve(addTask)
export const completeReferralTask = serve(completeTask)
