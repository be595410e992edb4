import { getActor } from '@/lib/auth/session'
import { contentDisposition } from '@/lib/documents/file-name'
import { getDocument } from '@/lib/documents/queries'
import { storage } from '@/lib/documents/storage'
import { isId } from '@/lib/ids'

/**
 * What a browser may show by itself. A picture is shown in a sandbox without any right. A PDF cannot be: Chrome and Safari
 * do not show one in a sandbox; their viewers keep it apart from our pages themselves, and it is never taken for a page.
 */
const shown: Record<string, string> = {
  'image/jpeg': "default-src 'none'; sandbox",
  'image/png': "default-src 'none'; sandbox",
  'application/pdf': "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}

const always = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

const notFound = () => new Response(null, { status: 404, headers: always })

/** Hands a document to someone in whose scope it is; for everyone else it does not exist. */
export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params
  const actor = await getActor()
  if (!actor) {
    const location = `/sign-in?next=${encodeURIComponent(`/api/documents/${documentId}`)}`
    return new Response(null, { status: 303, headers: { ...always, location } })
  }
  const document = isId(documentId) ? await getDocument(actor, documentId) : null
  if (!document) return notFound()
  const body = await storage().get(document.storageKey)
  if (!body) {
    console.error(`document ${documentId} has no file`)
    return notFound()
  }
  const policy = shown[document.mediaType]
  return new Response(body, {
    headers: {
      ...always,
      'content-type': document.mediaType,
      'content-length': String(document.sizeBytes),
      'content-disposition': contentDisposition(policy ? 'inline' : 'attachment', document.fileName),
      'content-security-policy': policy ?? "default-src 'none'; sandbox",
    },
  })
}
