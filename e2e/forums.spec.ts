import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { arabic, expect, phone, test, withoutScripts } from './fixtures/test'
import { fillDay, openFitting } from './pages/fits'

const pathOf = (page: Page) => new URL(page.url()).pathname
const idOf = (path: string) => path.split('/').at(-1) ?? ''
const isRecord = (place: string) => new RegExp(`/${place}/[0-9a-f-]{36}$`)

/** Today in Baghdad, or so many days after it. */
const day = (after = 0) => new Date(Date.now() + 3 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10)

const statusIn = (ownerSql: Sql, table: string) => async (path: string) =>
  (await ownerSql`select status from ${ownerSql(table)} where id = ${idOf(path)}`)[0]?.status

/** Opens a folded form of a page, fills it and sends it by the button of the same name. */
async function deed(page: Page, name: string, fill: () => Promise<unknown> = async () => {}): Promise<void> {
  await page.locator('summary', { hasText: name }).first().click()
  await fill()
  await page.getByRole('button', { name, exact: true }).click()
}

/** A forum of Falluja's demo. */
const aForum = async (ownerSql: Sql) =>
  (
    await ownerSql`select f.id, f.location_pcode as place from forums f join teams t on t.id = f.team_id
    where t.name_en = 'Falluja' and f.status = 'active' order by f.id limit 1`
  )[0] ?? {}

/** Fills the form of a concern, whatever its language. */
async function fillConcern(page: Page, said: { category: string; summary: string; place: string }): Promise<void> {
  await page.locator(`[name=category][value=${said.category}]`).check()
  await page.locator('[name=severity][value=high]').check()
  await page.locator('[name=source][value=box]').check()
  await page.locator('[name=locationPcode]').selectOption(said.place)
  await page.locator('[name=summary]').fill(said.summary)
}
const send = (page: Page) => page.getByRole('button', { name: /^(Write it down|Only count it|تدوين|عدّه فقط)/ }).click()

