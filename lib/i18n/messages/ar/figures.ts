/** The programme in figures. */
export const figures = {
  title: 'الأرقام',
} as const
