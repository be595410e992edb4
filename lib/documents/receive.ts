import { type FileProblem, mostBytes } from './domain'

export type Received = { fields: Map<string, string>; file: { name: string; bytes: Uint8Array } }

/** Room for the other fields and the lines between the parts. */
const mostAround = 64 * 1024

class TooBig extends Error {}

/** Counts what flows by and ends the reading beyond the limit, whatever length the request has claimed. */
function limited(most: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength
      if (seen > most) controller.error(new TooBig())
      else controller.enqueue(chunk)
    },
  })
}

/**
 * Reads a form with one file. Never takes more than the largest file and a little around it into memory: a length that is
 * told to be more is refused unread. `broken` when the line dropped midway, `none` when no file was chosen.
 */
export async function receive(request: Request): Promise<Received | FileProblem | 'none'> {
  const most = mostBytes + mostAround
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) return 'broken'
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too_big'
  let form: FormData
  try {
    const body = request.body.pipeThrough(limited(most))
    form = await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    return error instanceof TooBig || cause instanceof TooBig ? 'too_big' : 'broken'
  }
  const file = form.get('file')
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return 'none'
  if (file.size > mostBytes) return 'too_big'
  const fields = new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  return { fields, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }
}
