import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'
import { openFitting } from './pages/fits'

// One after another: two at once would choose the same visit.
test.describe.configure({ mode: 'default' })

type Due = { id: string; caseId: string; reference: string }

/** A visit of this account that is due today and not made; made due when the demo has none. */
async function dueVisit(ownerSql: Sql, email: string): Promise<Due> {
  const [row] = await ownerSql`
    update monitoring_visits set due_on = app_today() - 400, is_in_sample = true where id = (
      select v.id from monitoring_visits v join cases c on c.id = v.case_id join users u on u.id = c.caseworker_id
      where u.email = ${email} and v.visited_on is null and c.status in ('disbursing', 'monitoring') order by random() limit 1)
    returning id, case_id, (select reference from cases where id = case_id)`
  if (!row) throw new Error('the demo has no visit to make')
  return { id: row.id, caseId: row.case_id, reference: row.reference }
}

const formOf = ({ id, caseId }: Due) => `/grants/${caseId}/monitoring/${id}`
const recorded = async (ownerSql: Sql, { id }: Due) =>
  (await ownerSql`select visited_on is not null as is_made, remark from monitoring_visits where id = ${id}`)[0]

/** No line at all: neither for the page nor for the service worker, whose requests `setOffline` does not reach. */
async function cutLine(page: Page): Promise<void> {
  await page.context().route('**/*', (route) => route.abort('internetdisconnected'))
  await page.context().setOffline(true)
}

async function mendLine(page: Page): Promise<void> {
  await page.context().unroute('**/*')
  await page.context().setOffline(false)
}

async function takeAlong(page: Page, due: Due): Promise<void> {
  await page.goto('/grants/visits')
  await page.getByText('Take visits along').click()
  for (const box of await page.locator('main input[name=visit]').all())
    await box.setChecked((await box.getAttribute('value')) === formOf(due))
  await page.getByRole('button', { name: 'Take these along' }).click()
  await expect(page.getByText('One visit is on this device')).toBeVisible({ timeout: 20_000 })
}

async function fillIn(page: Page, remark: string): Promise<void> {
  await page.locator('[name=received][value=full]').check()
  await page.locator('[name=business][value=operating]').check()
  await page.locator('[name=monthlyProfit]').fill('٤٥٠٬٠٠٠')
  await page.locator('[name=satisfaction][value="4"]').check()
  await page.locator('[name=safety][value=no]').check()
  await page.locator('[name=remark]').fill(remark)
}

test('a visit is taken along, recorded without a line, and sent once when it is back', async ({ visit, ownerSql }) => {
  const due = await dueVisit(ownerSql, 'caseworker@demo.sanad')
  const page = await visit(phone)
  await signIn(page, 'caseworker@demo.sanad')
  await takeAlong(page, due)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await cutLine(page)
  // Any page leads to what was taken along.
  await page.goto('/grants/visits').catch(() => page.reload())
  await page.getByRole('link', { name: due.reference }).click()
  await page.waitForURL(formOf(due))
  const remark = `Without a line ${Date.now()}`
  await fillIn(page, remark)
  await page.getByRole('button', { name: 'Record visit' }).click()
  await expect(page.getByText('On this device, will be sent').first()).toBeVisible()
  expect(await recorded(ownerSql, due)).toMatchObject({ is_made: false })

  // It outlives the window.
  await page.goto(formOf(due))
  await expect(page.getByText('On this device, will be sent').first()).toBeVisible()

  await mendLine(page)
  await expect.poll(async () => (await recorded(ownerSql, due))?.remark, { timeout: 20_000 }).toBe(remark)
  await page.waitForURL(/\/monitoring\?done=1/)
  await expect(page.getByText('The visit is recorded.')).toBeVisible()
  expect(await page.evaluate(() => caches.has('sanad-taken'))).toBe(false)
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('sanad:outbox:'))),
  ).toEqual([])
  const events =
    await ownerSql`select from case_events where case_id = ${due.caseId} and kind = 'visit_recorded' and at > now() - interval '2 minutes'`
  expect(events.length).toBe(1)
})

