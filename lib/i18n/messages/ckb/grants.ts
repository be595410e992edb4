export const grants = {}
