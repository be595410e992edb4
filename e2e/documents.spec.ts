import type { Page } from '@playwright/test'
import { exifSegment, pdf, png, withSegment } from '../lib/documents/testing-files'
import { arabic, expect, phone, test, withoutScripts } from './fixtures/test'

/** Opens a draft of the account's team; answers with its path. */
async function openDraft(page: Page): Promise<string> {
  await page.goto('/grants?status=draft')
  const path = await page.locator('a[href^="/grants/0"]').first().getAttribute('href')
  await page.goto(path ?? '')
  return path ?? ''
}

const section = (page: Page) => page.locator('#documents')

/** The list of what is kept, apart from the list of what is being sent. */
const kept = (page: Page, name: string | RegExp) => section(page).getByRole('link', { name })

test('documents are sent one after the other, each with its outcome, and can be taken back', async ({ as }) => {
  const page = await as('caseworker')
  await openDraft(page)
  await section(page).getByText('Add documents').click()
  await section(page).getByRole('button', { name: 'Add document' }).click()
  await expect(section(page).getByText('Choose what the document is')).toBeVisible()
  await section(page).getByLabel('What it is').selectOption('quote')
  const name = `quote ${Date.now()}`
  await section(page)
    .getByLabel('File', { exact: true })
    .setInputFiles([
      { name: `${name}.exe`, mimeType: 'application/pdf', buffer: pdf },
      { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>not a photo</html>') },
      { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
      { name: 'large.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
    ])
  await section(page).getByRole('button', { name: 'Add document' }).click()
  const list = section(page).getByRole('list', { name: 'Files being added' })
  await expect(list.getByRole('listitem').filter({ hasText: name })).toContainText('Document added')
  await expect(list.getByRole('listitem').filter({ hasText: 'photo.jpg' })).toContainText(
    'This kind of file is not taken',
  )
  await expect(list.getByRole('listitem').filter({ hasText: 'empty.pdf' })).toContainText('The file is empty')
  await expect(list.getByRole('listitem').filter({ hasText: 'large.pdf' })).toContainText('larger than 10 MB')
  await expect(kept(page, `${name}.pdf`)).toBeVisible()

  await section(page).getByText(`Remove ${name}.pdf`).click()
  await section(page).getByRole('button', { name: 'Remove document' }).locator('visible=true').click()
  await expect(kept(page, `${name}.pdf`)).toHaveCount(0)
})

test('a dropped line loses nothing: the file is still there to be sent again', async ({ as }) => {
  const page = await as('caseworker')
  await openDraft(page)
  await section(page).getByText('Add documents').click()
  await section(page).getByLabel('What it is').selectOption('photo')
  await page.route('**/api/documents?*', (route) => route.abort())
  const name = `photo ${Date.now()}.png`
  await section(page).getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer: png() })
  await section(page).getByRole('button', { name: 'Add document' }).click()
  await expect(section(page).getByText('The connection dropped')).toBeVisible()
  await page.unroute('**/api/documents?*')
  await section(page).getByRole('button', { name: 'Try again' }).click()
  await expect(kept(page, name)).toBeVisible()
})

test('works without scripts, on a phone and in Arabic, and says why a file is not taken', async ({ as }) => {
  const page = await as('caseworker', { ...withoutScripts, ...phone, ...arabic })
  const path = await openDraft(page)
  const send = async (name: string, buffer: Buffer) => {
    if (!(await section(page).locator('select').isVisible())) await section(page).getByText('إضافة وثائق').click()
    await section(page).locator('select').selectOption('identity')
    await section(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await section(page).getByRole('button', { name: 'إضافة الوثيقة' }).click()
    await page.waitForURL(/document=/)
  }
  const name = `هوية ${Date.now()}`
  await send(`${name}.pdf`, Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]))
  await expect(section(page).getByRole('status')).toContainText('أكبر من 10')
  await send(`${name}.pdf`, pdf)
  expect(new URL(page.url()).pathname).toBe(path)
  await expect(section(page).getByRole('status')).toContainText('أُضيفت الوثيقة')
  await expect(kept(page, `${name}.pdf`)).toBeVisible()
})

test('a document is for the team of its case alone, and no other site can send one', async ({ as }) => {
  const page = await as('caseworker')
  const path = await openDraft(page)
  const caseId = path.split('/').at(-1) ?? ''
  // A JPEG's frame with a place in it; too small to be a picture, so a PNG is what is kept below.
  const broken = withSegment(Buffer.from([0xff, 0xd8, 0xff, 0xd9]), exifSegment())
  const post = (who: Page, buffer: Buffer, headers: Record<string, string> = {}) =>
    who.request.post('/api/documents', {
      headers: { accept: 'application/json', ...headers },
      multipart: { caseId, kind: 'photo', file: { name: 'place.png', mimeType: 'image/png', buffer } },
    })
  expect((await post(page, broken)).status()).toBe(422)
  expect((await post(page, png(), { origin: 'https://evil.example' })).status()).toBe(403)
  expect((await post(page, png())).status()).toBe(200)
  await page.reload()
  const href = (await kept(page, 'place.png').first().getAttribute('href')) ?? ''
  const own = await page.request.get(href)
  expect(own.status()).toBe(200)
  expect(own.headers()['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(own.headers()['x-content-type-options']).toBe('nosniff')
  for (const account of ['caseworker2', 'admin', 'finance'] as const) {
    const other = await as(account)
    expect((await other.request.get(href)).status()).toBe(404)
    expect((await post(other, png())).status()).toBe(404)
  }
})
