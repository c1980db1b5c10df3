// The office plans its year: a date is dragged, seen for what it breaks and costs, locked, and the year planned again.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '../product.ts'
import { usedProduct } from '../used-product.ts'
import { chromiumPath, startBrowser, visitor } from './browser.ts'
import { seen } from './seen.ts'
import { signIn } from './use-product.ts'

const region = 'akim.310000000'
const district = 'akim.315400000'
const words = {
  kk: { dayOff: 'Демалыс күні.', locked: 'құлыпталған', away: 'әкім болмайды', taken: 'жобаға түсті' },
  ru: { dayOff: 'Выходной день.', locked: 'закреплена', away: 'акима нет', taken: 'перешли в проект' },
} as const

describe.skipIf(!chromiumPath)('planning the year', () => {
  let browser: Browser
  let house: Product
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  for (const language of ['kk', 'ru'] as const) {
    test(`in ${language}, with the mouse and the keyboard`, { timeout: 120_000 }, async () => {
      house = await usedProduct()
      try {
        const context = await visitor(browser, { width: 1280 })
        context.setDefaultTimeout(10_000)
        const page = await context.newPage()
        const faults: string[] = []
        page.on('pageerror', (fault) => faults.push(fault.message))
        // A form that comes back with 422 is part of the story, and the browser notes it.
        page.on('console', (line) => {
          if (line.type() === 'error' && !line.text().includes('422')) faults.push(line.text())
        })
        await theYear(page, language)
        expect(faults).toEqual([])
        await context.close()
      } finally {
        await house.close()
      }
    })
    test(`in ${language}, without script`, { timeout: 120_000 }, async () => {
      house = await usedProduct()
      try {
        const context = await visitor(browser, { script: false, width: 1280 })
        context.setDefaultTimeout(10_000)
        await withoutScript(await context.newPage(), language)
        await context.close()
      } finally {
        await house.close()
      }
    })
  }

  async function drafted(page: Page, language: 'kk' | 'ru'): Promise<string> {
    house.goTo('2026-12-20T05:00:00.000Z')
    await signIn(page, house, language, 'author')
    const calendar = `${house.url}/${language}/office/${region}/calendars/2027`
    await page.goto(`${calendar}/plan`)
    await seen(page)
    await page.locator('.alternative form button').first().click()
    await page.getByRole('status').filter({ hasText: words[language].taken }).waitFor()
    await seen(page)
    return calendar
  }

  async function theYear(page: Page, language: 'kk' | 'ru') {
    const say = words[language]
    const calendar = await drafted(page, language)
    const { month, meeting } = await aMonth(page, calendar)
    await seen(page)
    const link = page.locator(`a[data-meeting="${meeting}"]`)
    const old = (await link.locator('xpath=ancestor::td').getAttribute('data-day'))!
    const panel = page.locator('#drag-panel')
    expect(await panel.isVisible()).toBe(false)

    // With the mouse to a Sunday: what it breaks and costs stands there before anything is saved.
    const sunday = page.locator('td.month-off[data-day]').last()
    await drag(page, link, sunday)
    await panel.getByText(say.dayOff).waitFor()
    expect(await panel.locator('[data-costs] li').count()).toBeGreaterThan(0)
    await seen(page)
    await page.keyboard.press('Escape')
    expect(await panel.isVisible()).toBe(false)

    // With the keyboard to a working day: Space, arrows, Enter, the reason, the button.
    await link.focus()
    await page.keyboard.press('Space')
    expect(await panel.isVisible()).toBe(true)
    const target = await workingDay(page, old)
    for (const key of keysTo(old, target)) await page.keyboard.press(key)
    expect(await panel.locator('[name=day]').inputValue()).toBe(target)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason')
    // A forgotten reason is asked for on the page of the meeting, and the new day is not lost.
    await panel.locator('button[type=submit]').click()
    await page.locator('#reason-error').waitFor()
    expect(await page.inputValue('#day')).toBe(target)
    await page.fill('#reason', 'Мектеп залы бос емес')
    await page.locator('form.deed button[type=submit]').first().click()
    await page.waitForURL(/said=moved/)
    await page.goto(`${calendar}?month=${month}&akim=${district}`)
    const cell = page.locator(`td[data-day="${target}"]`)
    expect(await cell.locator(`a[data-meeting="${meeting}"]`).count()).toBe(1)

    // Locked, the akim away on that very day: planned again, it alone stays.
    await page.locator(`li.entry a[href$="/${meeting}"]`).click()
    await page.locator('form[action*="/locks/"] button').click()
    await page.goto(`${calendar}?month=${month}&akim=${district}`)
    expect(await page.locator('li.entry', { hasText: say.locked }).count()).toBe(1)
    const others = page.locator('td[data-day] a[data-meeting]')
    const away = await other(others, meeting)
    await page.goto(`${calendar}/plan/akims/${district}/wishes`)
    await seen(page)
    for (const [row, day] of [target, away].entries()) {
      await page.fill(`[name="away-${row}-first"]`, day)
      await page.fill(`[name="away-${row}-last"]`, day)
      await page.click('form.wishes button')
      if (row === 0) await page.goto(`${calendar}/plan/akims/${district}/wishes`)
    }
    await seen(page)
    await page.goto(`${calendar}/plan`)
    await page.locator('#ways a[href*="least-disturbance"]').first().click()
    await seen(page)
    expect(await page.locator('ul.changes li', { hasText: say.away }).count()).toBeGreaterThan(0)
    await page.locator('form[action$="/take"] button').click()
    await page.getByRole('status').filter({ hasText: say.taken }).waitFor()
    await page.goto(`${calendar}?month=${month}&akim=${district}`)
    expect(await page.locator(`td[data-day="${target}"] a[data-meeting="${meeting}"]`).count()).toBe(1)
    expect(await page.locator(`td[data-day="${away}"] a[data-meeting]`).count()).toBe(0)
  }

  async function withoutScript(page: Page, language: 'kk' | 'ru') {
    const say = words[language]
    const calendar = await drafted(page, language)
    const { meeting } = await aMonth(page, calendar)
    expect(await page.locator('#drag-panel').isVisible()).toBe(false)
    await page.locator(`li.entry a[href$="/${meeting}"]`).click()
    await page.fill('#day', '2027-06-06')
    await page.fill('#reason', 'Мектеп залы бос емес')
    await page.click('button[formaction]')
    await page.locator('#effect').getByText(say.dayOff).waitFor()
    expect(await page.inputValue('#reason')).toBe('Мектеп залы бос емес')
    await seen(page)
    await page.fill('#day', '2027-06-03')
    await page.locator('form.deed button[type=submit]').first().click()
    await page.waitForURL(/said=moved/)
  }
})

