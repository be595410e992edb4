import { ownerOf } from './draft-store'

/** Pages that go along where there is no line; `public/sw.js` fetches, keeps and shows them. */
export type Wish = {
  pages: { url: string; label: string }[]
  /** The words of the page that lists them without a line. */
  title: string
  text: string
  lang: string
  dir: string
}
export type Taken = { pages: Wish['pages']; at: number }

const CACHE = 'sanad-taken'
const WISH = '/taken.json'

/** Whether this browser can take pages along: only over a secure line. */
export function canTake(): boolean {
  return 'caches' in window && 'serviceWorker' in navigator
}

/** Takes these pages along instead of those taken before. False when not all of them came. */
export async function take(secret: string, wish: Wish): Promise<boolean> {
  try {
    const owner = await ownerOf(secret)
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    return await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => resolve(data.ok === true)
      active?.postMessage({ deed: 'keep', ...wish, owner }, [port2])
    })
  } catch {
    return false
  }
}

async function readWish(cache: Cache): Promise<(Wish & { owner: string; at: number }) | null> {
  // Written by the service worker from `take`.
  return (await cache.match(WISH))?.json() ?? null
}

/** What is along now; null when nothing is. */
export async function listTaken(): Promise<Taken | null> {
  if (!canTake() || !(await caches.has(CACHE))) return null
  const cache = await caches.open(CACHE)
  const wish = await readWish(cache)
  if (!wish) return null
  const there = await Promise.all(wish.pages.map(({ url }) => cache.match(url)))
  const pages = wish.pages.filter((_page, index) => there[index])
  return pages.length > 0 ? { pages, at: wish.at } : null
}

/** Lets go of the pages whose address begins like this, or of all. */
export async function letGo(address = ''): Promise<void> {
  if (!canTake() || !(await caches.has(CACHE))) return
  const cache = await caches.open(CACHE)
  const pages = (await readWish(cache))?.pages ?? []
  await Promise.all(pages.filter(({ url }) => url.startsWith(address)).map(({ url }) => cache.delete(url)))
  if ((await listTaken()) === null) await caches.delete(CACHE)
}

/** Lets go of what another person took along on this device. */
export async function letGoOfOthers(secret: string): Promise<void> {
  const wish = await readWish(await caches.open(CACHE))
  if (wish?.owner !== (await ownerOf(secret))) await caches.delete(CACHE)
}
