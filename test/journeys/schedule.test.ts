// A minister's half-year: from the proposals of ministries to the Government's approval and the page that everybody reads.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import type { Product } from '../product.ts'
import { chromiumPath, startBrowser } from './browser.ts'
import { Desks, productWithSeats } from './desks.ts'
import { seen } from './seen.ts'

const region = '310000000'
const district = '315400000'
const period = '2027-H1'
const words = {
  kk: {
    returned: 'Уәкілетті орган ұсынысты қайтарды',
    outside: 'аралығында болуы керек',
    raised: 'ашық мәселелер',
    another: 'қайта қарайды',
    published: 'Кесте жарияланды',
    ministry: 'Денсаулық сақтау министрлігі',
    agreed: 'Өңір әкімдігімен келісілді',
  },
  ru: {
    returned: 'Уполномоченный орган вернул предложение',
    outside: 'День должен быть',
    raised: 'открытые вопросы',
    another: 'пересмотрит день',
    published: 'График опубликован',
    ministry: 'Министерство здравоохранения',
    agreed: 'Согласовано с акиматом региона',
  },
} as const

describe.skipIf(!chromiumPath)('the ministers’ schedule', () => {
  let browser: Browser
  beforeAll(async () => void (browser = await startBrowser()))
  afterAll(() => browser?.close())

  for (const language of ['kk', 'ru'] as const)
    for (const script of [false, true])
      test(`in ${language}, script ${script ? 'on' : 'off'}`, { timeout: 300_000 }, async () => {
        const house = await productWithSeats('2026-11-24T05:00:00.000Z' as Instant, async () =>
          ['water', 'transport'].map((office) => ({ login: `${office}-signer`, office, role: 'signer' })),
        )
        const desks = new Desks(browser, house, language, script)
        try {
          await theHalfYear(house, desks, language)
        } finally {
          await desks.close()
          await house.close()
        }
      })
})

async function theHalfYear(house: Product, desks: Desks, language: 'kk' | 'ru') {
  const say = words[language]
  const at = (office: string) => `${house.url}/${language}/office/${office}/schedule/${period}`
  const press = (page: Page, form: string) => page.click(`#${form} button[type=submit]`)

  // The ministry: what came back is put right, and a meeting more; a day outside the half-year comes back as typed.
  const ministry = await desks.open('ministry', 390)
  await ministry.goto(`${house.url}/${language}/office/health/schedule`)
  await ministry.click(`a[href$="/schedule/${period}"]`)
  expect(await ministry.textContent('main')).toContain(say.returned)
  await ministry.locator('#visits .row-name').first().click()
  await ministry.selectOption('#unit', region)
  await press(ministry, 'change')
  await ministry.click('a.button[href$="/new"]')
  await ministry.selectOption('#choose-region', region)
  await ministry.click('form[method=get] button')
  expect(await ministry.textContent('#raised')).toContain(say.raised)
  await ministry.selectOption('#unit', district)
  await ministry.fill('#day', '2027-08-10')
  await ministry.selectOption('#sphere', 'health')
  await ministry.fill('[id="venue.kk"]', 'Аудандық аурухана')
  await ministry.fill('[id="venue.ru"]', 'Районная больница')
  await ministry.fill('[id="why.kk"]', 'Дәрігер жетіспейді')
  await ministry.fill('[id="why.ru"]', 'Не хватает врачей')
  await press(ministry, 'add')
  expect(await ministry.textContent('#day-error')).toContain(say.outside)
  expect(await ministry.inputValue('[id="why.ru"]')).toBe('Не хватает врачей')
  expect(await ministry.inputValue('#unit')).toBe(district)
  await ministry.fill('#day', '2027-03-10')
  await press(ministry, 'add')
  expect(await ministry.locator('#visits li').count()).toBe(3)
  await seen(ministry)
  await press(ministry, 'send')

  // The authorised body takes both proposals and sends the draft round.
  const authorised = await desks.open('authorised-body')
  for (const body of ['health', 'water']) {
    await authorised.goto(`${at('authorised-body')}/proposals/${body}`)
    await press(authorised, 'take')
  }
  await press(authorised, 'circulate')
  expect(await authorised.locator('#close').count()).toBe(0)

  // Three ministries agree by their signers; the akimat of one region answers.
  for (const [login, body] of [
    ['ministry-signer', 'health'],
    ['water-signer', 'water'],
    ['transport-signer', 'transport'],
  ] as const) {
    const signer = await desks.open(login)
    await signer.goto(at(body))
    await press(signer, 'agree')
  }
  const akimat = await desks.open('signer', 390)
  await akimat.goto(at(`akim.${region}`))
  await akimat.click('#visits li:has-text("10") .row-name')
  expect(await akimat.textContent('#object')).toContain(say.another)
  await akimat.fill('#number', '05-12/31')
  await press(akimat, 'answer')
  expect(await akimat.textContent('#visits')).toContain('05-12/31')

  // Agreed, submitted, approved by the Government, published by another person of the authorised body.
  await authorised.goto(at('authorised-body'))
  await press(authorised, 'close')
  await authorised.fill('#number', '12-03/900')
  await press(authorised, 'submit')
  const government = await desks.open('government-signer')
  await government.goto(at('government'))
  await government.fill('#number', '777')
  await press(government, 'approve')
  await authorised.goto(at('authorised-body'))
  expect(await authorised.locator('#publish').count()).toBe(0)
  const publisher = await desks.open('authorised-body-signer')
  await publisher.goto(at('authorised-body'))
  await press(publisher, 'publish')
  expect(await publisher.textContent('.said')).toContain(say.published)

  // Everybody reads it: by ministry, by region, the meeting's own page, and the feed for a telephone.
  const reader = await desks.open(null, 390)
  await reader.goto(`${house.url}/${language}/schedule/${period}`)
  expect(await reader.textContent('main')).toContain(say.ministry)
  expect(await reader.textContent('main')).toContain(say.agreed)
  await seen(reader)
  const feed = await reader.request.get(`${house.url}/feeds/offices/health.ics`)
  expect(await feed.text()).toContain('DTSTART;TZID=Asia/Almaty:20270310T110000')
  await reader.goto(`${house.url}/${language}/schedule/${period}?by=region`)
  await reader.locator(`tr:has-text("${say.ministry}") a`).last().click()
  expect(await reader.textContent('h1')).toContain(say.ministry)
  expect(reader.url()).toContain('/meetings/v-')
}
