import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'
import { fillDay, openFitting } from './pages/fits'

// One after another: two at once would choose the same application.
test.describe.configure({ mode: 'default' })

type Waiting = { caseId: string; teamId: string; owner: string; member: string; memberId: string; ownerId: string }

/**
 * An application of Falluja that waits for the committee, taken off whatever agenda the demo put it on; with who holds it, and a
 * caseworker of the team who never touched it.
 */
async function waitingCase(ownerSql: Sql): Promise<Waiting> {
  const [row] = await ownerSql`
    select c.id, c.team_id, o.id as owner_id, o.email as owner, m.id as member_id, m.email as member
    from cases c join teams t on t.id = c.team_id join users o on o.id = c.caseworker_id
      join team_members b on b.team_id = c.team_id and b.to_on is null join users m on m.id = b.user_id and m.is_active
      join user_roles r on r.user_id = m.id and r.role = 'caseworker' and r.ended_at is null
      join user_programmes g on g.user_id = m.id and g.programme = 'livelihoods' and g.ended_at is null
    where c.status = 'committee_review' and t.name_en = 'Falluja' and c.created_by <> m.id
      and not exists (select from case_assignments a where a.case_id = c.id and a.caseworker_id = m.id)
      and not exists (select from grant_verifications v where v.case_id = c.id and v.verified_by = m.id)
    order by random() limit 1`
  if (!row) throw new Error('the demo has no application before the committee')
  const open = ownerSql`select id from committee_items where case_id = ${row.id} and outcome is null`
  await ownerSql`delete from committee_scores where item_id in (${open})`
  await ownerSql`delete from committee_declarations where item_id in (${open})`
  await ownerSql`delete from committee_items where case_id = ${row.id} and outcome is null`
  return {
    caseId: row.id,
    teamId: row.team_id,
    ownerId: row.owner_id,
    owner: row.owner,
    memberId: row.member_id,
    member: row.member,
  }
}

const idOf = async (ownerSql: Sql, account: string): Promise<string> =>
  (await ownerSql`select id from users where email = ${`${account}@demo.sanad`}`)[0]?.id
const itemOf = async (ownerSql: Sql, caseId: string) =>
  (await ownerSql`select id, meeting_id from committee_items where case_id = ${caseId} and outcome is null`)[0]
const saidOf = async (ownerSql: Sql, itemId: string) =>
  (
    await ownerSql`select (select count(*)::int from committee_declarations where item_id = ${itemId}) as declared,
      (select count(*)::int from committee_scores where item_id = ${itemId}) as scored`
  )[0]

/** Convenes a meeting of today with these members, the first in the chair; answers with the path of the application on its agenda. */
async function convene(page: Page, ownerSql: Sql, waiting: Waiting, memberIds: readonly string[]): Promise<string> {
  const [{ day } = {}] = await ownerSql`select app_today()::text as day`
  await page.goto(`/grants/committee/new?team=${waiting.teamId}`)
  await fillDay(page, 'heldOn', day)
  await page.locator('[name=venue]').fill('مكتب الفريق')
  for (const id of memberIds.slice(0, 2)) await page.locator(`[name=memberIds][value="${id}"]`).check()
  await page.locator('[name=chairId]').selectOption(memberIds[0] ?? '')
  await page.locator(`[name=caseIds][value="${waiting.caseId}"]`).check()
  const send = page.locator('main form button[type=submit]').last()
  // Two are no committee.
  await send.click()
  await expect(page.getByText(/Choose at least three members|اختر ثلاثة أعضاء/).first()).toBeVisible()
  for (const id of memberIds) await page.locator(`[name=memberIds][value="${id}"]`).check()
  await send.click()
  await page.waitForURL(/\/grants\/committee\/[0-9a-f-]{36}$/)
  const item = await itemOf(ownerSql, waiting.caseId)
  expect(new URL(page.url()).pathname).toBe(`/grants/committee/${item?.meeting_id}`)
  return `/grants/committee/${item?.meeting_id}/${item?.id}`
}

/** A member says that they are in no conflict, then gives their score. */
async function score(page: Page, ownerSql: Sql, path: string, points: number, scoredAfter: number): Promise<void> {
  const itemId = path.split('/').at(-1) ?? ''
  await page.goto(path)
  await page.locator('[name=conflict][value=no]').check()
  await page.getByRole('button', { name: /^(Declare|تصريح)$/ }).click()
  await expect(page.locator('[name=viability]').first()).toBeVisible()
  for (const name of ['viability', 'experience', 'jobs', 'risk', 'socialValue'])
    await page.locator(`[name=${name}][value="${points}"]`).check()
  await page.getByRole('button', { name: /^(Give my score|إعطاء تقييمي)$/ }).click()
  await expect.poll(async () => (await saidOf(ownerSql, itemId))?.scored).toBe(scoredAfter)
}

