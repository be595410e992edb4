/** Figures of community policing. */
export const forumFigures = {
  title: 'Community policing in figures',
  lead: 'Each number opens the records behind it. What is restricted is never among them.',
  period:
    '{from} to {to}: sessions by their day, concerns by the day they were raised, actions by the day they were due.',
  all: 'All',
  what: 'Of what',
  counted: 'Counted',
  count: 'Count',
  day: 'Day',
  days: 'Days to resolve (median)',
  share_verified: 'Verified of resolved',
  share_on_time: 'On time of due',
  more: 'The newest 200 are shown. Choose a shorter period to see others.',
  restricted:
    '{count, plural, other {# or more concerns about the conduct of police were kept for the focal point in the calendar years of this period. They are counted in fives.}}',
  table: { sessions: 'Sessions', attendance: 'People in the room', concerns: 'Concerns', actions: 'Actions' },
  by: {
    all: 'All',
    forum: 'By forum',
    district: 'By district',
    type: 'By kind of forum',
    age_band: 'By age',
    displacement: 'By displacement',
    disability: 'By disability',
    category: 'By kind',
    severity: 'By severity',
    source: 'By how it was raised',
    level: 'By level',
  },
  measure: {
    sessions: { sessions: 'Held', heads: 'People' },
    attendance: { women: 'Women, girls', men: 'Men, boys', heads: 'All' },
    concerns: {
      raised: 'Raised',
      accepted: 'Accepted',
      resolved: 'Resolved',
      verified: 'Verified',
      reopened: 'Taken up again',
    },
    actions: { due: 'Due', done: 'Done', on_time: 'On time', verified: 'Verified', overdue: 'Overdue' },
  },
} as const