test('what someone else recorded meanwhile comes back with its reason, nothing typed is lost', async ({
  visit,
  ownerSql,
}) => {
  const due = await dueVisit(ownerSql, 'caseworker@demo.sanad')
  const page = await visit(phone)
  await signIn(page, 'caseworker@demo.sanad')
  await takeAlong(page, due)
  await page.goto(formOf(due))
  await cutLine(page)
  await fillIn(page, 'Typed where there was no line')
  await page.getByRole('button', { name: 'Record visit' }).click()
  await expect(page.getByText('On this device, will be sent').first()).toBeVisible()
  await ownerSql`update monitoring_visits set visited_on = app_today(), received = 'full', business = 'operating', has_safety_issue = false,
    visited_by = (select id from users where email = 'supervisor@demo.sanad') where id = ${due.id}`
  await mendLine(page)
  await expect(page.getByText('Someone has recorded this visit meanwhile.')).toBeVisible({ timeout: 20_000 })
  await page.goto('/grants/visits')
  await expect(page.getByText('Someone has recorded this visit meanwhile.')).toBeVisible()
})

test('a session that ended meanwhile asks to sign in, and sends afterwards', async ({ visit, ownerSql }) => {
  const due = await dueVisit(ownerSql, 'caseworker@demo.sanad')
  const page = await visit(phone)
  await signIn(page, 'caseworker@demo.sanad')
  await page.goto(formOf(due))
  await cutLine(page)
  const remark = `After the session ${Date.now()}`
  await fillIn(page, remark)
  await page.getByRole('button', { name: 'Record visit' }).click()
  await expect(page.getByText('On this device, will be sent').first()).toBeVisible()
  await page.context().clearCookies({ name: /session/ })
  await mendLine(page)
  await expect(page.getByText('You are signed out.')).toBeVisible({ timeout: 20_000 })
  expect(await recorded(ownerSql, due)).toMatchObject({ is_made: false })
  await page.getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, 'caseworker@demo.sanad')
  await expect.poll(async () => (await recorded(ownerSql, due))?.remark, { timeout: 20_000 }).toBe(remark)
})

test('signing out lets go of what was taken along', async ({ visit, ownerSql }) => {
  const due = await dueVisit(ownerSql, 'caseworker@demo.sanad')
  const page = await visit()
  await signIn(page, 'caseworker@demo.sanad')
  await takeAlong(page, due)
  await page
    .getByLabel(/^Your account/)
    .first()
    .click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  expect(await page.evaluate(() => caches.has('sanad-taken'))).toBe(false)
})

test('a visit is recorded without scripts, on a phone in Arabic, and a worry about safety reaches the supervisor alone', async ({
  as,
  ownerSql,
}) => {
  test.slow()
  const due = await dueVisit(ownerSql, 'caseworker@demo.sanad')
  const page = await as('caseworker', { ...withoutScripts, ...phone, ...arabic })
  await page.goto(formOf(due))
  const remark = `بلا برامج ${Date.now()}`
  await fillIn(page, remark)
  await page.locator('[name=safety][value=yes]').check()
  await page.locator('main form button[type=submit]').last().click()
  await expect(page.locator('[name=safetyBody][aria-invalid=true]')).toBeVisible()
  await expect(page.locator('[name=remark]')).toHaveValue(remark)
  await page.locator('[name=safetyBody]').fill('مجهولون يطلبون المال من المحل.')
  await page.locator('main form button[type=submit]').last().click()
  await expect.poll(async () => (await recorded(ownerSql, due))?.remark).toBe(remark)

  const supervisor = await as('supervisor', { ...phone, ...arabic })
  await openFitting(supervisor, '/safety')
  await expect(supervisor.getByText(due.reference).first()).toBeVisible()
  expect((await page.goto('/safety'))?.status()).toBe(404)
  await openFitting(supervisor, `/grants/${due.caseId}/monitoring`)
})
