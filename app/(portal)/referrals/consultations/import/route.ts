import { isForeign } from '@/lib/auth/foreign'
import { getActor } from '@/lib/auth/session'
import { isUnavailable } from '@/lib/commands/failure'
import { receive } from '@/lib/documents/receive'
import { isId } from '@/lib/ids'
import { importRegisters } from '@/lib/referrals/consultations/import'

const list = '/referrals/consultations'

/** Where to go next, as a path of our own. */
async function take(request: Request): Promise<string> {
  const actor = await getActor()
  if (!actor) return `/sign-in?next=${encodeURIComponent(list)}`
  const received = await receive(request)
  const wrong = (problem: string, params: Record<string, string | number> = {}) =>
    `${list}?${new URLSearchParams({ problem, ...Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])) })}`
  if (typeof received === 'string') {
    const known = received === 'none' || received === 'too_big' ? received : 'broken'
    return wrong(`consultations.file.${known}`)
  }
  const commandId = received.fields.get('commandId')
  const result = await importRegisters.execute(actor, received.file, isId(commandId) ? { commandId } : {})
  if (result.ok) return `${list}/imports/${result.data.importId}${result.data.isAgain ? '?again=1' : ''}`
  if (result.code === 'refused' && result.reasons[0]) return wrong(result.reasons[0].key, result.reasons[0].params)
  return wrong(result.code === 'forbidden' ? 'errors.forbidden' : 'errors.unavailable')
}

/** Reads a file of registers and leads to what became of its days. */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 })
  let location: string
  try {
    location = await take(request)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    location = `${list}?problem=errors.unavailable`
  }
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
