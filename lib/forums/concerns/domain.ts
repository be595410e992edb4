/** The words of concerns and the rules that follow from them. Pure. Source of the lists: the programme's workflow. */

export const concernCategories = [
  'theft',
  'tribal_dispute',
  'drugs',
  'traffic',
  'extortion',
  'explosive_hazard',
  'housing_land_property',
  'return_tension',
  'missing_services',
  'police_conduct',
  'youth_risk',
  'cyber_extortion',
  'other',
] as const
export type ConcernCategory = (typeof concernCategories)[number]

/** What becomes *restricted* as soon as it is written down. */
export const restrictedCategory = 'police_conduct' satisfies ConcernCategory

/** Never logged as concerns: the form shows the safe pathway and keeps only a count. */
export const pathwayKinds = ['violence_against_women', 'child_abuse', 'sexual_exploitation'] as const
export type PathwayKind = (typeof pathwayKinds)[number]

export const severities = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

export const concernSources = ['open_floor', 'box', 'focus_group', 'phone', 'women_session'] as const
export type ConcernSource = (typeof concernSources)[number]

/** Days until somebody has looked at it, by severity. */
export const triageDays: Record<Severity, number> = { critical: 1, high: 3, medium: 7, low: 14 }

/** The same urgency in the words that all cases share. */
export const casePriorityOf = {
  critical: 'urgent',
  high: 'high',
  medium: 'normal',
  low: 'low',
} as const satisfies Record<Severity, string>

/** How far the focal point has come with a restricted concern. */
export const handlingStates = ['received', 'in_hand', 'passed_to_oversight', 'settled'] as const
export type HandlingState = (typeof handlingStates)[number]
