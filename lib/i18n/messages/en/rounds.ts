/** Funding rounds: their rules, quotas and fairness. */
export const rounds = {
  refused: {
    has_applications: 'People have applied by these rules already; they stay as published.',
  },
} as const
