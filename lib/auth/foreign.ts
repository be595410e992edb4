/**
 * A post that a page of another site made in this browser. Browsers send Origin with every post; curl may leave it out.
 * `hidesOrigin`: its pages tell nobody where they are, so that browsers send the origin `null`; what a post there needs
 * (a link's token, its cookie) no other site has.
 */
export function isForeign(request: Request, { hidesOrigin = false } = {}): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  if (request.headers.get('sec-fetch-site') === 'cross-site') return true
  const origin = request.headers.get('origin')
  if (origin === null || (hidesOrigin && origin === 'null')) return false
  const own = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return !URL.canParse(origin) || new URL(origin).host !== own
}
