/** How the needs of a plan are put in order: by the community's own order, or by a score that explains itself. */
export const rankings = ['simple', 'scored'] as const
export type Ranking = (typeof rankings)[number]
