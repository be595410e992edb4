import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { arabic, expect, phone, signIn, test, withoutScripts } from './fixtures/test'
import { openFitting } from './pages/fits'

// One after another: two at once would choose the same tranche.
test.describe.configure({ mode: 'default' })

type Tranche = { id: string; caseId: string; number: number; reference: string; amount: number; owner: string }

/** A tranche of Falluja that can be requested now, with the account that holds its grant. */
async function dueTranche(ownerSql: Sql): Promise<Tranche> {
  const [row] = await ownerSql`
    select t.id, t.case_id, t.number, t.reference, (t.amount_minor / 1000)::int as amount, u.email
    from tranches t join cases c on c.id = t.case_id join teams m on m.id = c.team_id join users u on u.id = c.caseworker_id
    where t.status = 'scheduled' and t.currency = 'IQD' and m.name_en = 'Falluja' and c.status in ('agreement_signed', 'disbursing')
      and not exists (select from tranches b where b.case_id = t.case_id and b.number < t.number
        and b.status <> 'milestone_verified')
    order by random() limit 1`
  if (!row) throw new Error('the demo has no tranche to request')
  const { id, number, reference, amount } = row
  return { id, caseId: row.case_id, number, reference, amount, owner: row.email }
}

const statusOf = async (ownerSql: Sql, { id }: { id: string }) =>
  (await ownerSql`select status from tranches where id = ${id}`)[0]?.status
const entriesOf = async (ownerSql: Sql, { id }: { id: string }, kind: string) =>
  (await ownerSql`select count(*)::int from ledger_entries where tranche_id = ${id} and kind = ${kind}`)[0]?.count

/** The case's own worker asks for the money, to a wallet. */
async function request(page: Page, { caseId, number }: Tranche): Promise<void> {
  await page.goto(`/grants/${caseId}/payments`)
  const section = page.locator(`#tranche-${number}`)
  await section.locator('summary', { hasText: /Request payment|طلب الصرف/ }).click()
  await section.locator('[name=channel][value=mobile_wallet]').check()
  await section.locator('[name=payeeName]').fill('سلمى ضياء الجبوري')
  await section.locator('[name=payeeAccount]').fill('٠٧٧٠١٢٣٤٥٦٧')
  await section.getByRole('button', { name: /^(Request payment|طلب الصرف)$/ }).click()
}

async function upload(page: Page, name: string, rows: string): Promise<void> {
  await page.goto('/payments/answers')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows) })
  await page.locator('main form button[type=submit]').click()
  await page.waitForURL(/\/payments\/answers\/[0-9a-f-]{36}$/)
}

