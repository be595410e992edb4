import type { Page } from '@playwright/test'
import type postgres from 'postgres'
import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'
import { openFitting } from './pages/fits'
import { expectNoBarriers } from './pages/people'

// One after another: each takes a referral that has no link yet, and two at once could take the same.
test.describe.configure({ mode: 'default' })

/**
 * A referral of the practice portal that waits for its facility's answer, and the caseworker who has it. First those whose
 * person waits for more than one, each on a consent of its own: what is done about one must not be done about another.
 */
async function waiting(ownerSql: postgres.Sql) {
  const [row] = await ownerSql`
    select c.id, c.reference, u.email, concat_ws(' ', p.given_name, p.father_name) as name, p.document_number, m.reason, r.person_id, r.consent_id, f.name_en as facility,
      n.consents
    from cases c join referrals r on r.case_id = c.id join users u on u.id = c.caseworker_id join people p on p.id = r.person_id
      join referral_clinical m on m.case_id = c.id join facilities f on f.id = r.facility_id join consents s on s.id = r.consent_id
      cross join lateral (select count(*)::integer as consents from consents o where o.person_id = r.person_id
        and o.purpose = 'health_referral' and o.withdrawn_on is null and o.expires_on >= current_date) n
    where c.status = 'requested' and f.closed_on is null and f.functional <> 'none' and s.withdrawn_on is null
      and s.expires_on > current_date and s.released_fields @> '{name,reason}' and not s.released_fields @> '{document}' and p.document_number <> ''
      and not exists (select from referral_links l where l.case_id = c.id)
    order by n.consents > 1 desc, random() limit 1`
  if (!row) throw new Error('the demo has no referral that waits')
  return row
}

/** Makes a slip as its button does, and reads the address out of the paper's QR code link. */
async function slipOf(staff: Page, caseId: string): Promise<{ path: string; paper: string }> {
  const answer = await staff.request.post(`/referrals/${caseId}/slip`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect(answer.headers()['cache-control']).toContain('no-store')
  const paper = (await answer.body()).toString('latin1')
  const address = /\/URI \((https?:[^)]+)\)/.exec(paper)?.[1]
  return { path: new URL(address ?? '', staff.url()).pathname, paper }
}

const open = (page: Page) => page.getByRole('button', { name: 'فتح الإحالة' }).click()

test('a facility answers on an old phone without scripts, in Arabic, from received to the outcome', async ({
  visit,
  ownerSql,
}) => {
  test.slow()
  const referral = await waiting(ownerSql)
  const staff = await visit()
  await signIn(staff, referral.email)
  const { path } = await slipOf(staff, referral.id)
  const facility = await visit({ ...phone, ...arabic, ...withoutScripts })
  const weights: Promise<number>[] = []
  facility.on('response', (response) =>
    weights.push(
      response
        .request()
        .sizes()
        .then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize),
    ),
  )

  const first = await facility.goto(path)
  expect(first?.headers()).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
  const closed = await facility.content()
  for (const secret of [referral.name, referral.reason, referral.reference]) expect(closed).not.toContain(secret)
  expect(await ownerSql`select openings from referral_links where case_id = ${referral.id}`).toMatchObject([
    { openings: 0 },
  ])

  await open(facility)
  await expect(facility).toHaveTitle('إحالة صحية – Sanad')
  await expect(facility.getByText(referral.reason)).toBeVisible()
  expect(await facility.content()).not.toContain(referral.document_number)
  expect(facility.url()).not.toContain(path)
  // All that travelled for reading a referral from its address on: two pages and the way between them.
  const weight = (await Promise.all(weights)).reduce((sum, bytes) => sum + bytes, 0)
  expect(weight, 'bytes on the wire').toBeLessThanOrEqual(30 * 1024)

  await facility.getByRole('button', { name: 'استلمنا الإحالة وسنجيب لاحقًا' }).click()
  await expect(facility.getByText('شكرًا، وصلنا جوابكم.')).toBeVisible()
  await facility.getByRole('button', { name: 'نعم، نستقبل الشخص' }).click()
  const book = async (day: string, month: string, year: string, at: string) => {
    for (const [name, text] of Object.entries({ 'on.day': day, 'on.month': month, 'on.year': year, at }))
      await facility.locator(`[name="${name}"]`).fill(text)
    await facility
      .locator('form', { has: facility.locator('[name=at]') })
      .getByRole('button')
      .click()
  }
  await book('٣١', '٢', '٢٠٢٨', '٩:٣٠')
  await expect(facility.getByText('اكتب تاريخًا صحيحًا', { exact: false })).toBeVisible()
  await expect(facility.locator('[name="on.day"]')).toHaveValue('٣١')
  await book('١', '٣', '٢٠٢٨', '٩:٣٠')
  await expect(facility.getByText('1 آذار 2028', { exact: false }).first()).toBeVisible()
  await facility.getByRole('button', { name: 'حضر الشخص', exact: true }).click()
  await facility.getByLabel('وُصف له دواء').check()
  await facility.locator('[name=remark]').fill('ضغط دم مرتفع')
  await facility.getByRole('button', { name: 'إرسال النتيجة' }).click()
  await expect(facility.getByRole('heading', { name: 'شكرًا، اكتملت الإجابة' })).toBeVisible()
  await facility.goto(path)
  await expect(facility.getByRole('heading', { name: 'شكرًا، اكتملت الإجابة' })).toBeVisible()

  await staff.goto(`/referrals/${referral.id}`)
  await expect(staff.getByText('Facility’s page').first()).toBeVisible()
  await expect(staff.getByText('Answered to the end')).toBeVisible()
  expect(await staff.content()).not.toContain('ضغط دم مرتفع')
  await staff.goto(`/referrals/${referral.id}?medical=1`)
  await expect(staff.getByText('ضغط دم مرتفع')).toBeVisible()
})

