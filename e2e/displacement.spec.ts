import type { Page } from '@playwright/test'
import { arabic, expect, phone, test, withoutScripts } from './fixtures/test'
import { fillDay, openFitting } from './pages/fits'
import { expectNoBarriers } from './pages/people'

const base = '/communities/displacement'
const pathOf = (page: Page) => new URL(page.url()).pathname
const csv = (rows: readonly (readonly string[])[]) => Buffer.from(rows.map((row) => row.join(',')).join('\r\n'))

async function upload(page: Page, round: string, buffer: Buffer): Promise<void> {
  await page.goto(round)
  const way = page.getByText('Read a list', { exact: true })
  if (!(await page.locator('input[type=file]').isVisible())) await way.click()
  await page.locator('input[type=file]').setInputFiles({ name: 'round list.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Read list' }).click()
  await page.waitForURL(/\/imports\/|problem=/)
}

test.describe.configure({ mode: 'serial' })
/** The round that the first journey fills and the second publishes. */
let round = ''

test('a round is read from a list: columns matched, rows looked at, an unknown place settled', async ({
  as,
  ownerSql,
}) => {
  const sites = await ownerSql`select place_id, name_en from monitored_locations
    where district_pcode = 'IQG01Q01' and name_en not like '%,%' order by name_en limit 3`
  const name = String(sites[2]?.name_en)
  const row = (id: unknown, named: unknown, families: string) => [
    String(id),
    'Falluja',
    String(named),
    families,
    families,
  ]
  const list = csv([
    ['IDP master list of the office'],
    ['Place ID', 'District', 'Location Name', 'IDPs Families', 'IDPs Families'],
    row(sites[0]?.place_id, sites[0]?.name_en, '40'),
    row(sites[1]?.place_id, sites[1]?.name_en, '25'),
    row('', `${name} extension`, '12'),
    ['', '', 'Total', '77', '77'],
  ])

  const analyst = await as('analyst')
  await openFitting(analyst, `${base}/rounds/new`)
  await analyst.getByLabel('Number of the round').fill('٢١٠')
  await fillDay(analyst, 'countedOn', '2026-11-25')
  await analyst.getByRole('button', { name: 'Open round' }).click()
  await expect(analyst.getByRole('heading', { level: 1 })).toContainText('Round 210')
  round = pathOf(analyst)
  await upload(
    analyst,
    round,
    csv([
      ['Item', 'Price'],
      ['Pump', '5'],
    ]),
  )
  await expect(analyst.getByText('No row of the list names its columns')).toBeVisible()

  await upload(analyst, round, list)
  const file = pathOf(analyst)
  await expect(analyst.getByText('These heads stand twice')).toBeVisible()
  await openFitting(analyst, file)
  await analyst.getByLabel('Place ID: Read as').selectOption('')
  await analyst.getByLabel('Location Name: Read as').selectOption('')
  await analyst.getByRole('button', { name: 'Look at the rows' }).click()
  await expect(analyst.getByText('Say which column names the place').first()).toBeVisible()
  await analyst.getByLabel('Place ID: Read as').selectOption('place_id')
  await analyst.getByLabel('Location Name: Read as').selectOption('name_en')
  await analyst.getByRole('button', { name: 'Look at the rows' }).click()
  await expect(analyst.getByRole('button', { name: 'Take 2 figures' })).toBeVisible()
  await expect(analyst.getByText('One line of totals was recognised and left out; it agrees')).toBeVisible()
  await openFitting(analyst, file)
  await analyst.getByRole('button', { name: 'Take 2 figures' }).click()
  await expect(analyst.getByRole('link', { name: 'Taken 2' })).toBeVisible()

  await upload(analyst, round, list)
  expect(pathOf(analyst), 'the same file leads to where it was read').toBe(file)
  await analyst.getByRole('link', { name: `${name} extension` }).click()
  await expect(analyst.getByRole('heading', { name: 'Locations that it may be' })).toBeVisible()
  await expectNoBarriers(analyst)
  const suggestion = analyst.getByRole('listitem').filter({ hasText: name }).first()
  await suggestion.getByRole('button', { name: 'It is this location' }).click()
  await analyst.waitForURL(`**${base}/queue`)
  await openFitting(analyst, round)
  await expect(analyst.getByText('77', { exact: true }).first()).toBeVisible()
  await analyst.getByRole('button', { name: 'Submit round' }).click()
  await expect(analyst.getByText('A supervisor or programme manager does this.')).toBeVisible()
})

