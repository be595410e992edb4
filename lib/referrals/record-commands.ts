import type * as z from 'zod/mini'
import { command } from '../commands/command'
import { momentAt } from '../time-of-day'
import { type Answer, applyAnswer } from './answers'
import type { AnswerSource } from './domain'
import { type LoadedReferral, loadReferral } from './load'
import { canRecord } from './policy'
import { appointmentSchema, outcomeSchema, rejectSchema, toldSchema } from './schemas'

type Told = { caseId: string; version: number; source: AnswerSource }

/** A command that records what a facility did, told by phone, on the returned slip or by the person. */
function recorded<S extends z.ZodMiniType<Told>>(name: string, input: S, answerOf: (told: z.infer<S>) => Answer) {
  return command({
    name: `referrals.${name}`,
    input,
    load: (context, told: z.infer<S>): Promise<LoadedReferral | null> => loadReferral(context, told),
    allow: (actor, referral) => canRecord(actor, referral),
    async run(context, told, referral) {
      await applyAnswer(context, referral, answerOf(told), told.source)
      return { caseId: referral.id }
    },
  })
}

const plain = (deed: Exclude<Answer['deed'], 'reject' | 'set_appointment' | 'complete'>) =>
  recorded(deed, toldSchema, () => ({ deed }))

export const recordReceived = plain('receive')
export const recordAccepted = plain('accept')
export const recordAttended = plain('attend')
export const recordMissed = plain('miss')
export const recordStarted = plain('start')
export const recordHeld = plain('hold')
export const recordResumed = plain('resume')
export const recordFailed = plain('fail')
export const recordRejected = recorded('reject', rejectSchema, ({ rejectReason }) => ({ deed: 'reject', rejectReason }))
export const recordAppointment = recorded('set_appointment', appointmentSchema, ({ on, at }) => ({
  deed: 'set_appointment',
  appointmentAt: momentAt(on, at),
}))
export const recordOutcome = recorded('complete', outcomeSchema, ({ outcome }) => ({ deed: 'complete', outcome }))
