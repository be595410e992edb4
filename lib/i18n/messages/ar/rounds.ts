/** Funding rounds: their rules, quotas and fairness. */
export const rounds = {
  refused: {
    has_applications: 'قدّم أشخاص طلباتهم وفق هذه الشروط؛ فتبقى كما نُشرت.',
  },
} as const
