import { isForeign } from '@/lib/auth/foreign'
import { getActor } from '@/lib/auth/session'
import { isUnavailable } from '@/lib/commands/failure'
import { populations } from '@/lib/communities/displacement/domain'
import { takeFile } from '@/lib/communities/displacement/files/take-file'
import { receive } from '@/lib/documents/receive'
import { isId } from '@/lib/ids'
import { base, hrefOf } from '../../../filters'

type Params = Record<string, string | number>

/** Where to go next, as a path of our own. */
async function take(request: Request, roundId: string): Promise<string> {
  const round = `${base}/rounds/${roundId}`
  const actor = await getActor()
  if (!actor) return `/sign-in?next=${encodeURIComponent(round)}`
  const received = await receive(request)
  const wrong = (problem: string, params: Params = {}) =>
    `${hrefOf(round, { problem, ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) })}#lists`
  if (typeof received === 'string')
    return wrong(`displacement.refused.upload_${received === 'none' || received === 'too_big' ? received : 'broken'}`)
  const { fields, file } = received
  const commandId = fields.get('commandId')
  const population = populations.find((value) => value === fields.get('population')) ?? 'idp'
  const asked = { roundId, population, sheet: (fields.get('sheet') ?? '').slice(0, 60), ...file }
  const result = await takeFile(actor, asked, isId(commandId) ? { commandId } : {})
  if (result.ok) return `${base}/imports/${result.data.importId}`
  if (result.code === 'refused' && result.reasons[0])
    return wrong(result.reasons[0].key, { ...result.reasons[0].params, population })
  return wrong(
    result.code === 'forbidden'
      ? 'errors.forbidden'
      : result.code === 'not_found'
        ? 'errors.notFound'
        : 'errors.unavailable',
  )
}

/** Takes a list of figures, keeps what it says, and leads to where it is looked at. */
export async function POST(request: Request, { params }: { params: Promise<{ roundId: string }> }): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 })
  const { roundId } = await params
  if (!isId(roundId)) return new Response(null, { status: 404 })
  let location: string
  try {
    location = await take(request, roundId)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    location = hrefOf(`${base}/rounds/${roundId}`, { problem: 'errors.unavailable' })
  }
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