/** A month of the spring in which the akim of the district has meetings on two days, shown with his alone. */
async function aMonth(page: Page, calendar: string): Promise<{ month: number; meeting: string }> {
  for (const month of [3, 4, 5, 6]) {
    await page.goto(`${calendar}?month=${month}&akim=${district}`)
    const days = await page.locator('td[data-day]:has(a[data-meeting])').count()
    if (days < 2) continue
    const meeting = await page.locator('a[data-meeting]').first().getAttribute('data-meeting')
    return { month, meeting: meeting! }
  }
  throw new Error('no month with two days of meetings')
}

async function drag(page: Page, from: ReturnType<Page['locator']>, to: ReturnType<Page['locator']>) {
  await page.locator('table.month').evaluate((grid) => grid.scrollIntoView({ block: 'start' }))
  const [a, b] = [(await from.boundingBox())!, (await to.boundingBox())!]
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move(a.x + a.width / 2 + 10, a.y + a.height / 2 + 10, { steps: 3 })
  await page.mouse.move(b.x + b.width / 2, b.y + 12, { steps: 5 })
  await page.mouse.up()
}

/** A working day of the month on which nothing stands yet, another than this. */
async function workingDay(page: Page, not: string): Promise<string> {
  const free = page.locator('td[data-day]:not(.month-off):not(:has(a))')
  const days = await free.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-day')!))
  return days.find((day) => day > not) ?? days[0]!
}

/** The day of another meeting than this one. */
async function other(links: ReturnType<Page['locator']>, meeting: string): Promise<string> {
  const days = await links.evaluateAll(
    (all, id) =>
      all
        .filter((link) => link.getAttribute('data-meeting') !== id)
        .map((link) => link.closest('td')!.getAttribute('data-day')!),
    meeting,
  )
  return days[0]!
}

/** Arrow keys from one day of a month to another. */
function keysTo(from: string, to: string): string[] {
  const days = Number(to.slice(8)) - Number(from.slice(8))
  const key = days < 0 ? 'ArrowLeft' : 'ArrowRight'
  return Array.from({ length: Math.abs(days) }, () => key)
}
