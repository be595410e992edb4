import { getActor } from '@/lib/auth/session'
import { isUnavailable } from '@/lib/commands/failure'
import { objectFrom } from '@/lib/commands/form-data'
import { mayAskRegister } from '@/lib/people/identity-check-cap'
import { checkIdentity } from '@/lib/people/identity-queries'
import { canSearchRegister } from '@/lib/people/policy'

/** More than the longest honest registration. */
const LARGEST = 40_000

/** The register searched while someone is being typed: answers minimal cards, and nothing that is not on them. */
export async function POST(request: Request): Promise<Response> {
  const actor = await getActor()
  if (!actor) return new Response(null, { status: 401 })
  const size = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(size <= LARGEST)) return new Response(null, { status: 413 })
  try {
    if (canSearchRegister(actor) && !(await mayAskRegister(actor, 'search')))
      return Response.json({ refused: 'people.refused.tooManySearches' }, { status: 429 })
    const form = await request.formData().catch(() => null)
    const typed = form && objectFrom(form)
    return typed ? Response.json({ cards: await checkIdentity(actor, typed) }) : new Response(null, { status: 400 })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return new Response(null, { status: 503 })
  }
}
