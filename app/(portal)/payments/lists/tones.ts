/** How the state of a release list looks. */
export const listTone = { made: 'warning', releasing: 'info', released: 'good', dissolved: 'neutral' } as const
