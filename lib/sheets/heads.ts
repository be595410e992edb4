/** The head of a column without case, marks, spaces and the ways that Arabic writes alef, so that heads can be compared. */
export function plainHead(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
