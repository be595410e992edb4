import type { Page } from '@playwright/test'
import { arabic, expect, phone, test } from './fixtures/test'
import { openFitting } from './pages/fits'
import { expectNoBarriers } from './pages/people'

/** A block as Excel puts it on the clipboard. */
const ofExcel = (rows: readonly string[][]) => rows.map((row) => row.join('\t')).join('\r\n')

const paste = (page: Page, text: string) =>
  page.evaluate((data) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', data)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

const cell = (page: Page, row: number, column: string) => page.locator(`[data-at="${row}.${column}"]`)

test('a day’s register is typed, copied down and pasted without touching the mouse', async ({ as, ownerSql }) => {
  const page = await as('health')
  await openFitting(page, '/referrals/consultations/new')
  await expect(page.locator('textarea[name=table]')).toBeAttached()
  const { keyboard } = page
  // A day long ago, which the practice data leaves free.
  await page.getByLabel('Facility', { exact: true }).focus()
  await keyboard.type('Al-Julan')
  for (const part of ['٣', '1', '2020']) {
    await keyboard.press('Tab')
    await keyboard.type(part)
  }
  await keyboard.press('Tab')
  await expect(cell(page, 0, 'sex')).toBeFocused()
  // One key fills a cell and goes on; an age is followed by Enter.
  await keyboard.type('f34')
  await keyboard.press('Enter')
  await keyboard.type('rn')
  await keyboard.type('1')
  await keyboard.press('Enter')
  await keyboard.type('n')
  await expect(cell(page, 1, 'sex')).toBeFocused()
  await expect(cell(page, 0, 'displacement')).toHaveValue('Returnee')
  await keyboard.press('"')
  await keyboard.type('٥')
  await keyboard.press('Enter')
  for (let copied = 0; copied < 4; copied++) await keyboard.press('Control+d')
  await expect(cell(page, 1, 'visit')).toHaveValue('New')
  await expect(cell(page, 2, 'sex')).toBeFocused()

  const pasted = Array.from({ length: 60 }, (_, at) => ['ذكر', String(at), 'نازح', 'لا', '2', 'مراجعة'])
  await paste(page, ofExcel([...pasted, ['m', '400', 'r', 'n', '2', 'n']]))
  await expect(page.getByText('61 lines pasted. 1 needs a look: it is marked.')).toBeVisible()
  const wrong = cell(page, 62, 'age')
  await expect(wrong).toHaveAttribute('aria-invalid', 'true')
  await keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/consultations\/new/)
  await wrong.focus()
  await keyboard.type('40')
  await keyboard.press('Control+Enter')
  await page.waitForURL(/\/consultations\/[0-9a-f-]{36}$/)
  await expect(page.getByText('63 consultations')).toBeVisible()
  const path = new URL(page.url()).pathname
  const [kept] = await ownerSql`
    select r.held_on::text, count(*)::int as lines, count(*) filter (where c.sex = 'male')::int as men, max(c.age_years) as oldest
    from consultation_registers r join consultations c on c.register_id = r.id where r.id = ${path.split('/').at(-1) ?? ''} group by 1`
  expect(kept).toEqual({ held_on: '2020-01-03', lines: 63, men: 61, oldest: 59 })
  await openFitting(page, path)
})

test('on a phone in Arabic a line is typed, and what is wrong with it is said', async ({ as }) => {
  const page = await as('health', { ...phone, ...arabic })
  for (const path of ['/referrals/consultations', '/referrals/consultations/totals', '/referrals/consultations/new'])
    await openFitting(page, path)
  await expect(page.locator('textarea[name=table]')).toBeAttached()
  await cell(page, 0, 'sex').focus()
  await page.keyboard.type('ث')
  await expect(cell(page, 0, 'age')).toBeFocused()
  await page.keyboard.type('٢٠٠')
  await cell(page, 1, 'sex').focus()
  await expect(page.getByText('عدد صحيح من السنوات، 120 على الأكثر', { exact: false })).toBeVisible()
  await expectNoBarriers(page)
})

test('a file of registers is read day by day, and its report names each wrong row', async ({ as, ownerSql }) => {
  const page = await as('health')
  const line = (day: string, facility = 'ANB-P01', age = '20', complaint = '2') =>
    `${day},${facility},m,${age},returnee,no,${complaint},new`
  const file = [
    'التاريخ,رمز المرفق,الجنس,العمر,صفة النزوح,الإعاقة,الشكوى,الزيارة',
    '٥/١/٢٠٢٠,anb-p01,أنثى,٣٤,عائد,لا,1,جديدة',
    line('2020-01-05'),
    line('2020-01-06', 'ANB-P01', '200'),
    line('2020-01-06'),
    line('2020-01-07', 'NOWHERE'),
    line('2020-01-08', 'ANB-P01', '20', 'sneezing'),
  ]
  const send = async () => {
    await page.goto('/referrals/consultations')
    await page.locator('summary', { hasText: 'Read registers from a file' }).click()
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'registers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file.join('\n')),
    })
    await page.getByRole('button', { name: 'Read file' }).click()
    await page.waitForURL(/\/consultations\/imports\//)
  }
  await send()
  await expect(page.getByText('6 rows: 1 register entered with 2 consultations', { exact: false })).toBeVisible()
  const problems = page.getByRole('table').last().getByRole('row')
  await expect(problems.filter({ hasText: 'a whole number of years, at most 120' })).toContainText('4')
  await expect(problems.filter({ hasText: 'NOWHERE' })).toContainText('not a code of the directory')
  await expect(problems.filter({ hasText: 'not one of the complaints' })).toContainText('7')
  expect(await page.content()).not.toContain('sneezing')
  const [counted] = await ownerSql`
    select count(*)::int as registers from consultation_registers where held_on between '2020-01-05' and '2020-01-08'
      and facility_id = (select id from facilities where code = 'ANB-P01') and entered_by is not null`
  expect(counted).toEqual({ registers: 1 })
  const report = new URL(page.url()).pathname
  const narrow = await as('health', { ...phone, ...arabic })
  await openFitting(narrow, report)
  await send()
  await expect(page.getByText('0 registers entered with 0 consultations, 1 as before', { exact: false })).toBeVisible()
})
