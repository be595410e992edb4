import { isForeign } from '@/lib/auth/foreign'
import { getActor } from '@/lib/auth/session'
import { isUnavailable } from '@/lib/commands/failure'
import type { Refusal } from '@/lib/commands/result'
import { loadBoundaries } from '@/lib/communities/displacement/boundaries/commands'
import { receive } from '@/lib/documents/receive'
import { isId } from '@/lib/ids'
import { base } from '../../filters'

const page = `${base}/boundaries`

function wrong(reasons: readonly Refusal[]): string {
  const query = new URLSearchParams()
  for (const { key, params } of reasons)
    query.append('problem', [key, params?.feature ?? '', params?.name ?? ''].join('~'))
  return `${page}?${query}`
}

/** Where to go next, as a path of our own. */
async function take(request: Request): Promise<string> {
  const actor = await getActor()
  if (!actor) return `/sign-in?next=${encodeURIComponent(page)}`
  const received = await receive(request)
  if (typeof received === 'string') {
    const known = received === 'none' || received === 'too_big' ? received : 'broken'
    return wrong([{ key: `displacement.refused.upload_${known}` }])
  }
  const commandId = received.fields.get('commandId')
  const result = await loadBoundaries(actor, received.file, isId(commandId) ? { commandId } : {})
  if (result.ok) return `${page}?loaded=${result.data.count}`
  if (result.code === 'refused') return wrong(result.reasons)
  return wrong([{ key: result.code === 'forbidden' ? 'errors.forbidden' : 'errors.unavailable' }])
}

/** Takes a file of boundaries and leads back to what came of it. */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 })
  let location: string
  try {
    location = await take(request)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    location = wrong([{ key: 'errors.unavailable' }])
  }
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
