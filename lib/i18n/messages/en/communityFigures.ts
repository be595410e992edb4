/** Figures of communities: needs and projects. */
export const communityFigures = {
  title: 'Communities in figures',
  lead: 'Needs of plans that hold, and projects, as they stand today. Each number opens the records behind it.',
  value: 'Contract value',
  name: 'Name',
  table: { needs: 'Needs', projects: 'Projects' },
  by: { all: 'All', sector: 'By sector', district: 'By district', status: 'By status', kind: 'By kind' },
  measure: {
    needs: 'Needs',
    open: 'Open',
    addressed: 'Being addressed',
    met: 'Met',
    projects: 'Projects',
    handed_over: 'Handed over',
    served: 'People served',
  },
} as const
