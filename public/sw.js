/*
 * Keeps pages that someone takes along, on their wish alone, with the scripts and styles these pages need. Everything else
 * passes by untouched. What is kept goes after seven days, and when the page says so; see docs/decisions/0012.
 */
const CACHE = 'sanad-taken'
/** What was wished for: the pages with their words, the styles, whose they are, since when. */
const WISH = '/taken.json'
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000
/** On a line that hardly moves, a page that is at hand is better than one that may come. */
const PATIENCE = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** The cache with its wish when something is kept and not too old; lets go of it otherwise. */
async function open() {
  if (!(await caches.has(CACHE))) return null
  const cache = await caches.open(CACHE)
  const wish = await (await cache.match(WISH))?.json()
  if (wish && Date.now() - wish.at < KEPT_FOR) return { cache, wish }
  await caches.delete(CACHE)
  return null
}

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The page that stands for all others while there is no line: what was taken along and is still to be done. */
async function listPage({ cache, wish }) {
  const left = []
  for (const page of wish.pages) if (await cache.match(page.url)) left.push(page)
  const links = left.map(
    ({ url, label }) => `<li><a class="text-action underline touch-target inline-flex items-center" href="${escaped(url)}"><bdi>${escaped(label)}</bdi></a></li>`,
  )
  const html = `<!doctype html><html lang="${escaped(wish.lang)}" dir="${escaped(wish.dir)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(wish.title)}</title>
${wish.styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`).join('')}</head>
<body><main class="mx-auto w-full max-w-2xl p-6"><h1 class="text-2xl font-semibold">${escaped(wish.title)}</h1>
<p class="my-3">${escaped(wish.text)}</p><ul class="space-y-2">${links.join('')}</ul></main></body></html>`
  const policy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  })
}

/** Fetches the pages and what they need; only when all of it came does it replace what was kept before. */
async function keep({ deed: _deed, ...wish }) {
  const pages = await Promise.all(
    wish.pages.map(async ({ url }) => {
      const response = await fetch(url, { credentials: 'same-origin' })
      if (!response.ok || response.redirected) throw new Error('not a page to keep')
      return { url, response, html: await response.clone().text() }
    }),
  )
  const assets = [...new Set(pages.flatMap(({ html }) => html.match(/\/_next\/static\/[\w./~%-]+\.(?:js|css)/g) ?? []))]
  const scripts = await Promise.all(
    assets.map(async (url) => {
      const response = await fetch(url)
      if (!response.ok) throw new Error('an asset is missing')
      return { url, response }
    }),
  )
  await caches.delete(CACHE)
  const cache = await caches.open(CACHE)
  for (const { url, response } of [...scripts, ...pages]) await cache.put(url, response)
  const styles = assets.filter((url) => url.endsWith('.css'))
  await cache.put(WISH, new Response(JSON.stringify({ ...wish, styles, at: Date.now() })))
}

self.addEventListener('message', (event) => {
  const answer = (ok) => event.ports[0]?.postMessage({ ok })
  if (event.data?.deed === 'keep')
    event.waitUntil(
      keep(event.data).then(
        () => answer(true),
        () => answer(false),
      ),
    )
})

/** The line first; what is kept when it is gone, or has not answered for long. */
async function page(request) {
  const taken = await open()
  if (!taken) return fetch(request)
  const kept = await taken.cache.match(request, { ignoreSearch: true })
  const line = fetch(request)
  if (!kept) return line.catch(() => listPage(taken))
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE))
  return Promise.race([line.catch(() => kept), late])
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/_next/static/'))
    event.respondWith(caches.match(request, { cacheName: CACHE }).then((kept) => kept ?? fetch(request)))
})
