/**
 * A path of our own to return to, or the fallback. Refuses other origins in every disguise a browser accepts:
 * `//host`, `/\host`, control characters, a scheme.
 */
export function safePath(text: unknown, fallback = '/'): string {
  if (typeof text !== 'string' || text.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return fallback
  const base = 'http://own.invalid'
  const url = URL.parse ? URL.parse(text, base) : new URL(text, base)
  return url && url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : fallback
}
