'use server'

import { answerTransfer, assignCase, offerTransfer } from '@/lib/cases/assignment'
import { addNote, addTask, completeTask } from '@/lib/cases/note-commands'
import { serve } from '@/lib/commands/serve'
import * as follow from '@/lib/forums/concerns/follow-commands'
import { type Outcome, raiseConcern as raise } from '@/lib/forums/concerns/raise-commands'
import * as restricted from '@/lib/forums/concerns/restricted'
import * as triage from '@/lib/forums/concerns/triage-commands'

const toCase = { to: ({ caseId }: { caseId: string }) => `/forums/concerns/${caseId}` }
const toRestricted = { to: ({ caseId }: { caseId: string }) => `/forums/restricted/${caseId}` }

/** Where the writer comes to: what was only counted or is kept from them has no page of its own. */
function afterRaising({ outcome, caseId, forumId }: Outcome): string {
  if (outcome === 'raised') return `/forums/concerns/${caseId}`
  return `/forums/concerns/${outcome}?forum=${forumId}`
}

export const raiseConcern = serve(raise, { to: afterRaising })
export const startTriage = serve(triage.startTriage, toCase)
export const triageConcern = serve(triage.triageConcern, {
  to: ({ caseId, isGone }) => (isGone ? '/forums/concerns/kept' : `/forums/concerns/${caseId}`),
})
export const resolveConcern = serve(follow.resolveConcern, toCase)
export const verifyConcern = serve(follow.verifyConcern, toCase)
export const closeConcern = serve(follow.closeConcern, toCase)
export const reopenConcern = serve(follow.reopenConcern, toCase)
export const handleRestricted = serve(restricted.handleRestricted, toRestricted)
export const addRestrictedNote = serve(restricted.addRestrictedNote, toRestricted)
export const assignConcern = serve(assignCase, toCase)
export const offerConcern = serve(offerTransfer, toCase)
/** Whoever declines no longer sees the case. */
export const answerOffer = serve(answerTransfer, {
  to: ({ caseId, accepted }) => (accepted ? `/forums/concerns/${caseId}` : '/'),
})
export const addConcernNote = serve(addNote)
export const addConcernTask = serve(addTask)
export const completeConcernTask = serve(completeTask)
