import type { Page } from '@playwright/test'
import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'

const password = 'four calm rivers 2026'
const stamp = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`

/** Makes an account through the form and waits for what became of its invitation. */
async function createUser(page: Page, name: string, email: string, boxes: readonly string[]): Promise<void> {
  await page.goto('/admin/users/new')
  await page.getByLabel('Full name', { exact: true }).fill(name)
  await page.getByLabel('Email', { exact: true }).fill(email)
  for (const box of boxes) await page.getByRole('checkbox', { name: new RegExp(`^${box}`) }).check()
  await page.getByRole('button', { name: 'Create and invite' }).click()
  await expect(page.getByText('The link is on its way')).toBeVisible()
}

test('a new user is invited, chooses a password and signs in', async ({ as, visit, mailTo }) => {
  const id = stamp()
  const email = `invited${id}@example.org`
  const page = await as('admin')
  await createUser(page, `Invited ${id}`, email, ['Caseworker', 'Falluja'])
  await page.getByRole('link', { name: 'Open the account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Invited ${id}`)
  await expect(page.getByText('Not chosen yet: the invitation is open')).toBeVisible()

  const mail = await mailTo(email)
  const link = /\/password\/\S+/.exec(mail.text)?.[0] ?? ''
  const own = await visit()
  await own.goto(link)
  await own.getByLabel('New password', { exact: true }).fill(password)
  await own.getByLabel('The same password again', { exact: true }).fill(password)
  await own.getByRole('button', { name: 'Save password and sign in' }).click()
  await own.waitForURL((url) => url.pathname === '/')
  await signIn(await visit(), email, password)
  // The link works once.
  await own.goto(link)
  await expect(own.getByText('This link does not work any more')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Chosen by the user')).toBeVisible()
})

test('a supervisor’s role counts when a second admin has agreed, and not before', async ({ as, ownerSql }) => {
  const id = stamp()
  const name = `Asked ${id}`
  const admin = await as('admin')
  await createUser(admin, name, `asked${id}@example.org`, ['Supervisor'])
  await admin.goto('/admin')
  const asked = admin.getByRole('listitem').filter({ hasText: name })
  await expect(asked.getByText('You asked for this role yourself')).toBeVisible()
  await expect(asked.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  const counts = async () => {
    const rows = await ownerSql`select r.approved_at from user_roles r join users u on u.id = r.user_id
      where u.name = ${name} and r.approved_at is not null`
    return rows.length
  }
  expect(await counts()).toBe(0)

  const second = await as('admin2')
  await second.goto('/admin')
  await second.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Approve' }).click()
  await expect(second.getByRole('listitem').filter({ hasText: name })).toHaveCount(0)
  expect(await counts()).toBe(1)
  await second.goto(`/admin/audit`)
  const change = second
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ hasText: 'agreed to the role Supervisor' })
  await expect(change).toBeVisible()
})

test('an admin cannot change their own rights', async ({ as, ownerSql }) => {
  const [own] = await ownerSql`select id from users where email = 'admin@demo.sanad'`
  const page = await as('admin')
  await page.goto(`/admin/users/${own?.id}`)
  await expect(page.getByText('Nobody changes their own rights.')).toBeVisible()
  await expect(page.getByText('Nobody gives, approves or ends a role of their own.')).toBeVisible()
  await expect(page.getByText('You cannot deactivate your own account.')).toBeVisible()
  for (const deed of ['Give a role', 'End role', 'Change programmes', 'Add to a team', 'Deactivate account'])
    await expect(page.getByText(deed, { exact: true })).toHaveCount(0)
})

test('roles that do not go together are not offered, with the reason', async ({ as }) => {
  const id = stamp()
  const page = await as('admin')
  await createUser(page, `Pair ${id}`, `pair${id}@example.org`, ['Finance officer'])
  await page.getByRole('link', { name: 'Open the account' }).click()
  await page.getByText('Give a role', { exact: true }).click()
  await expect(page.getByText('These roles cannot be held by one person').first()).toBeVisible()
  await expect(page.getByLabel('Role', { exact: true }).locator('option')).toHaveText([/Choose/, 'Analyst'])
})

