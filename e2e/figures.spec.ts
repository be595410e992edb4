import { arabic, expect, phone, test } from './fixtures/test'
import { openFitting } from './pages/fits'

test('a number opens exactly the records behind it', async ({ as }) => {
  const page = await as('manager')
  await openFitting(page, '/reports')
  const women = page
    .locator('section', { has: page.getByRole('heading', { name: 'Sex' }) })
    .getByRole('row', { name: /^Female/ })
  const number = women.getByRole('cell').nth(4).getByRole('link').last()
  const count = Number(await number.innerText())
  expect(count, 'a number that fits on one page of records').toBeGreaterThan(0)
  expect(count).toBeLessThan(25)
  await number.click()
  await page.waitForURL(/\/reports\/records\?/)
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(count + 1)
  await expect(rows.filter({ hasText: 'Female' })).toHaveCount(count)
  await openFitting(page, new URL(page.url()).pathname + new URL(page.url()).search)

  const sheet = await page.request.get('/reports/export?kind=csv')
  expect(sheet.headers()['content-type']).toContain('csv')
  expect(await sheet.text()).toContain('Female')
})

test('an analyst reads figures without people, small groups withheld, on a phone in Arabic', async ({
  as,
  ownerSql,
}) => {
  const page = await as('analyst', { ...phone, ...arabic })
  await openFitting(page, '/reports')
  await expect(page.getByText('أقل من 5').first()).toBeVisible()
  await openFitting(page, '/reports/records?measure=applications')
  const [row] = await ownerSql`select p.family_name from people p join grants g on g.person_id = p.id limit 1`
  expect(await page.content()).not.toContain(row?.family_name)
})

test('a number and a bar of health open exactly the referrals behind them, and the sheet says the same', async ({
  as,
}) => {
  const page = await as('health-supervisor')
  await openFitting(page, '/reports/health')
  const records = page.getByRole('table').getByRole('row')
  const priority = page.locator('section', { has: page.getByRole('heading', { name: 'By priority' }) })
  const number = priority
    .getByRole('row', { name: /^Urgent/ })
    .getByRole('link')
    .nth(1)
  const accepted = Number(await number.innerText())
  expect(accepted).toBeGreaterThan(0)
  await number.click()
  await page.waitForURL(/\/reports\/health\/records\?/)
  await expect(records).toHaveCount(accepted + 1)
  await expect(records.filter({ hasText: 'Urgent, 72 hours' })).toHaveCount(accepted)
  await openFitting(page, new URL(page.url()).pathname + new URL(page.url()).search)

  await page.goto('/reports/health')
  const bar = page.locator('figure a').last()
  const [month = '', count = ''] = (await bar.getAttribute('aria-label'))?.split(': ') ?? []
  await bar.click()
  await page.waitForURL(/by=month/)
  await expect(page.getByText(month, { exact: true })).toBeVisible()
  await expect(records).toHaveCount(Number(count) + 1)

  const sheet = await (await page.request.get('/reports/health/export?kind=csv')).text()
  expect(sheet).toContain(`By month,${month},${count},`)
  expect(sheet.split('\n').find((line) => line.includes('Urgent, 72 hours'))).toContain(`,${accepted},`)
})

test('health figures are without people for an analyst, on a phone in Arabic', async ({ as }) => {
  const page = await as('analyst', { ...phone, ...arabic })
  await openFitting(page, '/reports/health')
  await openFitting(page, '/referrals/consultations/totals')
  await openFitting(page, '/reports/health/records?measure=referrals')
  expect(await page.content()).not.toMatch(/REF-\d/)
})
