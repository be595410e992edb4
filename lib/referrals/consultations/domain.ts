/** What a line of a facility's day register holds. Pure. No names: consultations are counted, people are not followed. */

export const disabilityAnswers = ['yes', 'no', 'unknown'] as const
