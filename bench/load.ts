import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export type Answer = { status: number; body: Buffer; location: string | undefined }

/** One request as a browser makes it; reads the answer to its end. */
export function ask(
  url: string,
  cookie: string,
  post?: { type: string; body: Buffer },
  more: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      accept: 'text/html',
      'accept-language': 'en',
      ...more,
      ...(post ? { 'content-type': post.type, 'content-length': post.body.length, origin: new URL(url).origin } : {}),
    }
    const sent = request(url, { agent, method: post ? 'POST' : 'GET', headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts), location: answer.headers.location }),
      )
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(post?.body)
  })
}

/** Milliseconds, and requests a second. */
export type Times = { count: number; perSecond: number; p50: number; p95: number; p99: number }

const round = (value: number) => Math.round(value * 10) / 10

/** The times of `count` runs of `work`, `at` a time. */
export async function measure(count: number, at: number, work: (run: number) => Promise<void>): Promise<Times> {
  const times: number[] = []
  let next = 0
  const began = performance.now()
  const lane = async () => {
    while (next < count) {
      const run = next++
      const from = performance.now()
      await work(run)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: at }, lane))
  const elapsed = performance.now() - began
  times.sort((a, b) => a - b)
  const share = (part: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0)
  return { count, perSecond: round((count / elapsed) * 1000), p50: share(0.5), p95: share(0.95), p99: share(0.99) }
}

/** Fetches a page and insists that it is one. */
export async function page(url: string, cookie: string): Promise<string> {
  const answer = await ask(url, cookie)
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status} ${answer.location ?? ''}`)
  return answer.body.toString()
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name.replaceAll('$', '\\$')}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

/** What a browser without scripts would post for the form that contains `mark`: its hidden fields and `values`. */
export function formPost(html: string, mark: string, values: Record<string, string>): { type: string; body: Buffer } {
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes(mark))
  if (!form) throw new Error(`no form with ${mark}`)
  const fields = new Map<string, string>()
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (name && attribute(tag, 'type') === 'hidden') fields.set(name, attribute(tag, 'value') ?? '')
  }
  for (const [name, value] of Object.entries(values)) fields.set(name, value)
  const boundary = 'bench-boundary'
  const parts = [...fields].map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`),
  }
}