test('a forum begins, meets on a phone, raises a concern and sees it through to the next session', async ({
  as,
  ownerSql,
}) => {
  test.slow()
  const officer = await as('policing')
  const supervisor = await as('policing-supervisor')
  await officer.goto('/forums/new')
  await officer.locator('[name=nameAr]').fill('منتدى السوق القديم')
  await officer.locator('[name=nameEn]').fill('Old Market forum')
  await officer.locator('[name=type][value=community]').check()
  await officer.locator('[name=locationPcode]').selectOption({ index: 1 })
  await officer.locator('[name=policeStation]').fill('Falluja Centre')
  await officer.getByRole('button', { name: 'Save' }).click()
  await officer.waitForURL(isRecord('forums'))
  const forum = pathOf(officer)
  const forumStands = (status: string) => expect.poll(() => statusIn(ownerSql, 'forums')(forum)).toBe(status)
  await expect(officer.getByText('A supervisor or the programme manager does this.').first()).toBeVisible()
  await supervisor.goto(forum)
  await supervisor.getByRole('button', { name: 'Endorse' }).click()
  await forumStands('endorsed')
  await officer.goto(`${forum}/edit`)
  await fillDay(officer, 'termsAdoptedOn', day(-1))
  await officer.getByRole('button', { name: 'Save' }).click()
  await officer.waitForURL(isRecord('forums'))
  await officer.getByRole('button', { name: 'It is active' }).click()
  await forumStands('active')

  const plan = async () => {
    await officer.goto(`${forum}/sessions/new`)
    await fillDay(officer, 'on', day())
    await officer.locator('[name=at]').fill(sessions.length === 0 ? '00:01' : '00:02')
    await officer.locator('[name=venue]').fill('Old market hall')
    await officer.getByRole('button', { name: 'Save' }).click()
    await officer.waitForURL(isRecord('sessions'))
    sessions.push(pathOf(officer))
    return pathOf(officer)
  }
  const sessions: string[] = []
  const first = await plan()
  const sessionStands = (path: string, status: string) =>
    expect.poll(() => statusIn(ownerSql, 'forum_sessions')(path)).toBe(status)
  const file = await officer.request.get(`${first}/session.ics`)
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toContain('LOCATION:Old market hall')
  expect((await officer.request.get(`${first}/minutes.pdf`)).status()).toBe(404)

  const hand = await as('policing', phone)
  await openFitting(hand, `${first}/attendance`)
  await hand.locator('[name=attended]').fill('٢٢')
  await hand.locator('summary').first().click()
  const women = hand.locator('[name$=".female.b18-59.all"]').first()
  if (!(await women.isVisible())) await hand.locator('summary').first().click()
  await women.fill('12')
  await hand.getByRole('button', { name: 'The session was held' }).click()
  await expect(hand.locator('[name=attended]')).toHaveAttribute('aria-invalid', 'true')
  await expect(women).toHaveValue('12')
  await hand.locator('[name$=".male.b18-59.all"]').first().fill('١٠')
  await hand.getByRole('button', { name: 'The session was held' }).click()
  await sessionStands(first, 'held')

  await hand.goto(first)
  await hand.getByRole('link', { name: 'Write down a concern' }).click()
  await hand.waitForURL(/\/concerns\/new/)
  const place = (await ownerSql`select location_pcode from forums where id = ${idOf(forum)}`)[0]?.location_pcode
  await fillConcern(hand, { category: 'traffic', summary: 'Trucks pass the school at noon', place })
  await send(hand)
  await hand.waitForURL(isRecord('concerns'))
  const concern = pathOf(hand)
  const concernStands = (status: string) => expect.poll(() => statusIn(ownerSql, 'cases')(concern)).toBe(status)
  expect((await (await as('policing-manager', withoutScripts)).goto(concern))?.status()).toBe(404)
  await supervisor.goto(concern)
  await supervisor.locator('[name=decision][value=accept]').check()
  await supervisor.getByRole('button', { name: 'Decide' }).click()
  await concernStands('accepted')

  await officer.goto(concern)
  await officer.getByRole('link', { name: 'Agree on an action' }).first().click()
  await officer.locator('[name=title]').fill('Close the street to trucks at noon')
  await officer.locator('[name=ownerName]').fill('Traffic police')
  await fillDay(officer, 'dueOn', day(20))
  await officer.getByRole('button', { name: 'Agree', exact: true }).click()
  await concernStands('planned')
  const [row] = await ownerSql`select id from forum_actions where case_id = ${idOf(concern)}`
  const action = `/forums/actions/${row?.id}`
  const actionStands = (status: string) => expect.poll(() => statusIn(ownerSql, 'forum_actions')(action)).toBe(status)
  await officer.goto(action)
  await deed(officer, 'Done', () => officer.locator('[name=evidence]').fill('A sign stands at both ends.'))
  await actionStands('done')
  await officer.goto(concern)
  await deed(officer, 'Resolved', () => officer.locator('[name=result]').fill('No truck passes at noon.'))
  await concernStands('resolved')

  const second = await plan()
  await officer.goto(`${second}/attendance`)
  await officer.locator('[name=attended]').fill('8')
  await officer.locator('summary').first().click()
  const men = officer.locator('[name$=".male.b18-59.all"]').first()
  if (!(await men.isVisible())) await officer.locator('summary').first().click()
  await men.fill('8')
  await officer.getByRole('button', { name: 'The session was held' }).click()
  await sessionStands(second, 'held')
  await officer.goto(action)
  await deed(officer, 'The forum verified it')
  await actionStands('verified')
  await officer.goto(concern)
  await deed(officer, 'The forum verified it')
  await concernStands('verified_by_forum')

  await officer.goto(`${second}/minutes`)
  await officer.locator('[name=minutes]').fill('The forum saw the sign and found the street safer.')
  await officer.getByRole('button', { name: 'Save the minutes' }).click()
  await sessionStands(second, 'minutes_draft')
  await officer.goto(second)
  await expect(officer.getByRole('button', { name: 'Approve the minutes' })).toHaveCount(0)
  await supervisor.goto('/')
  await expect(supervisor.getByRole('heading', { name: 'Minutes to approve' })).toBeVisible()
  await supervisor.goto(second)
  await supervisor.getByRole('button', { name: 'Approve the minutes' }).click()
  await sessionStands(second, 'minutes_approved')
  for (const paper of [`${second}/minutes.pdf`, `${forum}/you-said-we-did.pdf`])
    expect((await officer.request.get(paper)).headers()['content-type'], paper).toBe('application/pdf')
})

