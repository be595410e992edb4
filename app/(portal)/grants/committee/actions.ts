'use server'

import { serve } from '@/lib/commands/serve'
import * as line from '@/lib/grants/committee/line-commands'
import * as meeting from '@/lib/grants/committee/meeting-commands'
import * as outcome from '@/lib/grants/committee/outcome-commands'
import * as score from '@/lib/grants/committee/score-commands'
import * as waiting from '@/lib/grants/committee/waiting-commands'

const toMeeting = { to: ({ meetingId }: { meetingId: string }) => `/grants/committee/${meetingId}` }
const toItem = {
  to: ({ meetingId, itemId }: { meetingId: string; itemId: string }) => `/grants/committee/${meetingId}/${itemId}`,
}

export const conveneMeeting = serve(meeting.conveneMeeting, toMeeting)
export const addItems = serve(meeting.addItems, toMeeting)
export const closeMeeting = serve(meeting.closeMeeting, toMeeting)
export const cancelMeeting = serve(meeting.cancelMeeting, { to: () => '/grants/committee' })
export const declareConflict = serve(score.declareConflict, toItem)
export const scoreApplication = serve(score.scoreApplication, toItem)
export const recordOutcome = serve(outcome.recordOutcome, toMeeting)
export const forwardFromWaitingList = serve(outcome.forwardFromWaitingList, {
  to: ({ caseId }) => `/grants/${caseId}`,
})
export const chooseLine = serve(line.chooseLine)
export const lookForRoom = serve(waiting.lookForRoom)
