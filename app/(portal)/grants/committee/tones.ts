import type { MeetingState } from '@/lib/grants/committee/meeting-queries'
import type { CommitteeOutcome } from '@/lib/grants/committee/score'

/** How the state of a meeting looks; the word is always there. */
export const meetingTone: Record<MeetingState, 'info' | 'good' | 'neutral'> = {
  open: 'info',
  closed: 'good',
  cancelled: 'neutral',
}

/** How an outcome looks. */
export const outcomeTone: Record<CommitteeOutcome, 'good' | 'warning' | 'danger'> = {
  recommended: 'good',
  waitlisted: 'warning',
  returned: 'warning',
  rejected: 'danger',
}

/** Hundredths of a point as people read them: 1,667 is 16.67. */
export const pointsOf = (hundredths: number) => (hundredths / 100).toFixed(2)