test('a safety plan is written from a concern, adopted by another, and reviewed; in Arabic, and without scripts', async ({
  as,
  ownerSql,
}) => {
  test.slow()
  const { id } = await aForum(ownerSql)
  const officer = await as('policing', { ...withoutScripts, ...arabic })
  await officer.goto(`/forums/${id}/safety-plans/new`)
  await fillDay(officer, 'startsOn', day())
  await fillDay(officer, 'endsOn', day(90))
  await officer.getByRole('button', { name: 'حفظ', exact: true }).click()
  await officer.waitForURL(isRecord('safety-plans'))
  const path = pathOf(officer)
  await officer.locator('[name=caseId]').selectOption({ index: 1 })
  await officer.locator('[name=priority][value=high]').check()
  await officer.locator('[name=measure]').fill('إنارة شارع السوق')
  await officer.locator('[name=responsible]').fill('البلدية')
  await fillDay(officer, 'reviewOn', day())
  await officer.getByRole('button', { name: 'إضافة تدبير' }).click()
  await expect(officer.getByText('إنارة شارع السوق').first()).toBeVisible()
  expect((await officer.request.get(`${path}/plan.pdf`)).headers()['content-type']).toBe('application/pdf')

  const supervisor = await as('policing-supervisor', { ...phone, ...arabic })
  await openFitting(supervisor, path)
  await deed(supervisor, 'اعتمدها المنتدى')
  const adopted = async () =>
    (await ownerSql`select adopted_on from safety_plans where id = ${idOf(path)}`)[0]?.adopted_on
  await expect.poll(adopted).not.toBeNull()
  await supervisor.goto('/')
  await expect(supervisor.getByText('إنارة شارع السوق')).toBeVisible()
  await officer.goto(path)
  await officer.locator('summary', { hasText: 'مراجعة' }).first().click()
  await officer.locator('[name=finding]').first().fill('أُنير نصف الشارع')
  await officer.getByRole('button', { name: 'حفظ ما تبيّن' }).first().click()
  await expect(officer.getByText('أُنير نصف الشارع').first()).toBeVisible()
  await expect(officer.locator('[name=measure]')).toHaveCount(0)
})

test('what is said about the police exists for the focal point alone', async ({ as, ownerSql }) => {
  test.slow()
  const { id, place } = await aForum(ownerSql)
  const summary = 'Taken money at the southern checkpoint'
  const officer = await as('policing', { ...withoutScripts })
  await officer.goto(`/forums/concerns/new?forum=${id}`)
  await fillConcern(officer, { category: 'police_conduct', summary, place })
  await send(officer)
  await officer.waitForURL(/\/forums\/concerns\/kept/)
  const [row] =
    await ownerSql`select c.id, c.reference from cases c join concern_texts t on t.case_id = c.id where t.summary = ${summary}`
  for (const account of [
    'policing',
    'policing2',
    'policing-supervisor',
    'policing-manager',
    'admin',
    'analyst',
  ] as const) {
    const page = await as(account, withoutScripts)
    for (const path of [`/forums/concerns/${row?.id}`, `/forums/restricted/${row?.id}`, '/forums/restricted'])
      expect((await page.request.get(path)).status(), `${account} ${path}`).toBe(404)
    for (const path of [
      '/',
      '/forums/concerns',
      `/forums/concerns?forum=${id}`,
      `/forums/${id}`,
      `/search?q=${row?.reference}`,
    ]) {
      const html = (await (await page.request.get(path)).text()).replaceAll(`q=${row?.reference}`, '')
      expect(html, `${account} ${path}`).not.toContain(summary)
      expect(html, `${account} ${path}`).not.toContain(row?.id)
    }
  }
  const focal = await as('focal')
  await openFitting(focal, '/forums/restricted')
  await openFitting(focal, `/forums/restricted/${row?.id}`)
  await expect(focal.getByText(summary)).toHaveCount(0)
  await focal.getByRole('link', { name: 'Read what was said' }).click()
  await expect(focal.getByText(summary)).toBeVisible()
  const read =
    await ownerSql`select count(*)::integer as n from read_log where record_id = ${row?.id} and record_type = 'restricted'`
  expect(read[0]?.n).toBe(1)
})

