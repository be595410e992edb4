/** The look of everything that is typed or chosen in. 16 px, so that phones do not zoom into it. */
export const inputClass = 'input'
