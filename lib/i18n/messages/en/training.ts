/** Business development courses, attendance and the hours rule. */
export const training = {
  refused: {
    hours_missing:
      'Fewer than four fifths of the hours were attended. Finish the course, or ask the supervisor for a waiver.',
    own_case: 'You had a part in this application; another supervisor waives the hours.',
    waived: 'The hours are waived already for this round.',
    course_over: 'This course is over; its attendance stays as it is.',
  },
} as const
