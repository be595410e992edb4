import { arabic, expect, phone, test, withoutScripts } from './fixtures/test'
import { expectNoBarriers, type NewPerson, RegisterPage } from './pages/people'

// One after another: they register people of the same name, and each of them is a new match for the others.
test.describe.configure({ mode: 'default' })

/** Somebody who is in no other journey: the card's number is theirs alone. */
function somebody(): NewPerson {
  const documentNumber = `19${String(Date.now()).slice(-8)}${Math.floor(Math.random() * 90) + 10}`
  return { given: 'رائد', father: 'شهاب', family: 'العيساوي', birthYear: '١٩٨٤', documentNumber }
}

/** Registers; others of this name may be there from other journeys. */
async function register(form: RegisterPage, person: NewPerson): Promise<string> {
  await form.fill(person)
  await form.submit()
  const arrived = form.page.waitForURL(/done=registered/).then(() => true)
  // Not any alert: the framework announces a new page by one too.
  const asked = form.refusal.waitFor().then(() => false)
  if (!(await Promise.race([arrived, asked]))) {
    await form.someoneElse.check()
    await form.submit()
  }
  return form.file()
}

test('on a phone in Arabic: the check warns while typing, then consent is given and taken back', async ({ as }) => {
  const person = somebody()
  const first = await RegisterPage.open(await as('caseworker', { ...phone, ...arabic }), 'ar')
  await register(first, person)

  const page = await as('caseworker2', { ...phone, ...arabic })
  const form = await RegisterPage.open(page, 'ar')
  await form.fill(person)
  await expect(form.check).toBeVisible()
  const card = page.getByRole('listitem').filter({ hasText: 'رائد شهاب' }).filter({ hasText: 'رقم الوثيقة نفسه' })
  await expect(card).toContainText('رائد شهاب العيساوي')
  // Another team's record: recognised, never opened.
  await expect(card.getByRole('link')).toHaveCount(0)
  await form.submit()
  await expect(form.refusal).toBeVisible()
  await form.someoneElse.check()
  await form.submit()
  const file = await form.file()
  await expect(page.getByText('يوقف المنح حتى صدور القرار')).toBeVisible()
  await expectNoBarriers(page)

  await page.goto(`${file}/consent`)
  await expectNoBarriers(page)
  await page.getByLabel('ببصمة الإبهام').check()
  await page.getByRole('button', { name: 'تسجيل الموافقة' }).click()
  await page.waitForURL(/done=consent/)
  await expect(page.locator('#consents')).toContainText('سارية')
  await page.getByText('سحب هذه الموافقة').click()
  await page.getByRole('button', { name: 'سحب الموافقة' }).click()
  await page.waitForURL(/done=withdrawn/)
  await expect(page.locator('#consents')).toContainText('مسحوبة')
})

test('without scripts a person is registered, and the check stands in the way', async ({ as }) => {
  const person = somebody()
  await register(await RegisterPage.open(await as('caseworker2')), person)
  const page = await as('caseworker', withoutScripts)
  const form = await RegisterPage.open(page, 'en', false)
  await form.fill(person)
  await form.submit()
  await expect(form.check).toBeVisible()
  await expect(page.getByLabel('Given name', { exact: true })).toHaveValue('رائد')
  await form.someoneElse.check()
  await form.submit()
  await form.file()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('رائد شهاب العيساوي')
})

test('two tabs edit one person: the second is told, keeps what it typed, and sends again', async ({ as }) => {
  const page = await as('caseworker')
  const file = await register(await RegisterPage.open(page), somebody())
  const other = await page.context().newPage()
  await page.goto(`${file}/edit`)
  await other.goto(`${file}/edit`)
  await page.getByLabel(/^Address/).fill('حي الأندلس')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.waitForURL(/done=saved/)

  await other.getByLabel(/^Address/).fill('حي نزال')
  await other.getByRole('button', { name: 'Save changes' }).click()
  await expect(other.getByText('Someone changed this record while you were working')).toBeVisible()
  await other.getByRole('button', { name: 'Load the latest and keep mine' }).click()
  await expect(other.getByText('You now have the latest record')).toBeVisible()
  await expect(other.getByLabel(/^Address/)).toHaveValue('حي نزال')
  await other.getByRole('button', { name: 'Save changes' }).click()
  await other.waitForURL(/done=saved/)
  await expect(other.getByText('حي نزال').first()).toBeVisible()
})

test('a person of another team does not exist: body, title, search, and who reads no people', async ({ as }) => {
  const person = somebody()
  const file = await register(await RegisterPage.open(await as('caseworker')), person)
  for (const account of ['caseworker2', 'finance', 'analyst', 'admin'] as const) {
    const page = await as(account)
    for (const path of [file, `${file}/edit`, `${file}/consent`, `${file}/household`]) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(404)
      expect(await page.content()).not.toContain('شهاب')
    }
    await page.goto(`/search?q=${person.documentNumber}`)
    expect(await page.content()).not.toContain('شهاب')
  }
})

test('search finds across scripts and spellings', async ({ as }) => {
  const page = await as('caseworker')
  await register(await RegisterPage.open(page), somebody())
  for (const query of ['رائد شهاب', 'Raed Shihab', 'Raid al-Isawi']) {
    await page.goto(`/search?q=${encodeURIComponent(query)}`)
    await expect(page.getByRole('link', { name: 'رائد شهاب العيساوي' }).first()).toBeVisible()
  }
  await expectNoBarriers(page)
  await page.goto('/people')
  await expectNoBarriers(page)
})
