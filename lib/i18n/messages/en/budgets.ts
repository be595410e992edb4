/** Funding sources, budget lines and their ledger. */
export const budgets = {
  refused: {
    not_now: 'This has changed meanwhile, or cannot be done in this state. Reload the page.',
    not_yourself: 'A decision is always recorded under your own name.',
    second_person: 'You proposed this; a second person must agree.',
    source_not_active: 'Activate the funding source first.',
    below_committed: 'More than this is promised from the line already.',
    source_exceeded: 'The lines together would exceed the amount of the source.',
    line_currency: 'A line has the currency of its source, and the source must not be closed.',
  },
} as const
