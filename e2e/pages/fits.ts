import { expect, type Page } from '@playwright/test'
import { expectNoBarriers } from './people'

/** Opens a page and holds it to the house's floor: it answers, passes axe and never scrolls sideways. */
export async function openFitting(page: Page, path: string, hasScripts = true): Promise<void> {
  expect((await page.goto(path))?.status(), path).toBe(200)
  // Without scripts in the page axe cannot run in it.
  if (hasScripts) await expectNoBarriers(page)
  const overflow = hasScripts
    ? await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    : 0
  expect(overflow, `${path} sideways`).toBeLessThanOrEqual(0)
}

/** Types a day, as `2026-11-24`, into the three fields of a date. */
export async function fillDay(page: Page, name: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  await page.locator(`[name="${name}.day"]`).fill(date)
  await page.locator(`[name="${name}.month"]`).fill(month)
  await page.locator(`[name="${name}.year"]`).fill(year)
}
