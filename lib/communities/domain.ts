/** Words that the communities' plans, needs and projects share. Pure. Source of the lists: the programme's workflow. */

/** Sectors that a community's needs are ranked by. */
export const needSectors = [
  'employment',
  'water',
  'sanitation',
  'health',
  'education',
  'electricity',
  'roads',
  'security',
  'housing',
  'social_cohesion',
] as const
export type NeedSector = (typeof needSectors)[number]
