import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'
import { fillDay, openFitting } from './pages/fits'

// One after another: two at once would choose the same applicants.
test.describe.configure({ mode: 'default' })

type Trainee = { caseId: string; owner: string; reference: string; name: string }

/** Applicants of Falluja who are in training, with the account that holds each; taken off whatever course they are on. */
async function trainees(ownerSql: Sql, count: number): Promise<Trainee[]> {
  const rows = await ownerSql`
    select c.id, c.reference, u.email, concat_ws(' ', p.given_name, p.father_name) as name
    from cases c join grants g on g.case_id = c.id join people p on p.id = g.person_id
      join users u on u.id = c.caseworker_id join teams t on t.id = c.team_id
    where c.status = 'training' and t.name_en = 'Falluja' order by random() limit ${count}`
  expect(rows.length, 'the demo has applicants in training').toBe(count)
  for (const { id } of rows)
    await ownerSql`update course_enrolments set left_at = now() where case_id = ${id} and left_at is null`
  return rows.map((row) => ({ caseId: row.id, owner: row.email, reference: row.reference, name: row.name }))
}

const today = async (ownerSql: Sql): Promise<string> => (await ownerSql`select app_today()::text as day`)[0]?.day
const statusOf = async (ownerSql: Sql, caseId: string) =>
  (await ownerSql`select status from cases where id = ${caseId}`)[0]?.status

/** Plans a course of one day with two sessions; answers with its path. */
async function planCourse(page: Page, ownerSql: Sql): Promise<string> {
  const day = await today(ownerSql)
  const team = (await ownerSql`select id from teams where name_en = 'Falluja'`)[0]?.id
  await page.goto('/grants/courses/new')
  await page.locator('[name=teamId]').selectOption(team)
  await page.locator('[name=titleAr]').fill('تطوير الأعمال')
  await page.locator('[name=titleEn]').fill('Business development')
  await page.locator('[name=trainer]').fill('أحمد الدليمي')
  await page.locator('[name=venue]').fill('قاعة الفريق')
  await page.locator('[name=locationPcode]').selectOption({ index: 1 })
  await fillDay(page, 'startsOn', day)
  await fillDay(page, 'endsOn', day)
  await page.locator('main form button[type=submit]').last().click()
  await page.waitForURL(/\/grants\/courses\/[0-9a-f-]{36}$/)
  const path = new URL(page.url()).pathname
  for (const [index, topic] of ['الأسعار والكلفة', 'الزبائن والسوق'].entries()) {
    if (!(await page.locator('[name=topic]').isVisible()))
      await page.locator('summary', { hasText: /Add a session|إضافة جلسة/ }).click()
    await page.locator('[name=topic]').fill(topic)
    await fillDay(page, 'heldOn', day)
    await page.locator('[name=hours]').fill('٢٫٥')
    await page.getByRole('button', { name: /Add session|إضافة الجلسة/ }).click()
    await expect(page.getByText(topic).first()).toBeVisible()
    await expect.poll(() => sessionsOf(ownerSql, path)).toBe(index + 1)
  }
  return path
}

const courseOf = (path: string) => path.split('/').at(-1) ?? ''
const sessionsOf = async (ownerSql: Sql, path: string) =>
  (await ownerSql`select count(*)::int from course_sessions where course_id = ${courseOf(path)}`)[0]?.count
const marksOf = async (ownerSql: Sql, path: string) =>
  (
    await ownerSql`select count(*)::int from attendance a join course_sessions s on s.id = a.session_id
      where s.course_id = ${courseOf(path)}`
  )[0]?.count

async function enrol(page: Page, path: string, people: readonly Trainee[]): Promise<void> {
  await page.goto(path)
  for (const { caseId } of people) await page.locator(`[name=caseIds][value="${caseId}"]`).check()
  await page.getByRole('button', { name: /^(Put on the course|إلحاق بالدورة)$/ }).click()
  await expect(page.locator(`[name=caseIds][value="${people[0]?.caseId}"]`)).toHaveCount(0)
}

