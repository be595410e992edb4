import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'

test('six wrong passwords lock the account, and its owner gets a mail', async ({ visit, mailTo }) => {
  const page = await visit(withoutScripts)
  const email = 'hanan.alluhaibi@demo.sanad'
  for (let i = 0; i < 6; i++) {
    await page.goto('/sign-in')
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=password]').fill('not the password at all')
    await page.locator('main form button[type=submit]').last().click()
    await expect(page.getByRole('alert')).toBeVisible()
  }
  await expect(page.getByText('Signing in is closed for 30 minutes').first()).toBeVisible()
  const mail = await mailTo(email)
  expect(mail.subject).toMatch(/30/)
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill('practice-sanad-2026')
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.getByText('Signing in is closed for 30 minutes').first()).toBeVisible()
})

test('a forgotten password comes back by a link that works once, and ends the other sessions', async ({
  visit,
  mailTo,
}) => {
  const email = 'suhad.aljumaili@demo.sanad'
  const elsewhere = await visit()
  await signIn(elsewhere, email)
  const page = await visit({ ...phone, ...arabic })
  await page.goto('/forgot')
  await page.locator('[name=email]').fill(email)
  await page.locator('main form button[type=submit]').last().click()
  await expect(page).toHaveURL(/sent=1/)
  const mail = await mailTo(email, /\/password\//)
  const path = /\/password\/[\w-]+/.exec(mail.text)?.[0] ?? ''
  await page.goto(path)
  await page.locator('[name=password]').fill('password1234')
  await page.locator('[name=again]').fill('password1234')
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.getByText('كلمة المرور هذه سهلة التخمين').first()).toBeVisible()
  await page.locator('[name=password]').fill('seven quiet palms at dusk')
  await page.locator('[name=again]').fill('seven quiet palms at dusk')
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'عملي' })).toBeVisible()
  await elsewhere.goto('/grants')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  const again = await visit()
  await again.goto(path)
  await expect(again.getByText('This link does not work any more')).toBeVisible()
})

test('sessions are listed, and end everywhere at once', async ({ visit }) => {
  const email = 'bashar.almuhammadi@demo.sanad'
  const [one, two] = [await visit(), await visit()]
  await signIn(one, email)
  await signIn(two, email)
  await one.goto('/account')
  await expect(one.getByText('this device', { exact: true })).toHaveCount(1)
  await one.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(one).toHaveURL(/\/sign-in/)
  await two.goto('/grants')
  await expect(two).toHaveURL(/\/sign-in/)
})