test('violence against women is never kept: the pathway shows at once, with scripts and without', async ({
  as,
  ownerSql,
}) => {
  const { id } = await aForum(ownerSql)
  const concerns = async () => (await ownerSql`select count(*)::integer as n from concerns`)[0]?.n
  const counted = async () => Number((await ownerSql`select coalesce(sum(count), 0) as n from pathway_counts`)[0]?.n)
  const before = { concerns: await concerns(), counted: await counted() }
  for (const look of [arabic, { ...withoutScripts, ...arabic }]) {
    const page = await as('policing', look)
    await page.goto(`/forums/concerns/new?forum=${id}`)
    await page.locator('[name=summary]').fill('سر لا يُكتب أبدًا')
    await page.locator('[name=category][value=violence_against_women]').check()
    await expect(page.getByText('المسار الآمن').first()).toBeVisible()
    await expect(page.locator('[name=summary]')).toBeHidden()
    await send(page)
    await page.waitForURL(/\/forums\/concerns\/pathway/)
  }
  expect(await concerns()).toBe(before.concerns)
  expect(await counted()).toBe(before.counted + 2)
  const kept = await ownerSql`select count(*)::integer as n from command_log where outcome::text like '%سر لا يُكتب%'`
  expect(kept[0]?.n).toBe(0)
})

test('the guard warns of names, numbers and telling words while they are typed', async ({ as, ownerSql }) => {
  const { id } = await aForum(ownerSql)
  const page = await as('policing')
  await page.goto(`/forums/concerns/new?forum=${id}`)
  const said = page.locator('[name=summary]')
  for (const [text, warning] of [
    ['Call 0770 123 4567 about it', 'This looks like a phone number.'],
    ['الشيخ محمد العيساوي قال', 'This looks like somebody’s name.'],
    ['He beats his wife', 'This may be about violence against women'],
  ] as const) {
    await expect(async () => {
      await said.fill('')
      await said.pressSequentially(text)
      await expect(page.getByRole('status').getByText(warning)).toBeVisible({ timeout: 1000 })
    }).toPass()
  }
  await said.fill('Stones are thrown at cars in the evening')
  await expect(page.getByRole('status').getByText(/This (looks|may)/)).toHaveCount(0)
})

test('each page of forums fits a phone in Arabic, and passes axe', async ({ as, ownerSql }) => {
  test.slow()
  const { id } = await aForum(ownerSql)
  const rows =
    await ownerSql`select (select id from forum_sessions where forum_id = ${id} and status = 'shared' order by id desc limit 1) as session,
    (select id from forum_sessions where forum_id = ${id} and status = 'scheduled' order by id desc limit 1) as planned,
    (select n.case_id from concerns n join cases c on c.id = n.case_id where n.forum_id = ${id} and c.status = 'in_progress' limit 1) as concern,
    (select id from forum_actions where forum_id = ${id} order by id limit 1) as action`
  const { session, planned, concern, action } = rows[0] ?? {}
  const hand = await as('policing', { ...phone, ...arabic })
  for (const path of [
    '/forums',
    '/forums/new',
    '/forums/calendar',
    `/forums/${id}`,
    `/forums/${id}/sessions/new`,
    `/forums/${id}/sessions/${session}`,
    `/forums/${id}/sessions/${planned}`,
    `/forums/${id}/sessions/${planned}/attendance`,
    `/forums/${id}/safety-plans/new`,
    '/forums/concerns',
    `/forums/concerns/new?forum=${id}`,
    `/forums/concerns/${concern}`,
    '/forums/actions',
    `/forums/actions/${action}`,
    `/forums/actions/new?forum=${id}`,
  ])
    await openFitting(hand, path)
  const list = await as('policing', withoutScripts)
  await list.goto('/forums/calendar')
  const month = await list.getByRole('heading', { level: 2 }).first().innerText()
  await list.getByRole('link', { name: 'Month before' }).click()
  await expect(list.getByRole('heading', { level: 2 }).first()).not.toHaveText(month)
  const file = await list.request.get('/forums/calendar.ics')
  expect((await file.text()).match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(0)
})
