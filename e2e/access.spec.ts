import { expect, test, withoutScripts } from './fixtures/test'

test('a foreign id is not found, in every page, title included, and says nothing', async ({ as, ownerSql }) => {
  const [row] =
    await ownerSql`select c.id, c.reference, p.given_name, p.id as person from cases c join grants g on g.case_id = c.id
    join people p on p.id = g.person_id join teams t on t.id = c.team_id
    where t.name_en = 'Ramadi' and c.status = 'verification' limit 1`
  for (const account of ['caseworker', 'supervisor', 'finance', 'analyst', 'admin'] as const) {
    const page = await as(account, withoutScripts)
    for (const path of [
      `/grants/${row?.id}`,
      `/grants/${row?.id}/edit`,
      `/grants/${row?.id}/verification`,
      `/grants/${row?.id}/plan`,
      `/grants/${row?.id}/decision`,
      `/grants/new?person=${row?.person}`,
      `/people/${row?.person}`,
    ]) {
      const response = await page.goto(path)
      expect(response?.status(), `${account} ${path}`).toBe(404)
      const html = await page.content()
      expect(html).not.toContain(row?.reference)
      expect(html).not.toContain(row?.given_name)
    }
  }
})

test('what a role may not open does not exist for it', async ({ as }) => {
  const closed = {
    admin: ['/grants', '/grants/new', '/people', '/people/new'],
    caseworker: ['/admin', '/admin/users', '/admin/audit', '/admin/teams'],
    supervisor: ['/admin', '/admin/users'],
    finance: ['/grants', '/people', '/admin'],
    analyst: ['/grants', '/people', '/admin'],
  } as const
  for (const [account, paths] of Object.entries(closed)) {
    const page = await as(account as keyof typeof closed, withoutScripts)
    for (const path of paths) expect((await page.goto(path))?.status(), `${account} ${path}`).toBe(404)
    const nav = await page.goto('/').then(() => page.getByRole('navigation').first().innerText())
    for (const path of paths)
      expect(nav).not.toContain(path === '/people' ? 'People' : path === '/admin' ? 'Admin' : '\u0000')
  }
})

test('a forum of another team, its sessions, papers and plans are not found', async ({ as, ownerSql }) => {
  test.slow()
  const [row] =
    await ownerSql`select f.id, f.reference, f.name_en, s.id as session, p.id as plan, n.case_id as concern, a.id as action
    from forums f join teams t on t.id = f.team_id join forum_sessions s on s.forum_id = f.id join safety_plans p on p.forum_id = f.id
    join forum_actions a on a.forum_id = f.id join concerns n on n.case_id = a.case_id
    where t.name_en = 'Ramadi' and s.status = 'shared' limit 1`
  const session = `/forums/${row?.id}/sessions/${row?.session}`
  const plan = `/forums/${row?.id}/safety-plans/${row?.plan}`
  for (const account of [
    'policing',
    'policing-supervisor',
    'focal',
    'health',
    'supervisor',
    'analyst',
    'admin',
  ] as const) {
    const page = await as(account, withoutScripts)
    for (const path of [
      `/forums/${row?.id}`,
      `/forums/${row?.id}/edit`,
      `/forums/${row?.id}/sessions/new`,
      `/forums/${row?.id}/safety-plans/new`,
      `/forums/concerns?forum=${row?.id}`,
      session,
      `${session}/minutes`,
      `${session}/attendance`,
      plan,
      `${plan}/edit`,
      `/forums/concerns/${row?.concern}`,
      `/forums/actions/${row?.action}`,
    ]) {
      const response = await page.request.get(path)
      // A filter of a list that one may open shows nothing.
      if (!path.includes('?')) expect(response.status(), `${account} ${path}`).toBe(404)
      const html = await response.text()
      expect(html, `${account} ${path}`).not.toContain(row?.reference)
      expect(html, `${account} ${path}`).not.toContain(row?.name_en)
    }
    for (const file of [
      `${session}/minutes.pdf`,
      `${session}/session.ics`,
      `${plan}/plan.pdf`,
      `/forums/${row?.id}/you-said-we-did.pdf`,
    ])
      expect((await page.request.get(file)).status(), `${account} ${file}`).toBe(404)
    const calendar = await page.request.get('/forums/calendar.ics')
    expect(await calendar.text(), account).not.toContain(row?.name_en)
  }
})

