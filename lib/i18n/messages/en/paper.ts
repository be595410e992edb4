/** The head and foot of every printed document, and its lines to sign on. */
export const paper = {
  programme: 'Recovery programme, Anbar',
  /** The number of pages follows on the paper: it is known only when the last page is written. */
  page: 'Page {page} of',
  signedOn: 'Date',
} as const
