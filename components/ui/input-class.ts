/** The look of everything that is typed or chosen in. 16 px, so that phones do not zoom into it. */
export const inputClass =
  'touch-target block w-full min-h-10 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-base text-ink ' +
  'aria-[invalid=true]:border-2 aria-[invalid=true]:border-danger disabled:bg-sunken disabled:text-ink-soft'
