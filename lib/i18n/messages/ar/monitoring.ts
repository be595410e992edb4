/** Visits after the money was paid. */
export const monitoring = {
  title: 'الزيارات',
} as const
