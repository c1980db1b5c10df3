// From the village page to the published year and back: a resident and an office in a real browser.
import ICAL from 'ical.js'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '../product.ts'
import { usedProduct } from '../used-product.ts'
import { chromiumPath, startBrowser, visitor } from './browser.ts'
import { seen } from './seen.ts'
import { signIn } from './use-product.ts'

/** Zhambyl region; the village is Qumaryq of Merke district, typed without its letters or in Latin ones. */
const region = '310000000'
const words = {
  kk: {
    typed: 'кумарык',
    found: 'Құмарық ауылы',
    pending: 'мерзімі келген жоқ',
    met: 'орындалды',
    moved: 'ауыстырылған',
  },
  ru: {
    typed: 'Kumaryk',
    found: 'село Кумарык',
    pending: 'срок не наступил',
    met: 'исполнено',
    moved: 'перенесена',
  },
} as const

describe.skipIf(!chromiumPath)('first light', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  for (const language of ['kk', 'ru'] as const)
    for (const script of [false, true])
      test(`in ${language}, script ${script ? 'on' : 'off'}`, { timeout: 120_000 }, async () => {
        const house = await usedProduct()
        const people = await peopleOf(browser, script)
        try {
          await theYear(house, people, language)
        } finally {
          await people.close()
          await house.close()
        }
      })
})

type People = {
  readonly resident: Page
  readonly author: Page
  readonly maslikhat: Page
  readonly signer: Page
  close(): Promise<void>
}

async function peopleOf(browser: Browser, script: boolean): Promise<People> {
  const contexts: BrowserContext[] = []
  const page = async (width: number) => {
    const context = await visitor(browser, { script, width })
    contexts.push(context)
    context.setDefaultTimeout(10_000)
    return context.newPage()
  }
  return {
    resident: await page(390),
    author: await page(1280),
    maslikhat: await page(390),
    signer: await page(1280),
    close: async () => void (await Promise.all(contexts.map((context) => context.close()))),
  }
}

async function theYear(house: Product, people: People, language: 'kk' | 'ru') {
  const { resident, author, maslikhat, signer } = people
  const say = words[language]
  const at = (path: string) => `${house.url}/${language}${path}`

  // A resident finds the village by a name typed without its letters, sees the next meeting and why it is owed.
  await resident.goto(`${house.url}/${language}/`)
  await seen(resident)
  await resident.fill('main input[name=q]', say.typed)
  await resident.press('main input[name=q]', 'Enter')
  await seen(resident)
  await resident.getByRole('link', { name: say.found }).first().click()
  await seen(resident)
  expect(await resident.locator('h1').textContent()).toContain(say.found)
  const place = new URL(resident.url()).pathname
  await resident.locator('a.why[href*="/meetings/"]').first().click()
  await seen(resident)
  await resident.locator('#why a[href*="/law/norms/"]').first().click()
  await seen(resident)

  // The office: what is owed, then the year 2027 drafted in January.
  house.goTo('2027-01-05T05:00:00.000Z')
  await signIn(author, house, language, 'author')
  expect(new URL(author.url()).pathname).toBe(`/${language}/office/akim.${region}`)
  await seen(author)
  const calendar = at(`/office/akim.${region}/calendars/2027`)
  await author.goto(calendar)
  expect(await approval(house)).toBe('pending')
  expect(await author.locator('.desk').textContent()).toContain(say.pending)
  await author.click('form#draft button')
  await seen(author)

  // A date is moved; a day that does not fit is refused and nothing typed is lost.
  const entry = author.locator('li.entry', { hasText: say.found }).first()
  await openMonthWith(author, calendar, say.found)
  const old = await author
    .locator('li.entry', { hasText: say.found })
    .first()
    .locator('a')
    .getAttribute('href')
  await entry.locator('a').click()
  await seen(author)
  await author.fill('#day', '2028-03-01')
  await author.fill('#reason', 'Ауыл мектебі жөндеуде')
  await author.click('form.deed button[type=submit]')
  expect(await author.locator('.error').count()).toBe(1)
  expect(await author.inputValue('#reason')).toBe('Ауыл мектебі жөндеуде')
  await author.fill('#day', '2027-03-31')
  await author.fill('#start', '15:00')
  await author.click('form.deed button[type=submit]')
  expect(await author.locator('li.entry', { hasText: say.moved }).count()).toBe(1)

  // Sent, received by the maslikhat's own account, approved by another person than the author, published, submitted.
  await author.goto(calendar)
  await author.click('form#send button')
  expect(await author.locator('#send-number-error').count()).toBe(1)
  await author.fill('#send-number', '1-05/7')
  await author.click('form#send button')
  expect(await author.locator('form#approve').count()).toBe(0)
  await signIn(maslikhat, house, language, 'maslikhat')
  await maslikhat.goto(at(`/office/maslikhat.${region}/calendars/2027`))
  await seen(maslikhat)
  await maslikhat.fill('#answer-number', '12')
  await maslikhat.click('form#answer button')
  await signIn(signer, house, language, 'signer')
  await signer.goto(calendar)
  await signer.fill('#approve-number', '3')
  await signer.click('form#approve button')
  expect(await approval(house)).toBe('met')
  expect(await signer.locator('.desk').textContent()).toContain(say.met)
  await seen(signer)
  await signer.click('form#publish button')
  await signer.fill('#submit-number', '1-05/9')
  await signer.click('form#submit button')
  expect(await verdictOn(house, 'A826-2.2')).toBe('met')

  // The resident sees the new date, and so does his phone.
  await resident.goto(`${house.url}${place}?year=2027`)
  const meeting = old!.split('/').at(-1)!
  await resident.locator(`a[href$="/meetings/${meeting}"]`).first().click()
  await seen(resident)
  expect(await resident.locator('main').textContent()).toContain('15:00')
  expect(await resident.locator('main').textContent()).toContain('Ауыл мектебі жөндеуде')
  const code = place.split('/').at(-1)!
  const feed = await (await fetch(`${house.url}/feeds/places/${code}.ics?lang=${language}`)).text()
  const events = new ICAL.Component(ICAL.parse(feed))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
  const moved = events.find(({ uid }) => uid.startsWith(`${meeting}@`))
  expect(moved?.startDate.toString()).toBe('2027-03-31T15:00:00')
}

/** Shows the month in which the place has its first meeting of the draft. */
async function openMonthWith(page: Page, calendar: string, place: string) {
  for (let month = 1; month <= 12; month++) {
    await page.goto(`${calendar}?month=${month}`)
    if ((await page.locator('li.entry', { hasText: place }).count()) > 0) return
  }
  throw new Error(`no meeting in ${place}`)
}

const approval = (house: Product) => verdictOn(house, 'A826-2.1.appr')

async function verdictOn(house: Product, norm: string): Promise<string | undefined> {
  const response = await fetch(`${house.url}/api/v1/offices/akim.${region}/verdicts`)
  const { verdicts } = (await response.json()) as {
    verdicts: { norm: string; period: string; verdict: string }[]
  }
  return verdicts.find((one) => one.norm === norm && one.period === '2027')?.verdict
}
