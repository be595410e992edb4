/** Jobs of a business by sex and hours, today and as planned; the fields of the plan and of its form. */
export const jobFields = [
  'jobsNowWomenFull',
  'jobsNowWomenPart',
  'jobsNowMenFull',
  'jobsNowMenPart',
  'jobsPlannedWomenFull',
  'jobsPlannedWomenPart',
  'jobsPlannedMenFull',
  'jobsPlannedMenPart',
] as const
export type JobField = (typeof jobFields)[number]