test('it is validated by a second person, published by a third, and stands on the map for everyone', async ({
  as,
  ownerSql,
}) => {
  const [largest] =
    await ownerSql`select name_en from displacement_counts c join monitored_locations m on m.id = c.location_id
    where c.round_id = ${round.split('/').at(-1) ?? ''} and c.families = 40`
  const supervisor = await as('supervisor')
  await openFitting(supervisor, round)
  await supervisor.getByRole('button', { name: 'Validate round' }).click()
  await expect(supervisor.getByText('A programme manager does this.')).toBeVisible()
  const finance = await as('finance')
  expect((await finance.goto(round))?.status(), 'what is under way does not exist for others').toBe(404)
  const manager = await as('manager')
  await openFitting(manager, round)
  await manager.getByRole('button', { name: 'Publish round' }).click()
  await expect(manager.getByText('Published and locked.')).toBeVisible()

  await openFitting(finance, base)
  await expect(finance.getByText('Round 210, figures of 25 November 2026')).toBeVisible()
  await expect(finance.getByRole('link', { name: 'Al-Falluja: 77 families' })).toBeVisible()
  // Circles may lie over one another on so small a map; the keyboard reaches each.
  await finance.getByRole('link', { name: `${largest?.name_en}: 40 families` }).press('Enter')
  await expect(finance.getByRole('heading', { name: 'Trend' })).toBeVisible()
  await expect(finance.getByRole('link', { name: '25 Nov 2026: 40 families' }).first()).toBeVisible()
  const sheet = await finance.request.get(`${round}/export?as=csv`)
  expect(await sheet.text()).toContain('families_x6')
})

test('an admin loads boundaries: a file with latitude first is refused in words, the right one is drawn', async ({
  as,
}) => {
  const box = (west: number, south: number) => [
    [west, south],
    [west + 0.5, south],
    [west + 0.5, south + 0.5],
    [west, south + 0.5],
    [west, south],
  ]
  const districts = {
    Q01: [43.6, 33.1],
    Q02: [40.8, 34.2],
    Q03: [43, 33.2],
    Q04: [40, 32.8],
    Q05: [41.7, 34.2],
    Q06: [42.2, 33.9],
    Q07: [42.5, 33.4],
  }
  const file = (turn: (position: number[]) => number[]) => ({
    name: 'anbar.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        features: Object.entries(districts).map(([code, [west = 0, south = 0]]) => ({
          type: 'Feature',
          properties: { ADM2_PCODE: `IQG01${code}` },
          geometry: { type: 'Polygon', coordinates: [box(west, south).map(turn)] },
        })),
      }),
    ),
  })
  const page = await as('admin', withoutScripts)
  await openFitting(page, `${base}/boundaries`, false)
  const load = async (turn: (position: number[]) => number[]) => {
    await page.locator('input[type=file]').setInputFiles(file(turn))
    await page.getByRole('button', { name: 'Load file' }).click()
  }
  await load((position) => position.toReversed())
  await expect(page.getByText('latitude stands before longitude').first()).toBeVisible()
  await load((position) => position)
  await expect(page.getByText('7 boundaries were loaded')).toBeVisible()
  const scripted = await as('admin')
  await openFitting(scripted, `${base}/boundaries`)
  await openFitting(scripted, base)
  await expect(scripted.getByText('drawn schematically')).toHaveCount(0)
})

test('on a phone, in Arabic, with and without scripts', async ({ as, ownerSql }) => {
  const [round] = await ownerSql`select id from displacement_rounds where number = 135`
  const [site] =
    await ownerSql`select id from monitored_locations where position_district_pcode <> district_pcode limit 1`
  const [row] = await ownerSql`select import_id || '_' || position as id, import_id from displacement_import_rows
    where finding = 'unknown_place' limit 1`
  const paths = [
    base,
    `${base}?population=returnee`,
    `${base}/rounds`,
    `${base}/rounds/${round?.id}`,
    `${base}/rounds/${round?.id}/locations?only=missing`,
    `${base}/rounds/${round?.id}/locations/${site?.id}`,
    `${base}/imports/${row?.import_id}`,
    `${base}/queue`,
    `${base}/queue/${row?.id}`,
    `${base}/locations?only=astray`,
    `${base}/locations/${site?.id}`,
    `${base}/locations/new?row=${row?.id}`,
    `${base}/areas/IQG01Q01`,
  ]
  const page = await as('analyst', { ...phone, ...arabic })
  for (const path of paths) await openFitting(page, path)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const plain = await as('caseworker', { ...phone, ...arabic, ...withoutScripts })
  for (const path of paths.filter((one) => !one.includes('/new'))) await openFitting(plain, path, false)
  expect((await plain.goto(`${base}/locations/new`))?.status()).toBe(404)
  expect((await plain.goto(`${base}/boundaries`))?.status()).toBe(404)
})
