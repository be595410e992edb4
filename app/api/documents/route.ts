import { after } from 'next/server'
import { isForeign } from '@/lib/auth/foreign'
import { safePath } from '@/lib/auth/safe-path'
import { getActor } from '@/lib/auth/session'
import { isUnavailable } from '@/lib/commands/failure'
import { storeDocument } from '@/lib/documents/add-document'
import type { UploadOutcome } from '@/lib/documents/domain'
import { receive } from '@/lib/documents/receive'
import { sweepOnceADay } from '@/lib/documents/sweep'
import { env } from '@/lib/env'
import { isId } from '@/lib/ids'

const statuses: Partial<Record<UploadOutcome, number>> = {
  added: 200,
  too_big: 413,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  refused: 409,
  unavailable: 503,
}

async function take(request: Request): Promise<UploadOutcome> {
  const actor = await getActor()
  if (!actor) return 'unauthenticated'
  const received = await receive(request)
  if (typeof received === 'string') return received
  const { fields, file } = received
  const commandId = fields.get('commandId')
  const result = await storeDocument(
    actor,
    {
      caseId: fields.get('caseId'),
      personId: fields.get('personId'),
      planId: fields.get('planId'),
      projectId: fields.get('projectId'),
      trancheId: fields.get('trancheId'),
      phase: fields.get('phase'),
      kind: fields.get('kind') ?? '',
      file,
    },
    isId(commandId) ? { commandId } : {},
  )
  if (result.ok) return 'added'
  switch (result.code) {
    case 'file':
      return result.problem
    case 'invalid':
      return 'kind' in result.fields ? 'kind' : 'not_found'
    case 'conflict':
      return 'refused'
    default:
      return result.code
  }
}

/**
 * Takes one document. With `Accept: application/json` it answers with the outcome; a form without scripts is led back to
 * the page that it came from (`?back=`), which says the outcome in words.
 */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 })
  let outcome: UploadOutcome
  try {
    outcome = await take(request)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    outcome = 'unavailable'
  }
  if (outcome === 'added' && !env().S3_BUCKET) after(() => sweepOnceADay(env().DOCUMENTS_DIR))
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  if (request.headers.get('accept')?.includes('application/json'))
    return Response.json({ outcome }, { status: statuses[outcome] ?? 422, headers })
  const back = new URL(safePath(new URL(request.url).searchParams.get('back')), 'http://own.invalid')
  back.searchParams.set('document', outcome)
  const location =
    outcome === 'unauthenticated'
      ? `/sign-in?next=${encodeURIComponent(back.pathname)}`
      : `${back.pathname}${back.search}#documents`
  return new Response(null, { status: 303, headers: { ...headers, location } })
}
