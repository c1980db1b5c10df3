// A resident asks from a telephone: without script from the form to the receipt and back by its code; with script the
// same form keeps what was typed, works for its proof and waits for a lost line.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath } from './browser.ts'
import { useProduct } from './use-product.ts'

const village = '315430100'
const words = {
  kk: {
    typed: 'Мектеп көшесіндегі су сорғысы бұзылды. Хабарласыңыз: 8 701 123 45 67.',
    shown: 'Мектеп көшесіндегі су сорғысы бұзылды.',
    sealed: '8 701 123 45 67: телефон',
    waits: 'әлі ешкім қараған жоқ',
    unknown: 'Мұндай код табылмады',
  },
  ru: {
    typed: 'На улице Школьной сломалась водокачка. Звоните: 8 701 123 45 67.',
    shown: 'На улице Школьной сломалась водокачка.',
    sealed: '8 701 123 45 67: телефон',
    waits: 'ещё никто не смотрел',
    unknown: 'Такого кода нет',
  },
} as const

/** Nothing for axe to say, and nothing to scroll sideways. */
async function isFit(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

describe.skipIf(!chromiumPath)('a resident asks', () => {
  const product = useProduct()

  test.each(['kk', 'ru'] as const)('without script, in %s', { timeout: 60_000 }, async (language) => {
    const say = words[language]
    const context = await product.visitor({ script: false })
    const page = await context.newPage()
    await page.goto(`${product.url}/${language}/places/${village}`)
    await page.click(`a[href="/${language}/ask?place=${village}"]`)
    await page.click(`a[href="/${language}/places/${village}/ask"]`)
    await page.fill('#words', say.typed)
    await page.click('button[value=preview]')
    expect(await page.textContent('blockquote')).toContain(`${say.shown} `)
    expect(await page.textContent('.covered')).toContain(say.sealed)
    await page.click('button[value=send]')
    const code = await page.textContent('#receipt-code')
    expect(code).toMatch(/^(\w{4} ){3}\w{4}$/)
    expect(await page.content()).not.toContain('701')

    await page.goto(`${product.url}/${language}/receipt`)
    await page.fill('#code', 'ABCD 0000 ABCD 0000')
    await page.click('#receipt button')
    expect(await page.textContent('#code-error')).toContain(say.unknown)
    await page.fill('#code', code!.toLowerCase())
    await page.click('#receipt button')
    expect(page.url()).toBe(`${product.url}/${language}/receipt`)
    const way = await page.textContent('main')
    expect(way).toContain(say.shown)
    expect(way).toContain(say.waits)
    expect(way).not.toContain('701')
    await context.close()
  })

  test('with script: kept, worked for, and sent once the line is back', { timeout: 60_000 }, async () => {
    const context = await product.visitor({})
    const page = await context.newPage()
    const form = `${product.url}/ru/places/${village}/ask`
    await page.goto(form)
    await isFit(page)
    // What lay there for more than a week goes; what is younger stays.
    await page.evaluate(() => {
      for (const days of [6, 8])
        localStorage.setItem(
          `kezdesu-ask /places/${days}/ask`,
          JSON.stringify({ at: Date.now() - days * 86_400_000, fields: { key: `${days}`, words: 'x' } }),
        )
    })
    await page.reload()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['kezdesu-ask /places/6/ask'])
    await page.evaluate(() => localStorage.clear())
    await page.fill('#words', words.ru.typed)
    await page.waitForSelector('#kept:visible')

    // The telephone went dark; what was typed is there again, also in the other language.
    await page.goto(form.replace('/ru/', '/kk/'))
    await page.click('[data-restore]')
    expect(await page.inputValue('#words')).toBe(words.ru.typed)
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=proof]')!.value !== '')
    await page.goto(form)
    await page.click('[data-restore]')
    await page.click('button[value=preview]')
    await isFit(page)
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=proof]')!.value !== '')

    await context.setOffline(true)
    await page.click('button[value=send]')
    await page.waitForSelector('#no-line:visible')
    await context.setOffline(false)
    await page.waitForSelector('#receipt-code')
    // Only who came without work is told that the commission looks first.
    expect(await page.textContent('main')).not.toContain('Сначала текст посмотрит человек')
    await isFit(page)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await context.close()
  })
})
