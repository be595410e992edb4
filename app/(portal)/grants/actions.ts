'use server'

import { answerTransfer, assignCase, offerTransfer } from '@/lib/cases/assignment'
import { addNote, addTask, completeTask } from '@/lib/cases/note-commands'
import { serve } from '@/lib/commands/serve'
import * as agreement from '@/lib/grants/agreement/commands'
import * as application from '@/lib/grants/application-commands'
import * as decision from '@/lib/grants/decision-commands'
import * as plan from '@/lib/grants/plan-commands'
import * as review from '@/lib/grants/review-commands'

const toAgreement = { to: ({ caseId }: { caseId: string }) => `/grants/${caseId}/agreement` }
const toCase = { to: ({ caseId }: { caseId: string }) => `/grants/${caseId}` }

export const createGrant = serve(application.createGrant, toCase)
export const editGrant = serve(application.editGrant, toCase)
export const submitGrant = serve(application.submitGrant, toCase)
export const withdrawGrant = serve(application.withdrawGrant, toCase)
export const cancelGrant = serve(application.cancelGrant, toCase)
export const startScreening = serve(review.startScreening, toCase)
export const recordScreening = serve(review.recordScreening, toCase)
export const recordVerification = serve(review.recordVerification, toCase)
export const savePlan = serve(plan.savePlan, toCase)
export const completePlan = serve(plan.completePlan, toCase)
export const decideGrant = serve(decision.decideGrant, toCase)
export const makeAgreement = serve(agreement.makeAgreement, toAgreement)
export const signAgreement = serve(agreement.signAgreement, toCase)
export const assignGrant = serve(assignCase, toCase)
export const offerGrant = serve(offerTransfer, toCase)
/** Whoever declines no longer sees the case. */
export const answerOffer = serve(answerTransfer, {
  to: ({ caseId, accepted }) => (accepted ? `/grants/${caseId}` : '/'),
})
export const addGrantNote = serve(addNote)
export const addGrantTask = serve(addTask)
export const completeGrantTask = serve(completeTask)
