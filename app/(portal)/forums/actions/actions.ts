'use server'

import { serve } from '@/lib/commands/serve'
import * as actions from '@/lib/forums/actions/commands'
import * as escalate from '@/lib/forums/actions/escalate-commands'

const toAction = { to: ({ actionId }: { actionId: string }) => `/forums/actions/${actionId}` }

/** Back to the concern that it answers, if it answers one. */
export const agreeAction = serve(actions.agreeAction, {
  to: ({ actionId, caseId }) => (caseId ? `/forums/concerns/${caseId}` : `/forums/actions/${actionId}`),
})
export const startAction = serve(actions.startAction, toAction)
export const blockAction = serve(actions.blockAction, toAction)
export const unblockAction = serve(actions.unblockAction, toAction)
export const finishAction = serve(actions.finishAction, toAction)
export const verifyAction = serve(actions.verifyAction, toAction)
export const sendBackAction = serve(actions.sendBackAction, toAction)
export const cancelAction = serve(actions.cancelAction, toAction)
export const escalateAction = serve(escalate.escalateAction, toAction)
export const answerEscalation = serve(escalate.answerEscalation, toAction)
