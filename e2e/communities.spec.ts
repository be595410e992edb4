import type { Page } from '@playwright/test'
import { pdf } from '../lib/documents/testing-files'
import { arabic, expect, phone, test, withoutScripts } from './fixtures/test'
import { fillDay, openFitting } from './pages/fits'

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Baghdad' }).format(new Date())

/** Takes a deed: opens its form where it has one, fills it, and waits until the page says the new status. */
async function deed(page: Page, name: string, status: string, fill?: () => Promise<void>): Promise<void> {
  const form = page.getByRole('form', { name, exact: true })
  if (!(await form.isVisible())) await page.locator('summary', { hasText: name }).first().click()
  await fill?.()
  await form.getByRole('button', { name, exact: true }).click()
  await expect(page.locator('main header').getByText(status, { exact: true })).toBeVisible()
}

/** Begins a plan and writes down two needs; without scripts as well as with. Leaves the plan open. */
async function draft(page: Page, title: string): Promise<string> {
  await page.goto('/communities/plans/new')
  await page.locator('[name=titleAr]').fill('خطة الحي')
  await page.locator('[name=titleEn]').fill(title)
  await page.locator('[name=locationPcode]').selectOption({ index: 1 })
  await fillDay(page, 'startsOn', '2026-01-01')
  await fillDay(page, 'endsOn', '2027-12-31')
  await page.locator('main form button[type=submit]').last().click()
  await page.waitForURL(/\/communities\/plans\/[0-9a-f-]{36}$/)
  const path = new URL(page.url()).pathname
  for (const [need, sector] of [
    ['ماء الشرب لا يصل', 'water'],
    ['مياه الأمطار في الشارع', 'sanitation'],
  ] as const) {
    await page.goto(`${path}/needs/new`)
    await page.locator('[name=sector]').selectOption(sector)
    await page.locator('[name=titleAr]').fill(need)
    await page.locator('[name=peopleAffected]').fill('٤٠٠')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(`**${path}`)
  }
  return path
}

