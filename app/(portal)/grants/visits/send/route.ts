import { serve } from '@/lib/commands/serve'
import { recordVisit } from '@/lib/grants/monitoring/commands'

const record = serve(recordVisit)

/**
 * A visit that waited on a device for the line: the same command as the form's, under an address that stays when a new
 * version of the portal has given the form's action another name.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData())
  const state = await record(null, form)
  return Response.json(state?.ok === false ? { ...state, values: undefined } : state)
}
