// A district announces a meeting and moves it; the calendar to which a resident has subscribed follows.
import ICAL from 'ical.js'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, localDate } from '#kernel'
import type { Product } from '../product.ts'
import { usedProduct } from '../used-product.ts'
import { chromiumPath, startBrowser, visitor } from './browser.ts'
import { seen } from './seen.ts'
import { signIn } from './use-product.ts'

const office = 'akim.315400000'
const words = {
  kk: { open: 'хабарландыру жазылмаған', reason: 'Ауыл мектебі жөндеуде', announced: 'хабарланды' },
  ru: { open: 'объявление не написано', reason: 'Школа села на ремонте', announced: 'объявлено' },
} as const

describe.skipIf(!chromiumPath)('a moved meeting', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  for (const [language, script] of [
    ['kk', true],
    ['ru', false],
  ] as const)
    test(`in ${language}, script ${script ? 'on' : 'off'}`, { timeout: 120_000 }, async () => {
      const house = await usedProduct()
      const contexts = await Promise.all(
        [390, 1280, 1280].map((width) => visitor(browser, { script, width })),
      )
      for (const context of contexts) context.setDefaultTimeout(10_000)
      const [resident, author, signer] = (await Promise.all(contexts.map((one) => one.newPage()))) as [
        Page,
        Page,
        Page,
      ]
      try {
        await theMove(house, { resident, author, signer }, language)
      } finally {
        await Promise.all(contexts.map((one) => one.close()))
        await house.close()
      }
    })
})

async function theMove(
  house: Product,
  { resident, author, signer }: Record<'resident' | 'author' | 'signer', Page>,
  language: 'kk' | 'ru',
) {
  const say = words[language]
  const list = `${house.url}/${language}/office/${office}/meetings`
  await signIn(author, house, language, 'district')
  await signIn(signer, house, language, 'district-signer')
  await author.goto(list)
  await seen(author)
  const row = author.locator('.meeting-rows li', { hasText: say.open }).last().locator('a')
  const page = new URL((await row.getAttribute('href'))!, house.url).href
  const id = page.split('/').at(-1)!

  // The resident subscribes to the place before anything is announced.
  await resident.goto(`${house.url}/${language}/meetings/${id}`)
  const feed = await resident.locator('a[href^="/feeds/places/"]').first().getAttribute('href')
  const before = await eventIn(house, feed!, id)

  await author.goto(`${page}/details`)
  await seen(author)
  for (const [field, value] of [
    ['venue.name.kk', 'Мәдениет үйі'],
    ['venue.name.ru', 'Дом культуры'],
    ['venue.address.kk', 'Абай көшесі, 1'],
    ['venue.address.ru', 'улица Абая, 1'],
  ] as const)
    await author.fill(`[id="${field}"]`, value)
  await author.click('#details button[type=submit]')
  await author.goto(`${page}/notice`)
  await seen(author)
  await author.click('#notice button[type=submit]')
  await signer.goto(`${page}/publish`)
  await seen(signer)
  await signer.click('#publish button[type=submit]')
  expect(await signer.locator('main').textContent()).toContain(say.announced)

  // Proposed by one, signed by the other; until then nothing has changed.
  const to = addDays(before.day, -1)
  await author.goto(`${page}/move`)
  await seen(author)
  await author.fill('#day', to)
  await author.fill('[id="reason.kk"]', words.kk.reason)
  await author.fill('[id="reason.ru"]', words.ru.reason)
  await author.click('#move button[type=submit]')
  expect((await eventIn(house, feed!, id)).day).toBe(before.day)
  await signer.goto(page)
  await seen(signer)
  await signer.click('#sign-change button[type=submit]')

  const after = await eventIn(house, feed!, id)
  expect([after.uid, after.day]).toEqual([before.uid, to])
  expect(after.sequence).toBeGreaterThan(before.sequence)
  await resident.reload()
  await seen(resident)
  expect(await resident.locator('.change s').count()).toBe(1)
  expect(await resident.locator('.change').textContent()).toContain(say.reason)
}

/** The one event of a meeting in the feed, as a calendar reads it. */
async function eventIn(house: Product, feed: string, id: string) {
  const text = await (await fetch(new URL(feed, house.url))).text()
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
    .filter(({ uid }) => uid.startsWith(`${id}@`))
  expect(events).toHaveLength(1)
  const { uid, sequence, startDate } = events[0]!
  return { uid, sequence, day: localDate(startDate.toString().slice(0, 10)) }
}
