import { arabic, expect, phone, test, withoutScripts } from './fixtures/test'

test('a key opens referrals when a second admin has agreed, and not after it was revoked', async ({ as, ownerSql }) => {
  const name = `System ${Date.now()}`
  const admin = await as('admin')
  await admin.goto('/admin/keys/new')
  await admin.getByLabel('Name', { exact: true }).fill(name)
  await admin.getByLabel('Who receives the data, in Arabic').fill('دائرة صحة الأنبار')
  await admin.getByLabel('Who receives the data, in English').fill('Directorate of Health')
  const last = new Date(Date.now() + 200 * 86_400_000)
  await admin.getByLabel('Day', { exact: true }).fill(String(last.getUTCDate()))
  await admin.getByLabel('Month', { exact: true }).fill(String(last.getUTCMonth() + 1))
  await admin.getByLabel('Year', { exact: true }).fill(String(last.getUTCFullYear()))
  await admin.getByRole('checkbox', { name: /^Falluja Teaching Hospital/ }).check()
  await admin.getByRole('button', { name: 'Ask for the key' }).click()
  const secret = await admin.getByLabel('Secret of the key').inputValue()
  expect(secret).toMatch(/^sanad_/)
  const read = async (path: string) =>
    (
      await admin.request.get(`/api/fhir/${path}`, { headers: { authorization: `Bearer ${secret}` }, maxRedirects: 0 })
    ).status()
  expect(await read('ServiceRequest')).toBe(401)
  await admin.getByRole('link', { name: 'Open the key' }).click()
  await expect(admin.getByText('Waiting for a second admin')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Agree to this key' })).toHaveCount(0)
  expect(await admin.content()).not.toContain(secret)

  const second = await as('admin2')
  await second.goto('/admin/keys')
  await second.getByRole('link', { name }).click()
  await second.getByRole('button', { name: 'Agree to this key' }).click()
  await expect(second.getByText('In force', { exact: true })).toBeVisible()
  const [open] = await ownerSql`select r.case_id from referrals r join consents s on s.id = r.consent_id
    join api_key_facilities f on f.facility_id = r.facility_id join api_keys k on k.id = f.api_key_id
    where k.name = ${name} and r.requested_at is not null and s.withdrawn_on is null and s.expires_on > current_date limit 1`
  expect(await read(`ServiceRequest/${open?.case_id}`)).toBe(200)
  await second.reload()
  await expect(second.getByRole('cell', { name: 'ServiceRequest' })).toBeVisible()
  await second.getByRole('button', { name: 'Revoke for good' }).click()
  await expect(second.getByText('Revoked', { exact: true }).first()).toBeVisible()
  expect(await read(`ServiceRequest/${open?.case_id}`)).toBe(401)
})

test('without a session FHIR answers for itself and leads nowhere', async ({ visit }) => {
  const page = await visit()
  const answer = await page.request.get('/api/fhir/Patient', { maxRedirects: 0 })
  expect([answer.status(), answer.headers()['content-type']]).toEqual([401, 'application/fhir+json; charset=utf-8'])
  expect(answer.headers()['cache-control']).toContain('no-store')
  const posted = await page.request.post('/api/fhir/Patient', { data: {}, maxRedirects: 0 })
  expect([posted.status(), posted.headers().allow]).toEqual([405, 'GET'])
  expect((await page.request.get('/api/fhir/metadata', { maxRedirects: 0 })).status()).toBe(200)
})

test('a key is asked for in Arabic on a phone, without scripts', async ({ as }) => {
  const page = await as('admin', { ...arabic, ...phone, ...withoutScripts })
  await page.goto('/admin/keys/new')
  await page.getByRole('button', { name: 'اطلب المفتاح' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
})
