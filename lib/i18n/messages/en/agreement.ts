/** The agreement of a grant. */
export const agreement = {
  title: 'Agreement',
} as const
