'use server'

import { serve } from '@/lib/commands/serve'
import * as held from '@/lib/forums/sessions/held-commands'
import * as plan from '@/lib/forums/sessions/plan-commands'

type Done = { forumId: string; sessionId: string }
const toSession = { to: ({ forumId, sessionId }: Done) => `/forums/${forumId}/sessions/${sessionId}` }

export const planSessions = serve(plan.planSessions, toSession)
export const editSession = serve(plan.editSession, toSession)
export const postponeSession = serve(plan.postponeSession, toSession)
export const cancelSession = serve(plan.cancelSession, toSession)
export const setAgenda = serve(plan.setAgenda, toSession)
export const inviteMembers = serve(plan.inviteMembers, toSession)
export const inviteGuest = serve(plan.inviteGuest, toSession)
export const holdSession = serve(held.holdSession, toSession)
export const saveMinutes = serve(held.saveMinutes, toSession)
export const approveMinutes = serve(held.approveMinutes, toSession)
export const shareMinutes = serve(held.shareMinutes, toSession)
