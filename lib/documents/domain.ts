/** What a document is for. The words stand in `cases.documents.kind`. */
export const documentKinds = [
  'identity',
  'consent',
  'photo',
  'quote',
  'plan',
  'agreement',
  'receipt',
  // Of the payee, or the mark of a thumb, on the receipt.
  'signature',
  'other',
] as const

/** When a photo of a project was taken: before, during or after the works. */
export const photoPhases = ['before', 'during', 'after'] as const

/** The largest file that is taken, in bytes: 10 MB. */
export const mostBytes = 10 * 1024 * 1024

/** What a browser's file dialog offers. The server looks at the content, never at this. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.heic,.heif,.docx,.xlsx,image/jpeg,image/png,image/heic'

/** Why a file is not taken. */
export type FileProblem = 'empty' | 'too_big' | 'type' | 'broken'

/** What an upload can end with; each has its words in `cases.documents.outcome`. */
export const uploadOutcomes = [
  'added',
  'empty',
  'too_big',
  'type',
  'broken',
  'none',
  'kind',
  'refused',
  'forbidden',
  'not_found',
  'unauthenticated',
  'unavailable',
] as const
export type UploadOutcome = (typeof uploadOutcomes)[number]

/** The outcome named in a URL or an answer, or null for anything else. */
export function uploadOutcome(text: unknown): UploadOutcome | null {
  return uploadOutcomes.find((outcome) => outcome === text) ?? null
}