test('a plan leads from its needs over a project to the handover', async ({ as, ownerSql }) => {
  test.slow()
  const desk = await as('caseworker')
  const path = await draft(desk, 'Plan of the journey')
  await desk.locator('summary', { hasText: 'Change the order' }).click()
  await desk.locator('[name="ranks.0.rank"]').fill('٢')
  await desk.locator('[name="ranks.1.rank"]').fill('1')
  await desk.getByRole('button', { name: 'Save the order' }).click()
  await expect(desk.locator('#needs ol li').first()).toContainText('مياه الأمطار')
  await openFitting(desk, path)
  await deed(desk, 'The community validated it', 'Validated by the community', () =>
    desk.locator('[name=validatedBy]').fill('Forty people of all groups'),
  )
  await desk.locator('summary', { hasText: 'Add documents' }).click()
  await desk.locator('#documents [name=kind]').selectOption('agreement')
  await desk
    .locator('#documents [name=file]')
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdf })
  await desk.getByRole('button', { name: 'Add document', exact: true }).click()
  await expect(desk.locator('#documents').getByRole('link', { name: 'letter.pdf' })).toBeVisible()
  await deed(desk, 'The authority endorsed it', 'Endorsed by the authority', async () => {
    await desk.locator('[name=endorsedBy]').fill('Municipality of Falluja')
  })
  await deed(desk, 'It is active', 'Active')
  const paper = await desk.request.get(`${path}/plan.pdf`)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await desk.locator('#needs a', { hasText: 'مياه الأمطار' }).click()
  await desk.getByRole('link', { name: 'Begin a project for it' }).click()
  await desk.locator('[name=kind]').selectOption('drainage')
  await desk.locator('[name=titleAr]').fill('محطة تصريف')
  await desk.locator('[name=titleEn]').fill('Drainage station of the journey')
  await desk.locator('[name=locationPcode]').selectOption({ index: 1 })
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await desk.waitForURL(/\/communities\/projects\/[0-9a-f-]{36}$/)
  const project = new URL(desk.url()).pathname
  await deed(desk, 'Record the assessment', 'Assessed', () =>
    desk.locator('[name=assessment]').fill('The street is under water after rain.'),
  )
  await deed(desk, 'Give it priority', 'Prioritised', () => desk.locator('[name=priority]').fill('First of the plan.'))
  await desk.getByRole('link', { name: 'Write it' }).click()
  for (const [field, value] of [
    ['item', 'Pump'],
    ['unit', 'piece'],
    ['quantity', '٢'],
    ['price', '15,000,000'],
  ] as const)
    await desk.locator(`[name="lines.0.${field}"]`).fill(value)
  await desk.getByRole('button', { name: 'Save the bill' }).click()
  await expect(desk.locator('#bill')).toContainText('30,000,000')
  await deed(desk, 'The design is ready', 'Designed', () =>
    desk.locator('[name=design]').fill('Two pumps in a chamber.'),
  )
  await expect(desk.getByText('Approve: A programme manager approves it.')).toBeVisible()

  const manager = await as('manager')
  await openFitting(manager, project)
  await deed(manager, 'Approve', 'Approved')
  await desk.reload()
  await deed(desk, 'Ask for offers', 'Tendering')
  await deed(desk, 'Record the contract', 'Contracted', async () => {
    await desk.locator('[name=contractor]').fill('Al-Rafidain Co.')
    await desk.locator('[name=value]').fill('30000000')
    await fillDay(desk, 'worksEndOn', '2099-01-01')
  })
  await desk.getByRole('link', { name: 'Agree on them' }).click()
  await desk.locator('[name="instalments.0.percent"]').fill('100')
  await desk.locator('[name="instalments.0.amount"]').fill('30000001')
  await desk.getByRole('button', { name: 'Save the instalments' }).click()
  await expect(desk.getByText('The instalments come to more than the contract.').first()).toBeVisible()
  await desk.locator('[name="instalments.0.amount"]').fill('30000000')
  await desk.getByRole('button', { name: 'Save the instalments' }).click()
  await desk.waitForURL(`**${project}`)
  await deed(desk, 'The works begin', 'Works')

  const hand = await as('caseworker', phone)
  await openFitting(hand, `${project}/inspect`)
  await hand.locator('[name=progress]').fill('١٠٠')
  await hand.locator('[name="items.4.answer"]').selectOption('minor')
  await hand.locator('[name="items.4.remark"]').fill('One pump is loud')
  await hand.getByRole('button', { name: 'Save the inspection' }).click()
  await hand.waitForURL(`**${project}`)
  await desk.reload()
  await expect(desk.getByText('You inspected the works: somebody else of the team records the payment.')).toBeVisible()
  const payer = await as('supervisor')
  await payer.goto(project)
  await payer.locator('#instalments summary', { hasText: 'Record the payment' }).click()
  await payer.locator('[name=paymentReference]').fill('TRF-1')
  await payer.locator('#instalments').getByRole('button', { name: 'Record the payment' }).click()
  await expect(payer.locator('#instalments').getByText('Paid', { exact: true })).toBeVisible()
  await desk.reload()
  await deed(desk, 'The works are complete', 'Inspected')
  await expect(desk.getByText('Hand over: put the open defects right first.')).toBeVisible()
  await desk.locator('#defects summary', { hasText: 'It is put right' }).click()
  await desk.locator('#defects').getByRole('button', { name: 'It is put right' }).click()
  await expect(desk.locator('#defects').getByText(/Put right on/)).toBeVisible()
  await deed(desk, 'Hand over', 'Handed over', async () => {
    await desk.locator('[name=operator]').fill('Sewerage directorate')
    await desk.locator('[name=maintenance]').fill('They look after the pumps every month.')
  })
  const [row] =
    await ownerSql`select status, progress, handed_over_on::text as day from projects where id = ${idOf(desk)}`
  expect(row).toMatchObject({ status: 'handed_over', progress: 100, day: today() })
})

test('a plan is begun without scripts, in Arabic, on a phone; another team reads it and changes nothing', async ({
  as,
}) => {
  const page = await as('health', { ...withoutScripts, ...arabic, ...phone })
  const path = await draft(page, 'Plan without scripts')
  await expect(page.locator('#needs ol li')).toHaveCount(2)
  const seen = await as('caseworker2', { ...arabic, ...phone })
  await openFitting(seen, path)
  await expect(seen.getByRole('link', { name: 'إضافة احتياج' })).toHaveCount(0)
  expect((await seen.goto(`${path}/edit`))?.status()).toBe(404)
  const admin = await as('admin')
  expect((await admin.goto(path))?.status()).toBe(404)
})

test('the demo’s chain is walked from a concern to its result and back', async ({ as, ownerSql }) => {
  const [link] = await ownerSql`select k.case_id as id, l.project_id as project from need_links k
    join project_needs l on l.need_id = k.need_id where k.case_id is not null limit 1`
  const page = await as('policing', { ...arabic, ...phone })
  await openFitting(page, `/forums/concerns/${link?.id}`)
  await page.locator(`#chain a[href="/communities/projects/${link?.project}"]`).click()
  await page.waitForURL(`**/communities/projects/${link?.project}`)
  await openFitting(page, `/communities/projects/${link?.project}`)
  await expect(page.locator(`#chain a[href="/forums/concerns/${link?.id}"]`)).toBeVisible()
  const other = await as('caseworker')
  await other.goto(`/communities/projects/${link?.project}`)
  await expect(other.locator(`#chain a[href="/forums/concerns/${link?.id}"]`)).toHaveCount(0)
  for (const path of ['/communities/plans', '/communities/projects']) await openFitting(other, path)
})
