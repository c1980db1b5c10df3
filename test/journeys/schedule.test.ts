// A minister's half-year: from the proposals of ministries to the Government's approval and the page that everybody reads.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '#cli'
import { loadDemonstration } from '#flows'
import { type Instant, localDate } from '#kernel'
import { openStorage } from '#storage'
import { readDemonstration, readDemonstrationMap } from '#territory'
import { chance, root, serve } from '../../src/serve.ts'
import { books } from '../demonstration.ts'
import { chromiumPath, startBrowser, visitor } from './browser.ts'

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
        const house = await openHouse()
        const contexts: BrowserContext[] = []
        const open = async (login: string | null, width = 1280): Promise<Page> => {
          const context = await visitor(browser, { script, width })
          contexts.push(context)
          context.setDefaultTimeout(15_000)
          const page = await context.newPage()
          if (login === null) return page
          await page.goto(`${house.url}/${language}/sign-in`)
          await page.fill('#login', login)
          await page.fill('#password', house.passwords.get(login)!)
          await page.click('form.sign-in button')
          return page
        }
        try {
          await theHalfYear(house, open, language, script)
        } finally {
          for (const context of contexts) await context.close()
          await house.close()
        }
      })
})

async function theHalfYear(
  house: House,
  open: (login: string | null, width?: number) => Promise<Page>,
  language: 'kk' | 'ru',
  script: boolean,
) {
  const say = words[language]
  const at = (office: string) => `${house.url}/${language}/office/${office}/schedule/${period}`
  const press = (page: Page, form: string) => page.click(`#${form} button[type=submit]`)

  // The ministry: what came back is put right, and a meeting more; a day outside the half-year comes back as typed.
  const ministry = await open('ministry', 390)
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
  if (script) await noSeriousFault(ministry)
  await press(ministry, 'send')

  // The authorised body takes both proposals and sends the draft round.
  const authorised = await open('authorised-body')
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
    const signer = await open(login)
    await signer.goto(at(body))
    await press(signer, 'agree')
  }
  const akimat = await open('signer', 390)
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
  const government = await open('government-signer')
  await government.goto(at('government'))
  await government.fill('#number', '777')
  await press(government, 'approve')
  await authorised.goto(at('authorised-body'))
  expect(await authorised.locator('#publish').count()).toBe(0)
  const publisher = await open('authorised-body-signer')
  await publisher.goto(at('authorised-body'))
  await press(publisher, 'publish')
  expect(await publisher.textContent('.said')).toContain(say.published)

  // Everybody reads it: by ministry, by region, the meeting's own page, and the feed for a telephone.
  const reader = await open(null, 390)
  await reader.goto(`${house.url}/${language}/schedule/${period}`)
  expect(await reader.textContent('main')).toContain(say.ministry)
  expect(await reader.textContent('main')).toContain(say.agreed)
  if (script) await noSeriousFault(reader)
  const feed = await reader.request.get(`${house.url}/feeds/offices/health.ics`)
  expect(await feed.text()).toContain('DTSTART;TZID=Asia/Almaty:20270310T110000')
  await reader.goto(`${house.url}/${language}/schedule/${period}?by=region`)
  await reader.locator(`tr:has-text("${say.ministry}") a`).last().click()
  expect(await reader.textContent('h1')).toContain(say.ministry)
  expect(reader.url()).toContain('/meetings/v-')
}

/** axe works by script in the page. */
async function noSeriousFault(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

type House = Awaited<ReturnType<typeof openHouse>>

/** The demonstration, with signers in two more ministries. */
async function openHouse() {
  const home = mkdtempSync(join(tmpdir(), 'kezdesu-schedule-'))
  const now = '2026-11-24T05:00:00.000Z' as Instant
  const today = localDate('2026-11-24')
  const storage = await openStorage({
    home,
    databaseUrl: undefined,
    log: { info: () => {}, warn: () => {} },
  })
  const passwords = new Map<string, string>()
  try {
    const loaded = await loadDemonstration(storage, books(), chance, {
      units: readDemonstration(join(root, 'data/demonstration/territory.yaml')),
      map: readDemonstrationMap(join(root, 'data/demonstration/map.yaml')),
      today: localDate('2026-11-23'),
      at: '2026-11-23T05:00:00.000Z' as Instant,
    })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
    for (const { login, password } of loaded.value) passwords.set(login, password)
    for (const office of ['water', 'transport']) {
      const login = `${office}-signer`
      await (
        await commands.account()
      ).account(
        storage,
        { deed: 'add', login, person: `Қол қоюшы: ${office} (көрсетілім)`, office, role: 'signer' },
        { at: now, today, ...chance, print: (line) => passwords.set(login, line.split(/\s+/)[1]!) },
      )
    }
  } finally {
    await storage.close()
  }
  const running = await serve({
    home,
    databaseUrl: undefined,
    host: '127.0.0.1',
    port: 0,
    origin: null,
    proxies: 0,
    empty: false,
    clock: () => now,
    log: pino({ level: 'silent' }),
  })
  return {
    url: running.url,
    passwords,
    async close() {
      await running.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