test('a course is planned, attended and completed: certificates, and the application goes on', async ({
  as,
  visit,
  ownerSql,
}) => {
  test.slow()
  const [diligent, behind] = await trainees(ownerSql, 2)
  if (!diligent || !behind) throw new Error('no trainees')
  const desk = await as('caseworker')
  const path = await planCourse(desk, ownerSql)
  await enrol(desk, path, [diligent, behind])

  // Attendance on a phone: everyone present by one press, then the one who was not.
  const hand = await as('caseworker', phone)
  for (const [index, absent] of [false, true].entries()) {
    if (absent) await hand.goto(path)
    else await openFitting(hand, path)
    await hand.getByRole('link', { name: 'Mark attendance' }).nth(index).click()
    await hand.waitForURL(/\/sessions\//)
    if (!absent) await openFitting(hand, new URL(hand.url()).pathname)
    await hand.getByRole('link', { name: 'All present' }).click()
    await hand.waitForURL(/all=present/)
    const line = hand.getByRole('group').filter({ hasText: behind.reference })
    if (absent) await line.getByLabel('Absent').check()
    const target = await line.getByLabel('Present').locator('..').boundingBox()
    expect(target?.height).toBeGreaterThanOrEqual(44)
    await hand.getByRole('button', { name: 'Save attendance' }).click()
    await expect.poll(() => marksOf(ownerSql, path)).toBe(2 * (index + 1))
  }

  await desk.goto(path)
  const sheet = await desk.request.get(`${path}/attendance.pdf`)
  expect(sheet.headers()['content-type']).toBe('application/pdf')
  await desk.getByRole('button', { name: 'Complete course' }).click()
  const certificate = desk.getByRole('link', { name: /^Certificate / })
  await expect(certificate).toHaveCount(1)
  const href = (await certificate.getAttribute('href')) ?? ''
  const paper = await desk.request.get(href)
  expect(paper.status()).toBe(200)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  // The paper is of the team alone.
  for (const account of ['caseworker2', 'finance', 'admin'] as const)
    expect((await (await as(account)).request.get(href)).status()).toBe(404)

  const owner = await visit()
  await signIn(owner, diligent.owner)
  await owner.goto(`/grants/${diligent.caseId}/training`)
  await owner.getByRole('button', { name: 'Complete the training' }).click()
  await expect.poll(() => statusOf(ownerSql, diligent.caseId)).toBe('business_plan')
  // Half of the hours is not enough: nothing to press.
  await owner.goto(`/grants/${behind.caseId}/training`)
  await expect(owner.getByRole('button', { name: 'Complete the training' })).toHaveCount(0)
})

test('a supervisor waives the hours with a reason, on a phone in Arabic', async ({ as, visit, ownerSql }) => {
  const [trainee] = await trainees(ownerSql, 1)
  if (!trainee) throw new Error('no trainee')
  const caseworker = await as('caseworker')
  await caseworker.goto(`/grants/${trainee.caseId}/training`)
  await expect(caseworker.getByText('Waive the hours')).toHaveCount(0)

  const page = await as('supervisor', { ...phone, ...arabic })
  await openFitting(page, `/grants/${trainee.caseId}/training`)
  const form = page.locator('form').filter({ has: page.locator('[name=reason]') })
  await page.locator('details').filter({ has: form }).locator('summary').click()
  await form.getByRole('button').click()
  await expect(form.locator('[aria-invalid=true]')).toHaveCount(1)
  await form.locator('[name=reason]').fill('أدارت محلًا سبع سنوات وحضرت دورة مماثلة.')
  await form.getByRole('button').click()
  await page.waitForURL(new RegExp(`/grants/${trainee.caseId}$`))

  const owner = await visit()
  await signIn(owner, trainee.owner)
  await owner.goto(`/grants/${trainee.caseId}/training`)
  await expect(owner.getByText('أدارت محلًا سبع سنوات')).toBeVisible()
  await owner.getByRole('button', { name: 'Complete the training' }).click()
  await expect.poll(() => statusOf(ownerSql, trainee.caseId)).toBe('business_plan')
})

test('the sheet can be filled in without scripts, and says when nobody was marked', async ({ as, ownerSql }) => {
  test.slow()
  const people = await trainees(ownerSql, 1)
  const page = await as('caseworker', { ...withoutScripts, ...arabic })
  const path = await planCourse(page, ownerSql)
  await enrol(page, path, people)
  await page.getByRole('link', { name: 'تسجيل الحضور' }).first().click()
  await page.waitForURL(/\/sessions\//)
  await page.getByRole('button', { name: 'حفظ الحضور' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  expect(await marksOf(ownerSql, path)).toBe(0)
  await page.getByRole('link', { name: 'الكل حاضر' }).click()
  await page.getByRole('button', { name: 'حفظ الحضور' }).click()
  await expect.poll(() => marksOf(ownerSql, path)).toBe(1)
})
