/** The agreement of a grant. */
export const agreement = {
  title: 'الاتفاق',
} as const
