/** Standing in for someone who is away. */
export const standing = {
  refused: {
    not_yours: 'You can only hand over a right that is yours.',
    not_a_decider: 'This colleague does not hold a role that decides.',
  },
} as const
