import { expect, test } from './fixtures/test'
import { fillDay } from './pages/fits'

test('a funding source counts when a second person has agreed, and not before', async ({ as, ownerSql }) => {
  const code = `DNR-${Date.now().toString(36).toUpperCase()}`
  const finance = await as('finance')
  await finance.goto('/budgets/new')
  await finance.locator('[name=code]').fill(code)
  await finance.locator('[name=donorEn]').fill('Euphrates Trust')
  await finance.locator('[name=donorAr]').fill('صندوق الفرات')
  await finance.locator('[name=currency][value=IQD]').check()
  await finance.locator('[name=amount]').fill('١٠٠٬٠٠٠٬٠٠٠')
  await fillDay(finance, 'startsOn', '2026-01-01')
  await fillDay(finance, 'endsOn', '2028-12-31')
  await finance.locator('[name=reason]').fill('Signed with the donor this week.')
  await finance.getByRole('button', { name: 'Propose' }).click()
  await finance.waitForURL(/\/budgets$/)
  const row = async () => (await ownerSql`select state, amount_minor from funding_sources where code = ${code}`)[0]
  expect(await row()).toMatchObject({ state: 'proposed', amount_minor: '100000000000' })

  // Who proposed it reads why they cannot agree to it.
  const mine = finance.locator('#pending li', { hasText: code })
  await expect(mine.getByText('You proposed this; a second person must agree.')).toBeVisible()
  await expect(mine.getByRole('button')).toHaveCount(0)

  const second = await as('finance2')
  await second.goto('/budgets')
  await second.locator('#pending li', { hasText: code }).getByRole('button', { name: 'Approve' }).click()
  await expect.poll(async () => (await row())?.state).toBe('active')

  // Every figure of a line opens the entries that it is the sum of.
  await second
    .getByRole('link', { name: /IQD [1-9]/ })
    .first()
    .click()
  await second.waitForURL(/\/budgets\/lines\/.+\?of=/)
  await expect(second.getByText('They agree')).toBeVisible()
})