test('ids that are no ids are not found either', async ({ as }) => {
  const page = await as('caseworker', withoutScripts)
  for (const id of [
    'x',
    '0',
    "'; drop table cases;--",
    '..%2f..',
    '%00',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '𝟘'.repeat(50),
  ]) {
    const response = await page.request.get(`/grants/${encodeURIComponent(id)}`)
    expect(response.status(), id).toBe(404)
  }
})

test('without a session every page leads to sign-in and back, and never elsewhere', async ({ visit }) => {
  const page = await visit(withoutScripts)
  await page.goto('/grants?status=draft')
  expect(new URL(page.url()).searchParams.get('next')).toBe('/grants?status=draft')
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.locator('[name=email]').fill('analyst@demo.sanad')
    await page.locator('[name=password]').fill('practice-sanad-2026')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My work')
    expect(new URL(page.url()).pathname).toBe('/')
  }
})

test('a wrong password says the same as an unknown account', async ({ visit }) => {
  const page = await visit()
  const said: string[] = []
  for (const email of ['nobody@demo.sanad', 'analyst@demo.sanad']) {
    await page.goto('/sign-in')
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=password]').fill('not the password at all')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('There is a problem')).toBeVisible()
    said.push((await page.getByRole('alert').first().innerText()).trim())
    await expect(page.locator('[name=email]')).toHaveValue(email)
  }
  expect(said[0]).toBe(said[1])
})

test('actions refuse a foreign page, a stranger and another role, whatever curl says', async ({
  as,
  visit,
  ownerSql,
}) => {
  const [row] =
    await ownerSql`select c.id, c.version from cases c join teams t on t.id = c.team_id where t.name_en = 'Falluja' and c.status = 'submitted' limit 1`
  const supervisor = await as('supervisor', withoutScripts)
  await supervisor.goto(`/grants/${row?.id}`)
  // The form as the page holds it: what a curious person would copy into curl.
  const form = await supervisor
    .locator('form', { has: supervisor.getByRole('button', { name: 'Start screening' }) })
    .locator('input[type=hidden]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    )
  const body = Object.fromEntries(form)
  const url = `/grants/${row?.id}`
  const status = async () => (await ownerSql`select status from cases where id = ${row?.id}`)[0]?.status
  const foreign = await supervisor.request.post(url, { multipart: body, headers: { origin: 'https://evil.example' } })
  expect(foreign.status()).toBe(403)
  expect(await status()).toBe('submitted')
  const stranger = await visit(withoutScripts)
  await stranger.request.post(url, { multipart: body })
  expect(await status()).toBe('submitted')
  for (const account of ['admin', 'analyst', 'finance', 'caseworker2'] as const) {
    const page = await as(account, withoutScripts)
    const answer = await page.request.post(url, { multipart: body })
    expect(await answer.text()).not.toContain(String(row?.id).slice(0, 8) === '' ? '' : 'Vulnerability score')
    expect(await status(), account).toBe('submitted')
  }
  expect((await supervisor.request.post(url, { multipart: body })).ok()).toBe(true)
  expect(await status()).toBe('screening')
})

test('every answer carries the headers that protect it', async ({ as, visit }) => {
  const page = await as('caseworker')
  for (const path of ['/', '/grants', '/sign-in']) {
    const response = await page.request.get(path, { maxRedirects: 0 })
    const headers = response.headers()
    expect(headers['x-frame-options'] ?? 'DENY').toBe('DENY')
    if (response.status() !== 200) continue
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-powered-by']).toBeUndefined()
  }
  const anonymous = await visit()
  await anonymous.goto('/sign-in')
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'sanad-session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('the browser finds nothing to complain about', async ({ as }) => {
  const page = await as('supervisor')
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const path of ['/', '/grants', '/people', '/account', '/notifications']) {
    await page.goto(path)
    // The search answers to its key once all scripts of the page have run.
    await expect(async () => {
      await page.keyboard.press('/')
      await expect(page.getByRole('searchbox').first()).toBeFocused({ timeout: 1000 })
    }).toPass()
  }
  expect(complaints).toEqual([])
})
