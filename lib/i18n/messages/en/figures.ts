/** The programme in figures. */
export const figures = {
  title: 'Figures',
} as const
