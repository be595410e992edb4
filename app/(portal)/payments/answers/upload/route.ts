import { isForeign } from '@/lib/auth/foreign'
import { getActor } from '@/lib/auth/session'
import { isUnavailable } from '@/lib/commands/failure'
import { receive } from '@/lib/documents/receive'
import { checkAnswers } from '@/lib/grants/tranches/answers/check'
import { isId } from '@/lib/ids'

/** Where to go next, as a path of our own. */
async function take(request: Request): Promise<string> {
  const actor = await getActor()
  if (!actor) return '/sign-in?next=%2Fpayments%2Fanswers'
  const received = await receive(request)
  const wrong = (key: string, params: Record<string, string | number> = {}) =>
    `/payments/answers?${new URLSearchParams({ problem: key, ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) })}`
  if (typeof received === 'string')
    return wrong(
      `payments.answers.${received === 'none' ? 'none_chosen' : received === 'too_big' ? 'too_big' : 'broken'}`,
    )
  const commandId = received.fields.get('commandId')
  const result = await checkAnswers(actor, received.file, isId(commandId) ? { commandId } : {})
  if (result.ok) return `/payments/answers/${result.data.importId}`
  if (result.code === 'refused' && result.reasons[0]) return wrong(result.reasons[0].key, result.reasons[0].params)
  return wrong(result.code === 'forbidden' ? 'errors.forbidden' : 'errors.unavailable')
}

/** Takes a file of answers, keeps what it says, and leads to where it is looked at. */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 })
  let location: string
  try {
    location = await take(request)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    location = '/payments/answers?problem=errors.unavailable'
  }
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
