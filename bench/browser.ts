import { chromium } from '@playwright/test'
import { resolveBrowser } from '../e2e/fixtures/browser'

export type BrowserResult = { firstKB: number; fontKB: number; nextKB: number; readableMs: number; usableMs: number }

/** Opens the list in a real Chromium with an empty cache and counts the bytes on the wire; then again on a weak line. */
export async function measureBrowser(base: string, cookie: string): Promise<BrowserResult> {
  const found = await resolveBrowser()
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...process.env, ...found.env },
  })
  const open = async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: base }])
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    let bytes = 0
    let fonts = 0
    const urls = new Map<string, string>()
    wire.on('Network.requestWillBeSent', (event) => urls.set(event.requestId, event.request.url))
    wire.on('Network.loadingFinished', (event) => {
      const url = urls.get(event.requestId) ?? ''
      // A machine without Arabic fonts fetches ours; phones and laptops have their own.
      if (url.endsWith('.woff2')) fonts += event.encodedDataLength
      else bytes += event.encodedDataLength
      urls.set(event.requestId, `done ${url}`)
    })
    const isDone = (part: string) => [...urls.values()].some((url) => url.startsWith('done') && url.includes(part))
    return { page, wire, isDone, bytes: () => bytes, fonts: () => fonts }
  }
  try {
    const quick = await open()
    await quick.page.goto(`${base}/grants`, { waitUntil: 'networkidle' })
    const first = quick.bytes()
    await quick.page.locator('a[href*="after="]').first().click()
    await quick.page.waitForURL(/after=/)
    while (!quick.isDone('after=')) await quick.page.waitForTimeout(50)
    const next = quick.bytes() - first

    const weak = await open()
    await weak.wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 400_000 / 8,
      uploadThroughput: 400_000 / 8,
    })
    const began = Date.now()
    await weak.page.goto(`${base}/grants`, { waitUntil: 'commit' })
    // Links and filters work from here on, with or without scripts.
    await weak.page.locator('a[href*="after="]').first().waitFor()
    const readableMs = Date.now() - began
    await weak.page.waitForLoadState('networkidle')
    const kilobytes = (value: number) => Math.round(value / 102.4) / 10
    return {
      firstKB: kilobytes(first),
      fontKB: kilobytes(quick.fonts()),
      nextKB: kilobytes(next),
      readableMs,
      usableMs: Date.now() - began,
    }
  } finally {
    await browser.close()
  }
}
