/** The committee that scores applications. */
export const committee = {
  refused: {
    not_recommended: 'The committee has not recommended this application.',
    recorded: 'The outcome is recorded; scores are closed.',
    not_a_member: 'You are not a member of this meeting.',
    in_conflict: 'You had a part in this application or declared a conflict of interest: you do not score it.',
    not_declared: 'Say first whether you have a conflict of interest.',
    three_scores: 'An outcome needs the scores of at least three members.',
  },
} as const