test('three score alone, the supervisor records the outcome with a line, and the decision shows it', async ({
  as,
  visit,
  ownerSql,
}) => {
  test.slow()
  const waiting = await waitingCase(ownerSql)
  const [supervisorId, managerId] = await Promise.all([idOf(ownerSql, 'supervisor'), idOf(ownerSql, 'manager')])
  const supervisor = await as('supervisor')
  const path = await convene(supervisor, ownerSql, waiting, [
    supervisorId,
    managerId,
    waiting.memberId,
    waiting.ownerId,
  ])
  await openFitting(supervisor, path.slice(0, path.lastIndexOf('/')))

  await score(supervisor, ownerSql, path, 4, 1)
  await expect(supervisor.getByText('An outcome needs three scores; there are 1.')).toBeVisible()

  // Another member reads nobody's score before their own.
  const manager = await as('manager')
  await manager.goto(path)
  await expect(manager.getByText('Nobody’s score is open to you yet.')).toBeVisible()
  await score(manager, ownerSql, path, 2, 2)
  await manager.goto(path)
  await expect(manager.getByText('20', { exact: true }).first()).toBeVisible()

  // Whose file it is reads why they do not score.
  const owner = await visit()
  await signIn(owner, waiting.owner)
  await owner.goto(path)
  await expect(owner.getByText('You do not score this application')).toBeVisible()
  await expect(owner.locator('[name=conflict]')).toHaveCount(0)

  const member = await visit()
  await signIn(member, waiting.member)
  await score(member, ownerSql, path, 5, 3)

  const [line] = await ownerSql`
    select l.id from budget_lines l join funding_sources s on s.id = l.source_id join grants g on g.case_id = ${waiting.caseId}
    where l.state = 'active' and l.currency = g.currency and l.allocated_minor - l.committed_minor > g.amount_minor
      and not exists (select from funding_source_districts d where d.source_id = s.id
        and d.district_pcode <> (select district_pcode from cases where id = ${waiting.caseId}))
    order by l.code limit 1`
  await openFitting(supervisor, path)
  await supervisor.locator('[name=outcome][value=recommended]').check()
  await supervisor.locator('[name=reason]').fill('The plan is sound and the market is near.')
  const record = supervisor.getByRole('button', { name: 'Record outcome' })
  await record.click()
  await expect(supervisor.getByText('There is a problem')).toBeVisible()
  await supervisor.locator(`[name=budgetLineId][value="${line?.id}"]`).check()
  await record.click()
  await expect
    .poll(async () => (await ownerSql`select status from cases where id = ${waiting.caseId}`)[0]?.status)
    .toBe('pending_approval_1')

  await supervisor.goto(`/grants/${waiting.caseId}/decision`)
  await expect(supervisor.getByText('The plan is sound and the market is near.').first()).toBeVisible()
})

test('convening and scoring work without scripts, on a phone in Arabic', async ({ as, ownerSql }) => {
  test.slow()
  const waiting = await waitingCase(ownerSql)
  const members = await Promise.all([idOf(ownerSql, 'supervisor'), idOf(ownerSql, 'manager')])
  const options = { ...withoutScripts, ...phone, ...arabic }
  const supervisor = await as('supervisor', options)
  const path = await convene(supervisor, ownerSql, waiting, [...members, waiting.memberId])
  await score(supervisor, ownerSql, path, 3, 1)
  // Stepping back needs its reason, and is for good.
  const manager = await as('manager', options)
  await manager.goto(path)
  await manager.locator('[name=conflict][value=yes]').check()
  await manager.getByRole('button', { name: 'تصريح' }).click()
  await expect(manager.locator('[aria-invalid=true]').first()).toBeVisible()
  await manager.locator('[name=reason]').fill('المتقدم جاري.')
  await manager.getByRole('button', { name: 'تصريح' }).click()
  await expect(manager.locator('[name=viability]')).toHaveCount(0)
  expect(await saidOf(ownerSql, path.split('/').at(-1) ?? '')).toEqual({ declared: 2, scored: 1 })
})

for (const [what, options] of [
  ['desktop', {}],
  ['a phone in Arabic', { ...phone, ...arabic }],
] as const) {
  test(`rounds, waiting list and lists pass axe and never scroll sideways on ${what}`, async ({ as, ownerSql }) => {
    test.slow()
    const [{ id } = {}] = await ownerSql`select id from funding_rounds where code = 'AN-2'`
    const page = await as('manager', options)
    const supervisor = await as('supervisor', options)
    for (const path of [
      '/grants/rounds',
      `/grants/rounds/${id}`,
      `/grants/rounds/${id}/edit`,
      '/grants/rounds/new',
      '/grants/committee',
      '/grants/committee/waiting',
      '/grants/courses',
    ])
      await openFitting(page, path)
    await openFitting(supervisor, '/grants/committee/new')
  })
}
