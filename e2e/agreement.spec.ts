import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'
import { openFitting } from './pages/fits'

test('an agreement is made, proves itself to whoever holds the paper, and is signed', async ({ visit, ownerSql }) => {
  test.slow()
  const [grant] = await ownerSql`
    select c.id, u.email, concat_ws(' ', p.given_name, p.father_name) as person from cases c join grants g on g.case_id = c.id join people p on p.id = g.person_id
      join users u on u.id = c.caseworker_id join teams t on t.id = c.team_id
    where c.status = 'approved' and t.name_en = 'Falluja' and not exists (select from agreements a where a.case_id = c.id)
    order by random() limit 1`
  if (!grant) throw new Error('the demo has no approved grant without an agreement')
  const path = `/grants/${grant.id}/agreement`
  const page = await visit()
  await signIn(page, grant.email)
  await openFitting(page, path)
  await page.getByRole('button', { name: 'Make the agreement' }).click()
  await expect(page.getByRole('link', { name: 'Print the agreement (PDF)' })).toBeVisible()

  const paper = (await (await page.request.get(`${path}.pdf`)).body()).toString('latin1')
  const address = /\/URI \((https?:[^)]+)\)/.exec(paper)?.[1]
  expect(address, 'the code of the paper').toBeDefined()
  const { pathname } = new URL(address ?? '')

  // A stranger with the paper learns that it is genuine, and nothing about anyone.
  for (const options of [{}, { ...phone, ...arabic }]) {
    const stranger = await visit(options)
    await openFitting(stranger, pathname)
    await expect(stranger.getByText(/^(Yes\.|نعم\.)/)).toBeVisible()
    const html = await stranger.content()
    for (const secret of [grant.person, grant.id]) expect(html).not.toContain(secret)
  }
  const forger = await visit(withoutScripts)
  await forger.goto(`${pathname.slice(0, -2)}AA`)
  await expect(forger.getByText(/^No\./)).toBeVisible()

  await page.getByText('Add documents').click()
  await page.getByLabel('What it is').selectOption('agreement')
  const copy = { name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
  await page.getByLabel('File', { exact: true }).setInputFiles(copy)
  await page.getByRole('button', { name: 'Add document' }).click()
  await expect(page.locator('[name=documentId]')).toBeVisible()
  await page.getByRole('button', { name: 'Attach signed agreement' }).click()
  await expect
    .poll(async () => (await ownerSql`select status from cases where id = ${grant.id}`)[0]?.status)
    .toBe('agreement_signed')
})
