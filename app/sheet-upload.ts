import type { Actor } from '@/lib/auth/actor'
import { isForeign } from '@/lib/auth/foreign'
import { getActor } from '@/lib/auth/session'
import { isUnavailable } from '@/lib/commands/failure'
import type { Result } from '@/lib/commands/result'
import { type Received, receive } from '@/lib/documents/receive'
import { isId } from '@/lib/ids'

type Upload<Done> = {
  /** The page that the file was chosen on; it shows `?problem=` with the key of a message, and what that names. */
  page: string
  /** The key of the message that says why no file came. */
  words: (problem: 'none' | 'too_big' | 'broken') => string
  read: (actor: Actor, file: Received['file'], options: { commandId?: string }) => Promise<Result<Done>>
  /** Where what became of the file is told. */
  toldAt: (done: Done) => string
}

/** Where to go next, as a path of our own. */
async function take<Done>(request: Request, { page, words, read, toldAt }: Upload<Done>): Promise<string> {
  const actor = await getActor()
  if (!actor) return `/sign-in?next=${encodeURIComponent(page)}`
  const received = await receive(request)
  const wrong = (problem: string, params: Record<string, string | number> = {}) => {
    const query = new URLSearchParams({ problem })
    for (const [name, value] of Object.entries(params)) query.set(name, String(value))
    return `${page}?${query}`
  }
  if (typeof received === 'string')
    return wrong(words(received === 'none' || received === 'too_big' ? received : 'broken'))
  const commandId = received.fields.get('commandId')
  const result = await read(actor, received.file, isId(commandId) ? { commandId } : {})
  if (result.ok) return toldAt(result.data)
  if (result.code === 'refused' && result.reasons[0]) return wrong(result.reasons[0].key, result.reasons[0].params)
  return wrong(result.code === 'forbidden' ? 'errors.forbidden' : 'errors.unavailable')
}

/** Takes a file of a table from a form that works without scripts, and leads to what became of it. */
export async function takeSheet<Done>(request: Request, upload: Upload<Done>): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 })
  let location: string
  try {
    location = await take(request, upload)
  } catch (error) {
    if (!isUnavailable(error)) throw error
    location = `${upload.page}?problem=errors.unavailable`
  }
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
