/** The one answer of an address under a name; the first where it stands twice. */
export const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
