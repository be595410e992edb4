/** How the state of a release list looks. */
export const listTone = { made: 'warning', released: 'good', dissolved: 'neutral' } as const
