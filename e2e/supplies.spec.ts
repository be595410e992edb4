import { arabic, expect, phone, test } from './fixtures/test'
import { openFitting } from './pages/fits'

test('a delivery goes from its plan to a settled discrepancy, through two pairs of hands', async ({ as, ownerSql }) => {
  test.slow()
  const nurse = await as('health')
  const supervisor = await as('health-supervisor')
  await openFitting(nurse, '/referrals/supplies/new')
  await nurse.getByLabel('To which facility').selectOption({ label: 'Al-Julan PHC Centre' })
  const item = async (row: number, values: Record<string, string>) => {
    for (const [field, text] of Object.entries(values)) await nurse.locator(`[name="items.${row}.${field}"]`).fill(text)
  }
  const insulin = { name: 'Insulin', strengthOrModel: '100 IU/ml', batchOrSerial: 'B-77120', unit: 'vial', sent: '٤٠' }
  await item(0, insulin)
  await nurse.getByRole('button', { name: 'Save delivery' }).click()
  await expect(nurse.locator('[name="items.0.expiresOn"]')).toHaveAttribute('aria-invalid', 'true')
  await item(0, { expiresOn: '1/9/2027' })
  await nurse.locator('[name="items.1.kind"]').selectOption('equipment')
  await item(1, { name: 'Glucometer', strengthOrModel: 'GM-2', batchOrSerial: 'SN-4471', unit: 'piece', sent: '1' })
  await nurse.getByRole('button', { name: 'Save delivery' }).click()
  await nurse.waitForURL(/\/supplies\/[0-9a-f-]{36}$/)
  const path = new URL(nurse.url()).pathname
  const id = path.split('/').at(-1) ?? ''
  const stands = (status: string) =>
    expect
      .poll(async () => (await ownerSql`select status from supply_deliveries where id = ${id}`)[0]?.status)
      .toBe(status)
  await expect(nurse.getByRole('button', { name: 'Approve delivery' })).toHaveCount(0)
  expect((await nurse.request.get(`${path}/dispatch-note.pdf`)).status()).toBe(404)

  await supervisor.goto(path)
  await supervisor.getByRole('button', { name: 'Approve delivery' }).click()
  await stands('approved')
  await nurse.goto(path)
  const note = await nurse.request.get(`${path}/dispatch-note.pdf`)
  expect(note.headers()['content-type']).toBe('application/pdf')
  await nurse.locator('summary', { hasText: 'Dispatch' }).click()
  await nurse.locator('[name=carrier]').fill('علي حسن، أنبار 12345')
  await nurse.getByRole('button', { name: 'Dispatch', exact: true }).click()
  await stands('dispatched')

  const hand = await as('health', { ...phone, ...arabic })
  await openFitting(hand, path)
  await hand.locator('[name=receivedBy]').fill('د. سعاد كريم')
  await hand.locator('[name$=".received"]').first().fill('٣٨')
  await hand.locator('[name$=".damaged"]').first().fill('٢')
  await hand.getByRole('button', { name: 'تسجيل الاستلام' }).click()
  await stands('received')

  await nurse.goto(path)
  await expect(nurse.getByRole('button', { name: 'Accept delivery' })).toHaveCount(0)
  await nurse.locator('summary', { hasText: 'Report discrepancy' }).click()
  await nurse.locator('[name=why]').fill('Two vials missing, two broken.')
  await nurse.getByRole('button', { name: 'Report discrepancy' }).click()
  await stands('discrepancy')
  await openFitting(supervisor, path)
  await supervisor.locator('summary', { hasText: 'Close delivery' }).click()
  await supervisor.getByRole('button', { name: 'Close delivery' }).click()
  await expect(supervisor.locator('[name=settled]')).toHaveAttribute('aria-invalid', 'true')
  await supervisor.locator('[name=settled]').fill('The facility signed for 36 whole vials; the carrier replaces four.')
  await supervisor.getByRole('button', { name: 'Close delivery' }).click()
  await stands('closed')
  for (const page of [path, '/referrals/supplies', '/referrals/supplies/expiry', '/referrals/supplies/new'])
    await openFitting(hand, page)
})