test('money goes through three hands, onto a list, to the bank and back, and its receipt closes it', async ({
  as,
  visit,
  ownerSql,
}) => {
  test.slow()
  const tranche = await dueTranche(ownerSql)
  const owner = await visit()
  await signIn(owner, tranche.owner)
  await request(owner, tranche)
  await expect.poll(() => statusOf(ownerSql, tranche)).toBe('requested')

  const finance = await as('finance')
  await openFitting(finance, `/payments/${tranche.id}`)
  await finance.getByRole('button', { name: 'Authorise' }).click()
  await expect.poll(() => statusOf(ownerSql, tranche)).toBe('authorised')
  // Who authorised reads why the release is another's.
  await expect(finance.getByText('Someone else must do this step.')).toBeVisible()
  await expect(finance.getByRole('button', { name: 'Release', exact: true })).toHaveCount(0)

  const second = await as('finance2')
  await openFitting(second, '/payments/lists')
  await second.locator('summary', { hasText: 'Mobile wallet' }).click()
  await second.locator('details[open]').getByRole('button', { name: 'Make a list' }).click()
  await second.waitForURL(/\/payments\/lists\/[0-9a-f-]{36}$/)
  const list = new URL(second.url()).pathname
  await openFitting(second, list)
  const sheet = await (await second.request.get(`${list}/export?as=csv`)).text()
  expect(sheet).toContain(tranche.reference)
  expect(sheet).toContain('سلمى ضياء الجبوري')
  for (const [kind, start] of [
    ['xlsx', 'PK'],
    ['pdf', '%PDF-'],
  ] as const)
    expect((await (await second.request.get(`${list}/export?as=${kind}`)).body()).toString('latin1')).toMatch(
      new RegExp(`^${start}`),
    )

  // Pressed twice in a hurry, the money leaves once.
  await second.getByRole('button', { name: 'Release all on this list' }).dblclick()
  await expect.poll(() => statusOf(ownerSql, tranche)).toBe('released')
  expect(await entriesOf(ownerSql, tranche, 'release')).toBe(1)

  const name = `bank-${Date.now()}.csv`
  const answers = [
    'Reference,Amount,Currency,Result,Bank reference',
    `${tranche.reference},"${tranche.amount.toLocaleString('en')}",IQD,paid,TRX-1`,
    `${tranche.reference},${tranche.amount},IQD,paid,TRX-1`,
    'GRT-1999-00001/1,1000,IQD,paid,TRX-2',
  ].join('\n')
  await upload(second, name, answers)
  for (const finding of ['Ready', 'Twice in the file', 'Reference not known'])
    await expect(second.getByRole('table').getByText(finding)).toHaveCount(1)
  await openFitting(second, new URL(second.url()).pathname)
  await second.getByRole('button', { name: 'Apply 1 row' }).click()
  await expect.poll(() => statusOf(ownerSql, tranche), { timeout: 20_000 }).toBe('paid')

  // The same file again changes nothing.
  await upload(second, name, answers)
  await expect(second.getByText('Nothing in this file changes anything.')).toBeVisible()

  await owner.goto(`/grants/${tranche.caseId}/payments`)
  const section = owner.locator(`#tranche-${tranche.number}`)
  await expect(section.getByText('Attach the receipt, or a photo of the signature or thumbprint, first.')).toBeVisible()
  await section.getByText('Add a receipt or photo').click()
  await section.getByLabel('What it is').selectOption('receipt')
  const paper = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
  await section.getByLabel('File', { exact: true }).setInputFiles(paper)
  await section.getByRole('button', { name: 'Add document' }).click()
  await section.locator('summary', { hasText: 'Confirm receipt' }).click()
  await section.getByRole('button', { name: 'Confirm receipt' }).click()
  await expect.poll(() => statusOf(ownerSql, tranche)).toBe('receipt_confirmed')
  expect(await entriesOf(ownerSql, tranche, 'spend')).toBe(1)
})

test('request, authorise and release work without scripts, on a phone in Arabic', async ({ as, visit, ownerSql }) => {
  test.slow()
  const options = { ...withoutScripts, ...phone, ...arabic }
  const tranche = await dueTranche(ownerSql)
  const owner = await visit()
  await signIn(owner, tranche.owner)
  const state = await owner.context().storageState()
  await request(await visit({ ...options, storageState: state }), tranche)
  await expect.poll(() => statusOf(ownerSql, tranche)).toBe('requested')
  for (const [account, deed, status] of [
    ['finance', 'الإذن بالصرف', 'authorised'],
    ['finance2', 'إرسال المال', 'released'],
  ] as const) {
    const page = await as(account, options)
    await page.goto(`/payments/${tranche.id}`)
    await page.getByRole('button', { name: deed, exact: true }).click()
    await expect.poll(() => statusOf(ownerSql, tranche)).toBe(status)
  }
  expect(await entriesOf(ownerSql, tranche, 'release')).toBe(1)
})

for (const [what, options] of [
  ['desktop', {}],
  ['a phone in Arabic', { ...phone, ...arabic }],
] as const) {
  test(`payments and budgets pass axe and never scroll sideways on ${what}`, async ({ as, ownerSql }) => {
    test.slow()
    const [line] = await ownerSql`select line_id as id from ledger_entries order by id desc limit 1`
    const page = await as('finance', options)
    for (const path of [
      '/payments',
      '/payments/answers',
      '/budgets',
      `/budgets/lines/${line?.id}`,
      '/budgets/proof',
      '/budgets/new',
    ])
      await openFitting(page, path)
  })
}
