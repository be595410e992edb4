import { type NextRequest, NextResponse } from 'next/server'
import { isForeign } from './lib/auth/foreign'

/** Pages that a person without a session may open. Comfort only: each page and action asks for its actor itself. */
const openPaths = [
  /^\/sign-in$/,
  /^\/forgot$/,
  /^\/password\/[^/]+$/,
  /^\/api\/health$/,
  /^\/api\/fhir(\/|$)/,
  /^\/r(\/|$)/,
  /^\/a\//,
  /^\/sw\.js$/,
]

/** Script and style of our own only; scripts must bear the request's nonce. Development compiles in the browser and needs eval. */
function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `worker-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** A facility's page runs no script, loads nothing, and tells no other site where it was. */
const facilityPolicy = (nonce: string, secure: boolean) =>
  [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    `img-src data:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** An address whose %-signs spell no text leads nowhere; the framework would fail over it. */
function isSpelled(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  if (!isSpelled(pathname)) return new NextResponse('There is no such address.\n', { status: 404 })
  const isFacility = /^\/r(\/|$)/.test(pathname)
  if (isForeign(request, { hidesOrigin: isFacility }))
    return new NextResponse('This request came from another site and was refused.\n', { status: 403 })
  const secure = request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https'
  const hasSession = request.cookies.has('sanad-session') || request.cookies.has('__Host-sanad-session')
  if (!hasSession && request.method === 'GET' && !openPaths.some((path) => path.test(pathname))) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`
    // Next parses the address as a whole one and, the host being our own, sends only its path.
    return NextResponse.redirect(new URL(`/sign-in${next}`, request.nextUrl))
  }
  const nonce = crypto.randomUUID()
  const policy = isFacility ? facilityPolicy(nonce, secure) : contentSecurityPolicy(nonce, secure)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  // Where to come back to after signing in; a facility's address is a secret and goes no further.
  headers.set('x-sanad-path', isFacility ? '/' : pathname + search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', isFacility ? 'no-referrer' : 'same-origin')
  if (isFacility) response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('cache-control', 'private, no-store')
  if (secure) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  return response
}

// Documents stay out: behind a proxy Next holds each upload in memory and cuts it off at 10 MB, and this page policy would
// keep browsers from showing a PDF. Their routes refuse foreign posts and set their own headers.
export const config = { matcher: ['/((?!_next/static|_next/image|favicon\\.svg$|api/documents).*)'] }
