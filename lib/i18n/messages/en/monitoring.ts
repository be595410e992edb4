/** Visits after the money was paid. */
export const monitoring = {
  title: 'Visits',
} as const
