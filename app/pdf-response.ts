/** Headers of every paper that is made for one reader: kept nowhere, taken for nothing else. */
export const pdfHeaders = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** A PDF to be shown by the browser, under a plain name of ours. */
export function pdfOf(bytes: Buffer, fileName: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...pdfHeaders,
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="${fileName}"`,
      'content-security-policy': "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
  })
}
