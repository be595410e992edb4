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
    const urls = new Map<string, string>()
    const sizes = new Map<string, number>()
    wire.on('Network.requestWillBeSent', (event) => urls.set(event.requestId, event.request.url))
    wire.on('Network.responseReceived', ({ requestId, response }) => sizes.set(requestId, response.encodedDataLength))
    // Counted as it comes: a stream that the router keeps open is never told to be finished.
    wire.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
      sizes.set(requestId, (sizes.get(requestId) ?? 0) + encodedDataLength),
    )
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength))
    /** Kilobytes so far. A machine without Arabic fonts fetches ours; phones and laptops have their own. */
    const kilobytes = (ofFonts: boolean) =>
      [...sizes].reduce(
        (sum, [id, size]) => ((urls.get(id) ?? '').endsWith('.woff2') === ofFonts ? sum + size / 1024 : sum),
        0,
      )
    return { page, wire, kilobytes }
  }
  /** This Chromium falls over when it has to draw Arabic before the font has come, which is chance. */
  const again = async <T>(work: () => Promise<T>, tries = 10): Promise<T> =>
    work().catch((error) => {
      if (tries > 1 && /crashed/i.test(String(error))) return again(work, tries - 1)
      throw error
    })
  const openTheList = async () => {
    const quick = await open()
    await quick.page.goto(`${base}/grants`, { waitUntil: 'networkidle' })
    const first = quick.kilobytes(false)
    await quick.page.locator('a[href*="after="]').first().click()
    await quick.page.waitForURL(/after=/)
    await quick.page.waitForTimeout(3000)
    return { first, next: quick.kilobytes(false) - first, font: quick.kilobytes(true) }
  }
  const openOnAWeakLine = async () => {
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
    return { readableMs, usableMs: Date.now() - began }
  }
  try {
    const { first, next, font } = await again(openTheList)
    const { readableMs, usableMs } = await again(openOnAWeakLine)
    const round = (value: number) => Math.round(value * 10) / 10
    return {
      firstKB: round(first),
      fontKB: round(font),
      nextKB: round(next),
      readableMs,
      usableMs,
    }
  } finally {
    await browser.close()
  }
}