test('its pages pass axe and fit a phone, in Arabic and English', async ({ visit, ownerSql }) => {
  test.slow()
  const referral = await waiting(ownerSql)
  const staff = await visit()
  await signIn(staff, referral.email)
  const { path } = await slipOf(staff, referral.id)
  const page = await visit({ ...phone, ...arabic })
  await openFitting(page, '/r')
  await openFitting(page, path)
  await open(page)
  await expectNoBarriers(page)
  await openFitting(page, page.url())
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health referral')
  await page.getByText('No, we cannot').click()
  await expectNoBarriers(page)
  await page.getByLabel('No capacity').check()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, all is answered' })).toBeVisible()
  await expectNoBarriers(page)
  expect((await page.goto('/r/AAAAAAAAAAAAAAAAAAAAAA'))?.status()).toBe(404)
  await expectNoBarriers(page)
})

test('a link is sent, opened by its short code elsewhere, and stopped', async ({ visit, ownerSql }) => {
  test.slow()
  const referral = await waiting(ownerSql)
  const staff = await visit()
  await signIn(staff, referral.email)
  await staff.goto(`/referrals/${referral.id}`)
  await staff.getByRole('button', { name: 'Make a link to send' }).click()
  const address = await staff.getByLabel('Link', { exact: true }).inputValue()
  const code = await staff
    .getByText(/^Short code:/)
    .locator('bdi')
    .innerText()
  await staff.reload()
  expect(await staff.content()).not.toContain(address)

  const one = await visit({ ...phone, ...arabic, ...withoutScripts })
  await one.goto(new URL(address).pathname)
  await open(one)
  const other = await visit({ ...arabic, ...withoutScripts })
  await other.goto('/r')
  const type = async (typed: string) => {
    await other.locator('[name=reference]').fill(referral.reference.slice(4))
    await other.locator('[name=code]').fill(typed)
    await open(other)
  }
  await type('0000000000')
  await expect(other.getByRole('heading', { name: 'لا يفتح هذا شيئًا' })).toBeVisible()
  await other.goto('/r')
  await type(code)
  await expect(other.getByText(referral.reason)).toBeVisible()
  await one.getByRole('button', { name: 'نعم، نستقبل الشخص' }).click()
  await expect(one.getByRole('heading', { name: 'فُتحت في مكان آخر' })).toBeVisible()

  await staff.reload()
  await staff.locator('summary', { hasText: 'Stop the link' }).click()
  await staff.getByRole('button', { name: 'Stop the link' }).click()
  await expect(staff.getByText('Stopped', { exact: true })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { name: 'لم يعد هذا الرابط يعمل' })).toBeVisible()
})

test('a person’s page says who holds their data, and after a withdrawal whom to tell', async ({ visit, ownerSql }) => {
  test.slow()
  const referral = await waiting(ownerSql)
  const staff = await visit()
  await signIn(staff, referral.email)
  const { path } = await slipOf(staff, referral.id)
  const facility = await visit({ ...arabic, ...withoutScripts })
  await facility.goto(path)
  await open(facility)

  const file = `/people/${referral.person_id}`
  await openFitting(staff, file)
  const register = staff.locator('#disclosures')
  await expect(register.getByText(referral.facility).first()).toBeVisible()
  const consents = staff.locator('#consents li').filter({ has: staff.getByText('Health referral', { exact: true }) })
  const valid = consents.filter({ has: staff.getByText('Valid', { exact: true }) })
  await expect(valid).toHaveCount(referral.consents)
  const consent = valid.filter({ has: staff.locator(`[name=consentId][value="${referral.consent_id}"]`) })
  await consent.locator('summary').click()
  await expect(consent.getByText('Another consent for the same purpose stays valid.', { exact: false })).toHaveCount(
    referral.consents > 1 ? 1 : 0,
  )
  await expect(consent.getByText(referral.facility)).toBeVisible()
  await consent.getByRole('button', { name: 'Withdraw consent' }).click()
  const told = register.getByRole('button', { name: `Told: ${referral.facility}` })
  await expect(told).toBeVisible()
  await expect(valid).toHaveCount(referral.consents - 1)
  await expectNoBarriers(staff)
  await facility.reload()
  await expect(facility.getByRole('heading', { name: 'لم يعد هذا الرابط يعمل' })).toBeVisible()
  expect(await facility.content()).not.toContain(referral.reason)
  await told.click()
  await expect(told).toHaveCount(0)
  await expect(register.getByText('Told of the withdrawal', { exact: false }).first()).toBeVisible()
})
