// What every page of a journey is looked at for.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** axe is script and needs a page that runs some; without script the page is the same to the letter. */
const runsScript = (page: Page): Promise<boolean> =>
  page.locator('html').evaluate(() => window.matchMedia('(scripting: enabled)').matches)

/** One heading, nothing wider than the screen, and nothing serious for who sees badly. */
export async function seen(page: Page): Promise<void> {
  expect(await page.locator('h1').count(), page.url()).toBe(1)
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
  if (!(await runsScript(page))) return
  // Our pages have no frames, for which axe would open a second page each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    page.url(),
  ).toEqual([])
}
