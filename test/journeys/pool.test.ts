// From one resident's words to a problem issue that everybody can read: written on a telephone without script, merged by
// the commission with what others wrote in Kazakh, approved by a second person, and found again by the receipt.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath } from './browser.ts'
import { signIn, useProduct } from './use-product.ts'

const office = 'akim.315400000'
const meeting = 'm-315400000-315430000-2026-H2'
const number = '8 701 555 04 39'
const typed = {
  ru: `Насос у моста в Мерке сгорел, напора нет. Звоните: ${number}.`,
  // The machine takes it for heating, and puts it apart.
  kk: 'Көпір жанындағы сорғы тоқтап, үйдегі жылу қазандығына су бармай тұр.',
}

describe.skipIf(!chromiumPath)('words become a problem issue', () => {
  const product = useProduct()

  const resident = async (): Promise<Page> => (await product.visitor({ script: false })).newPage()
  const ask = async (page: Page, language: 'kk' | 'ru') => {
    await page.goto(`${product.url}/${language}/meetings/${meeting}/ask`)
    await page.fill('#words', typed[language])
    await page.click('button[value=preview]')
    expect(await page.textContent('blockquote')).not.toContain('701')
    await page.click('button[value=send]')
    return (await page.textContent('#receipt-code'))!
  }
  const signedIn = async (login: string): Promise<Page> => {
    const page = await (await product.visitor({ script: false, width: 1280 })).newPage()
    await signIn(page, product, 'ru', login)
    return page
  }
  const way = async (page: Page, code: string) => {
    await page.goto(`${product.url}/ru/receipt`)
    await page.fill('#code', code)
    await page.click('#receipt button')
    return (await page.textContent('main'))!
  }

  test('and the number that came with them is read by nobody', { timeout: 240_000 }, async () => {
    const phone = await resident()
    const code = await ask(phone, 'ru')
    await ask(await resident(), 'kk')

    // The commission: two groups, two languages, one pump.
    const author = await signedIn('district')
    const bench = `${product.url}/ru/office/${office}/requests`
    await openAt(author, bench, 'қазандығына')
    const other = author.locator('li', { hasText: 'Питьевая вода: село Мерке' })
    await other.locator('form[action$="/deeds/merge"] button').first().click()
    await openAt(author, bench, 'Насос у моста')
    const merged = (await author.textContent('.bench-looked'))!
    expect(merged).toContain('қазандығына')
    expect(merged).not.toContain('701')
    await author.click('form[action$="/deeds/accept"] button')
    // Its author reads that somebody has looked, and how many write the same is told to nobody below five.
    expect(await way(phone, code)).toContain('Насос у моста')

    const pool = `${product.url}/ru/office/${office}/meetings/${meeting}/pool`
    await author.goto(pool)
    await author.click('form[action$="/pool/draft"] button')
    await author.click('.pool-lines a:has-text("Питьевая вода")')
    await author.fill('[name="title.kk"]', 'Мерке ауылындағы көпір жанындағы су сорғысы істемейді')
    await author.fill('[name="title.ru"]', 'Не работает водяной насос у моста в селе Мерке')
    await author.selectOption('[name="funding"]', 'yes')
    for (const quote of await author.locator('[name^="quote."]').all()) await quote.check()
    await author.check('[name="in"]')
    expect(await author.textContent('main')).not.toContain('701')
    await author.click('form[action*="/pool/lines/"] button[type="submit"]')
    // Who wrote it cannot approve it.
    await author.goto(`${pool}/approve`)
    expect(await author.locator('form[action$="/pool/approve"]').count()).toBe(0)
    const second = await signedIn('district-commission')
    await second.goto(`${pool}/approve`)
    expect(await second.textContent('main')).toContain('Не работает водяной насос')
    await second.click('form[action$="/pool/approve"] button')

    // The whole way, as far as it goes today.
    const told = await way(phone, code)
    expect(told).toContain('Не работает водяной насос у моста в селе Мерке')
    expect(told).not.toContain('701')
    const problem = phone.locator('main a[href*="/problems/"]').first()
    await problem.click()
    expect(await phone.textContent('h1')).toContain('Не работает водяной насос')
    await phone.goto(`${product.url}/kk/meetings/${meeting}/pool`)
    expect(await phone.textContent('main')).toContain('Мерке ауылындағы көпір жанындағы су сорғысы істемейді')
    expect(await phone.textContent('main')).toContain('қазандығына су бармай тұр')

    const read = await everything(product.url)
    expect(read.pages).toBeGreaterThan(100)
    expect(read.saying).toEqual([])
  })

  /** Goes along the queue of the bench to the group with these words. */
  async function openAt(page: Page, bench: string, words: string) {
    await page.goto(bench)
    const links = await page
      .locator('.bench-queue .queue a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    for (const link of links) {
      await page.goto(link)
      if ((await page.textContent('.bench-looked'))!.includes(words)) return
    }
    throw new Error(`nothing in the queue says: ${words}`)
  }
})

/** Whatever a visitor can reach by links, feeds and files among it: how many addresses, and those that say the number. */
async function everything(url: string, most = 300) {
  const waiting = ['/kk/', `/ru/meetings/${meeting}/pool`, '/ru/search?q=701', '/api/openapi.json']
  const seen = new Set(waiting)
  const saying: string[] = []
  let pages = 0
  for (let path = waiting.shift(); path !== undefined && pages < most; path = waiting.shift()) {
    pages++
    const answer = await fetch(url + path)
    const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    if (/701\D{0,3}555|5550439/.test(body)) saying.push(path)
    for (const [, found] of body.matchAll(/(?:href|src)="([^"#]+)/g)) {
      const next = found!.replaceAll('&amp;', '&').replace(url, '')
      if (!next.startsWith('/') || next.startsWith('/assets/') || seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return { pages, saying }
}
