/** What is known of a facility of the Department of Health. Pure. */

export const facilityTypes = [
  'phc_centre',
  'phc_sub_centre',
  'hospital',
  'specialist',
  'mobile_team',
  'pharmacy',
] as const
export type FacilityType = (typeof facilityTypes)[number]

/** How much of a facility works. */
export const functionLevels = ['full', 'partial', 'none'] as const
export type FunctionLevel = (typeof functionLevels)[number]

/** After so many days without a check, what is written of a facility is stale. Source: the programme's workflow. */
export const staleAfterDays = 90

/** Whether nobody has checked a facility for too long, on a day. */
export function isStale(verifiedOn: string | null, today: string): boolean {
  return verifiedOn === null || Date.parse(today) - Date.parse(verifiedOn) > staleAfterDays * 86_400_000
}
