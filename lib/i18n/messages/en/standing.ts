/** Standing in for someone who is away. */
export const standing = {
  title: 'When you are away',
  lead: 'Leave your decisions to a colleague who decides too, for the days you are away. You keep them as well.',
  arrange: 'Leave a decision to a colleague',
  colleague: 'Colleague',
  right: 'Which decision',
  rights: {
    grants: { decide_first: 'First approval of grants', decide_second: 'Second approval of grants' },
  },
  from: 'From',
  to: 'To, this day included',
  reason: 'Why',
  save: 'Leave it to them',
  given: 'Left to others',
  received: 'Left to you',
  noneGiven: 'You have left no decision to anyone.',
  noneReceived: 'Nobody has left a decision to you.',
  over: 'over',
  days: '{from} to {to}',
  end: 'End it now',
  errors: {
    past: 'Begin today or later',
    order: 'The last day is before the first',
    tooLong: 'At most 60 days at a time',
    yourself: 'Choose someone else',
  },
  refused: {
    not_yours: 'You can only hand over a right that is yours.',
    not_a_decider: 'This colleague does not hold a role that decides.',
  },
} as const
