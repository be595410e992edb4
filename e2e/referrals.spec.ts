import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { arabic, expect, phone, test, withoutScripts } from './fixtures/test'
import { openFitting } from './pages/fits'

/** An adult of the nurse's team without a referral, so that no two journeys meet. */
async function someone(ownerSql: Sql, team = 'Falluja'): Promise<string> {
  const rows = await ownerSql`
    select p.id from people p join teams t on t.id = p.team_id where t.name_en = ${team} and p.birth_on < '1995-01-01'
      and not exists (select from referrals r where r.person_id = p.id) order by random() limit 1`
  return rows[0]?.id ?? ''
}

const statusOf = async (ownerSql: Sql, path: string) =>
  (await ownerSql`select status from cases where id = ${path.split('/').at(-1) ?? ''}`)[0]?.status

/** Fills the form of a referral, whatever its language, and sends it; answers with the path of the case. */
async function refer(page: Page, person: string, reason: string): Promise<string> {
  await page.goto(`/referrals/new?person=${person}&service=ncd`)
  await page.locator('[name=priority][value=urgent_72h]').check()
  await page.locator('[name=reason]').fill(reason)
  await page.locator('[name=facilityId]').first().check()
  await page.locator('[name=consent][value=new]').check()
  await page.locator('[name=method][value=signed]').check()
  await page.getByRole('button', { name: /^(Send referral|إرسال الإحالة)$/ }).click()
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

test('a nurse refers someone on a phone, follows it to its outcome, and only health staff read why', async ({
  as,
  ownerSql,
}) => {
  test.slow()
  const reason = 'Swollen feet for three weeks'
  const hand = await as('health', phone)
  const person = await someone(ownerSql)
  await openFitting(hand, `/referrals/new?person=${person}&service=ncd`)
  const path = await refer(hand, person, reason)
  await openFitting(hand, path)
  expect(await statusOf(ownerSql, path)).toBe('requested')
  expect(await hand.content()).not.toContain(reason)

  const desk = await as('health')
  await desk.goto(path)
  await desk.getByRole('link', { name: 'Read the medical facts' }).click()
  await expect(desk.getByText(reason).first()).toBeVisible()
  const deed = async (name: string, fill?: () => Promise<void>) => {
    await desk.locator('summary', { hasText: name }).first().click()
    await fill?.()
    await desk.getByRole('form', { name }).getByRole('button', { name }).click()
  }
  await desk.goto(path)
  await deed('Accepted')
  await expect.poll(() => statusOf(ownerSql, path)).toBe('accepted')
  await deed('Set appointment', async () => {
    await desk.locator('[name="on.day"]').fill('٣')
    await desk.locator('[name="on.month"]').fill('٣')
    await desk.locator('[name="on.year"]').fill('٢٠٢٧')
    await desk.locator('[name=at]').fill('٩:٣٠')
  })
  await expect.poll(() => statusOf(ownerSql, path)).toBe('appointment_set')
  await expect(desk.getByText('3 March 2027 at 09:30').first()).toBeVisible()
  await deed('The person was seen')
  await expect.poll(() => statusOf(ownerSql, path)).toBe('attended')
  await deed('Record outcome', async () => desk.locator('[name=outcome][value=prescribed]').check())
  await expect.poll(() => statusOf(ownerSql, path)).toBe('completed')
  await deed('Record what the person says', async () => desk.locator('[name=helped][value=yes]').check())
  await expect.poll(() => statusOf(ownerSql, path)).toBe('feedback_recorded')
  await desk.getByRole('button', { name: 'Close referral' }).click()
  await expect.poll(() => statusOf(ownerSql, path)).toBe('closed')

  const colleague = await as('health-supervisor2')
  expect((await colleague.goto(path))?.status()).toBe(404)
  const supervisor = await as('health-supervisor')
  await supervisor.goto(`${path}?medical=1`)
  await expect(supervisor.getByText(reason).first()).toBeVisible()
  const log = await ownerSql`select u.email from read_log l join users u on u.id = l.actor_id
    where l.record_type = 'clinical' and l.record_id = ${path.split('/').at(-1) ?? ''} order by l.id`
  expect(log.map((row) => row.email)).toEqual(['health@demo.sanad', 'health-supervisor@demo.sanad'])
})

test('a referral is made without scripts, in Arabic, from nothing but a name', async ({ as, ownerSql }) => {
  const page = await as('health2', { ...withoutScripts, ...arabic, ...phone })
  const person = await someone(ownerSql, 'Ramadi')
  const [row] = await ownerSql`select given_name, father_name from people where id = ${person}`
  await page.goto('/referrals')
  await page.getByRole('link', { name: 'إحالة جديدة' }).first().click()
  await page.locator('main [name=q]').fill(`${row?.given_name} ${row?.father_name}`)
  await page.locator('main form button').first().click()
  await expect(page.locator(`a[href="/referrals/new?person=${person}"]`)).toBeVisible()
  await page.locator(`a[href="/referrals/new?person=${person}"]`).click()
  // Nothing chosen: what was wrong is told, and nothing typed is lost.
  await page.locator('[name=reason]').fill('ألم في الصدر منذ يومين')
  await page.getByRole('button', { name: 'إرسال الإحالة' }).click()
  await expect(page.locator('[role=alert]').first()).toBeVisible()
  await expect(page.locator('[name=reason]')).toHaveValue('ألم في الصدر منذ يومين')
  const path = await refer(page, person, 'ألم في الصدر منذ يومين')
  expect(await statusOf(ownerSql, path)).toBe('requested')
})

test('an emergency without consent needs its reason and reaches the supervisor', async ({ as, ownerSql }) => {
  const page = await as('health')
  await page.goto(`/referrals/new?person=${await someone(ownerSql)}&service=emergency`)
  await page.locator('[name=priority][value=emergency_24h]').check()
  await page.locator('[name=reason]').fill('Fell from a roof, unconscious')
  await page.locator('[name=facilityId]').first().check()
  await page.locator('[name=consent][value=emergency]').check()
  await page.getByRole('button', { name: 'Send referral' }).click()
  await expect(page.locator('[role=alert]').first()).toBeVisible()
  await page.locator('[name=emergencyReason]').fill('Unconscious, no relative here')
  await page.getByRole('button', { name: 'Send referral' }).click()
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/)
  const supervisor = await as('health-supervisor')
  await supervisor.goto('/notifications')
  await expect(supervisor.getByText('an emergency was referred without consent').first()).toBeVisible()
})