test('deeds on one account, one after the other, show without loading the page again', async ({ as }) => {
  const id = stamp()
  const page = await as('admin')
  await createUser(page, `Steps ${id}`, `steps${id}@example.org`, ['Caseworker'])
  await page.getByRole('link', { name: 'Open the account' }).click()
  for (const team of ['Falluja', 'Ramadi']) {
    await page.getByText('Add to a team', { exact: true }).click()
    await page.getByLabel('Team', { exact: true }).selectOption({ label: team })
    await page.getByRole('button', { name: 'Add to team' }).click()
    await expect(page.locator('#teams').getByRole('listitem').filter({ hasText: team })).toBeVisible()
  }
  await page.getByText('Give a role', { exact: true }).click()
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Analyst' })
  await page.getByRole('button', { name: 'Give role' }).click()
  await expect(page.locator('#roles').getByRole('listitem').filter({ hasText: 'Analyst' })).toBeVisible()
})

const rooms = [
  '/admin',
  '/admin/users',
  '/admin/users/new',
  '/admin/teams',
  '/admin/teams/new',
  '/admin/limits',
  '/admin/places',
  '/admin/places/IQG01',
  '/admin/lists/sectors',
  '/admin/lists/sectors/food',
  '/admin/lists/complaints/new',
  '/admin/rounds',
  '/admin/rounds/new',
  '/admin/audit',
  '/admin/keys',
  '/admin/keys/new',
]

test('for who is no admin the whole room does not exist', async ({ as, ownerSql }) => {
  const [user] = await ownerSql`select id from users where email = 'supervisor@demo.sanad'`
  const [team] = await ownerSql`select id from teams limit 1`
  const paths = [
    ...rooms,
    `/admin/users/${user?.id}`,
    `/admin/users/${user?.id}/edit`,
    `/admin/teams/${team?.id}`,
    `/admin/teams/${team?.id}/edit`,
  ]
  for (const account of ['caseworker', 'manager'] as const) {
    const page = await as(account)
    for (const path of paths) {
      const answer = await page.goto(path)
      expect(answer?.status(), `${account} ${path}`).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('We cannot find this page')
    }
  }
})

test('for an admin people and grants do not exist', async ({ as, ownerSql }) => {
  const page = await as('admin')
  const [person] = await ownerSql`select id from people limit 1`
  const [grant] = await ownerSql`select case_id from grants limit 1`
  for (const path of ['/people', '/grants', `/people/${person?.id}`, `/grants/${grant?.case_id}`]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
  }
})

test('what is unknown or no id at all is not found', async ({ as }) => {
  const page = await as('admin')
  const nobody = '01890000-0000-7000-8000-000000000000'
  for (const path of ['users/x', `users/${nobody}`, `teams/${nobody}`, 'places/XX', 'places/IQG99', 'sectors/none'])
    expect((await page.goto(`/admin/${path}`))?.status(), path).toBe(404)
})

test('a team is made and someone added, without scripts', async ({ as }) => {
  const id = stamp()
  const page = await as('admin', withoutScripts)
  await page.goto('/admin/teams/new')
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByText('There is a problem')).toBeVisible()
  await page.getByLabel('Name in English').fill(`Team ${id}`)
  await page.getByLabel('Name in Arabic').fill(`فريق ${id}`)
  await page.getByLabel('District').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Create team' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Team ${id}`)
  await page.getByLabel('User', { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Add to team' }).click()
  await expect(page.getByText(/^Since /)).toBeVisible()
})

test('a stale edit is a conflict, and nothing typed is lost', async ({ as, ownerSql }) => {
  const id = stamp()
  const page = await as('admin')
  await createUser(page, `Stale ${id}`, `stale${id}@example.org`, [])
  await page.getByRole('link', { name: 'Open the account' }).click()
  await page.getByRole('link', { name: 'Edit details' }).click()
  await page.getByLabel('Full name').fill(`Mine ${id}`)
  await ownerSql`update users set name = ${`Theirs ${id}`}, version = version + 1 where email = ${`stale${id}@example.org`}`
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Someone changed this record while you were working')).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue(`Mine ${id}`)
})

test('the room reads from right to left on a phone and nothing scrolls sideways', async ({ as }) => {
  const page = await as('admin', { ...phone, ...arabic })
  for (const path of rooms) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(excess, path).toBeLessThanOrEqual(0)
  }
})
