import { arabic, expect, phone, test } from './fixtures/test'
import { openFitting } from './pages/fits'

test('a manager opens a community before a visit: whom we helped, needs, projects, forums, who lives there', async ({
  as,
}) => {
  const page = await as('manager')
  await openFitting(page, '/communities')
  await page.getByRole('link', { name: 'Markaz Al-Falluja' }).first().click()
  await page.waitForURL(/\/communities\/IQG01Q01N03/)
  await expect(page.getByText('people with a grant')).toBeVisible()
  await expect(page.locator('#forums li')).toHaveCount(3)
  // A forum is a public body; what it speaks about is not this reader's.
  await expect(page.locator('#forums a')).toHaveCount(0)
  await page.locator('#projects a').first().click()
  await page.waitForURL(/\/communities\/projects\//)
  await openFitting(page, '/communities/IQG01Q01')
})

test('numbers of forums open exactly their records, on a phone in Arabic too, and the sheet says the same', async ({
  as,
}) => {
  const page = await as('policing-manager')
  await openFitting(page, '/reports/policing')
  const number = page
    .locator('section', { has: page.getByRole('heading', { name: 'Concerns', exact: true }) })
    .getByRole('row', { name: /^Theft/ })
    .getByRole('link')
    .first()
  const raised = Number(await number.innerText())
  expect(raised).toBeGreaterThan(0)
  await number.click()
  await page.waitForURL(/\/reports\/policing\/records\?/)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(raised + 1)
  expect(await page.content()).not.toContain('Conduct of police')
  const sheet = await (await page.request.get('/reports/policing/export?kind=csv')).text()
  expect(sheet).toContain(`By kind,Theft,Raised,${raised}`)
  expect(sheet).not.toContain('Conduct of police')

  const small = await as('analyst', { ...phone, ...arabic })
  await openFitting(small, '/reports/policing')
  await openFitting(small, '/reports/communities')
  await openFitting(small, '/communities/IQG01Q01N03')
})