test('the directory is looked through, drawn and checked', async ({ as, ownerSql }) => {
  const page = await as('health')
  await openFitting(page, '/referrals/facilities?service=surgery')
  await openFitting(page, '/referrals/facilities?view=map')
  const [stale] =
    await ownerSql`select id from facilities where verified_on < current_date - 90 and closed_on is null limit 1`
  await openFitting(page, `/referrals/facilities/${stale?.id}`)
  await page.getByRole('button', { name: 'Checked today' }).click()
  await expect
    .poll(
      async () =>
        (await ownerSql`select verified_on = app_today() as on from facilities where id = ${stale?.id}`)[0]?.on,
    )
    .toBe(true)
  // A caseworker checks, a supervisor manages.
  expect((await page.goto('/referrals/facilities/new'))?.status()).toBe(404)
  const supervisor = await as('health-supervisor', arabic)
  await openFitting(supervisor, '/referrals/facilities/new')
})

test('a referral does not exist for who does not work in health', async ({ as, ownerSql }) => {
  const [row] = await ownerSql`select c.id, c.reference, p.given_name from cases c join referrals r on r.case_id = c.id
    join people p on p.id = r.person_id join teams t on t.id = c.team_id where t.name_en = 'Falluja' limit 1`
  for (const account of ['caseworker', 'supervisor', 'manager', 'finance', 'analyst', 'admin', 'health2'] as const) {
    const page = await as(account, withoutScripts)
    for (const path of [`/referrals/${row?.id}`, `/referrals/${row?.id}/edit`, `/referrals/${row?.id}?medical=1`]) {
      expect((await page.goto(path))?.status(), `${account} ${path}`).toBe(404)
      expect(await page.content()).not.toContain(row?.reference)
    }
    await page.goto(`/search?q=${row?.reference}`)
    expect(await page.locator('main').innerText()).not.toContain(row?.given_name)
  }
})
