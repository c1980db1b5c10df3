// The region puts the year of all its offices together: parts sent, given back, filled in; then to the Government.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demandsOf } from '#flows'
import { type Instant, localDate } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import { books } from '../demonstration.ts'
import type { Product } from '../product.ts'
import { chromiumPath, startBrowser } from './browser.ts'
import { Desks, productWithSeats } from './desks.ts'
import { seen } from './seen.ts'

const region = '310000000' as UnitCode
const akim = `akim.${region}`
const words = {
  kk: {
    gaveBack: 'Наурыз мейрамы күні кездесу тұр, ауыстырыңыз',
    states: { sent: 'қарауға келді', taken: 'күнтізбеге енгізілді', planned: 'бағдарлама толтырды' },
    both: 'Қазір жазылғаны',
    changes: 'не өзгерді',
  },
  ru: {
    gaveBack: 'Встреча стоит в праздник, перенесите её',
    states: {
      sent: 'пришла на рассмотрение',
      taken: 'включена в календарь',
      planned: 'заполнена программой',
    },
    both: 'Записано сейчас',
    changes: 'что изменилось',
  },
} as const

describe.skipIf(!chromiumPath)('assembling a calendar', () => {
  let browser: Browser
  beforeAll(async () => void (browser = await startBrowser()))
  afterAll(() => browser?.close())

  for (const language of ['kk', 'ru'] as const)
    for (const script of [false, true])
      test(`in ${language}, script ${script ? 'on' : 'off'}`, { timeout: 420_000 }, async () => {
        const house = await openHouse()
        const desks = new Desks(browser, house, language, script)
        try {
          await theYear(house, desks, language)
        } finally {
          await desks.close()
          await house.close()
        }
      })
})

type House = Product & {
  /** Who owes meetings of 2027, and the first five of them below the region. */
  readonly owing: readonly OfficeId[]
  readonly below: readonly OfficeId[]
}

/** With an author in each of five offices below the region and one at the Government. */
async function openHouse(): Promise<House> {
  const today = '2026-12-01'
  let owing: OfficeId[] = []
  const below = () => owing.filter((office) => office !== akim).slice(0, 5)
  const product = await productWithSeats(`${today}T05:00:00.000Z` as Instant, async (storage) => {
    owing = await storage.readPublic(async ({ territory }) => {
      const units = await territory.subtree(region, localDate(today))
      const offices = await territory.officesBelow(region, localDate(today))
      return [...new Set(demandsOf(books().law, units, offices, 2027).map(({ office }) => office))]
    })
    const seats = below().map((office, at) => ({ login: `office${at}`, office, role: 'author' as const }))
    return [...seats, { login: 'kabinet', office: 'government', role: 'author' }]
  })
  return { ...product, owing, below: below() }
}

async function theYear(house: House, desks: Desks, language: 'kk' | 'ru') {
  const say = words[language]
  const desk = (office: string) => `${house.url}/${language}/office/${office}`
  const calendar = `${desk(akim)}/calendars/2027`
  const part = (office: string) => `${desk(office)}/calendars/2027/part`
  expect(house.owing.length).toBeGreaterThanOrEqual(12)

  // The region asks; a day that is too late is refused beside its field.
  const author = await desks.open('author')
  await author.goto(calendar)
  await seen(author)
  await author.fill('#ask-day', '2026-11-01')
  await author.click('form#ask button')
  expect(await author.locator('form#ask .error').count()).toBe(1)
  await author.fill('#ask-day', '2026-12-20')
  await author.click('form#ask button')
  await seen(author)
  expect(await author.locator('.parts-table tbody tr').count()).toBe(house.owing.length)

  // Five offices begin with the planner's days and send their parts; the district moves one first.
  const offices: Page[] = []
  for (const [at, office] of house.below.entries()) {
    const page = await desks.open(`office${at}`, at === 1 ? 390 : 1280)
    offices.push(page)
    await page.goto(`${desk(office)}/calendars`)
    await page.locator('a.row-name', { hasText: '2027' }).click()
    expect(page.url()).toBe(part(office))
    await page.click('form#begin button')
    if (at < 2) await seen(page)
    if (at > 0) await page.click('form#send-part button')
  }
  const [first, second] = offices as [Page, Page]
  const meetings = first.locator('#meetings li.entry')
  await meetings.first().locator('a').click()
  await seen(first)

  // A colleague has the same form open; he is shown both versions and decides.
  const colleague = await desks.open('office0')
  await colleague.goto(first.url())
  await first.fill('#day', '2027-12-28')
  await first.fill('#start', '11:00')
  await first.fill('#reason', 'Мектеп жөнделуде')
  await first.click('form#move button')
  await seen(first)
  await colleague.fill('#day', '2027-12-29')
  await colleague.fill('#reason', 'Клуб бос')
  await colleague.click('form#move button')
  expect(await colleague.locator('.both').textContent()).toContain(say.both)
  expect(await colleague.locator('.both').textContent()).toContain('Мектеп жөнделуде')
  expect(await colleague.locator('.both').textContent()).toContain('Клуб бос')
  await seen(colleague)
  expect(await colleague.inputValue('#day')).toBe('2027-12-29')
  await colleague.click('form#move button')
  await first.goto(part(house.below[0]!))
  expect(await first.locator('#meetings').textContent()).toContain('Клуб бос')
  await first.click('form#send-part button')
  await seen(first)

  // One part goes back with a reason, is put right and comes again; then all are taken.
  const inHand = (office: string) => `${calendar}/parts/${office}`
  await author.goto(inHand(house.below[1]!))
  await seen(author)
  await author.click('form#return button')
  expect(await author.locator('#return-reason-error').count()).toBe(1)
  await author.fill('#return-reason', say.gaveBack)
  await author.click('form#return button')
  await second.goto(part(house.below[1]!))
  await seen(second)
  expect(await second.locator('main').textContent()).toContain(say.gaveBack)
  await second.locator('#meetings li.entry a').first().click()
  await second.fill('#day', '2027-05-20')
  await second.fill('#reason', 'Мереке күні емес')
  await second.click('form#move button')
  await second.click('form#send-part button')
  for (const office of house.below) {
    await author.goto(inHand(office))
    await author.click('form#take button')
  }
  await seen(author)
  expect(await author.locator('.parts-table .stand-taken').count()).toBe(5)

  // Who has not answered is filled by the planner after the day; before that the draft cannot go on.
  expect(await author.locator('form#fill').count()).toBe(0)
  expect(await author.locator('form#send').count()).toBe(0)
  house.goTo('2026-12-21T05:00:00.000Z')
  await desks.signIn(author, 'author')
  await author.goto(calendar)
  await author.click('form#fill button')
  expect(await author.locator('.parts-table .stand-planned').count()).toBe(house.owing.length - 5)
  await author.goto(`${calendar}/quota`)
  await seen(author)
  expect(await author.locator('table.quota .warn').count()).toBe(0)

  // To the maslikhat, approved, published, submitted; received by the Government and presented.
  const maslikhat = await desks.open('maslikhat', 390)
  const signer = await desks.open('signer')
  await toRelease(author, maslikhat, signer, calendar, `${desk(`maslikhat.${region}`)}/calendars/2027`)
  await signer.fill('#submit-number', '1-05/9')
  await signer.click('form#submit button')
  expect(await verdictOn(house, 'A826-2.2')).toBe('met')
  const government = await desks.open('kabinet')
  await government.goto(`${desk('government')}/deliveries/2027`)
  await seen(government)
  await government.fill(`#receive-${region}`, 'К-17')
  await government.click('form#receive button')
  await government.fill('#forward-number', 'К-20')
  await government.click('form#forward button')
  await seen(government)
  expect(await government.locator('main').textContent()).toContain('К-20')

  // A gap is made and closed with one click, in a correction; the public page tells what changed.
  house.goTo('2027-01-20T05:00:00.000Z')
  for (const [page, login] of [
    [author, 'author'],
    [maslikhat, 'maslikhat'],
    [signer, 'signer'],
  ] as const)
    await desks.signIn(page, login)
  await author.goto(calendar)
  await author.fill('#correct-reason', 'Жол жөндеу (көрсетілім)')
  await author.click('form#correct button')
  await seen(author)
  const silent = house.owing.filter((office) => office !== akim).at(-1)!
  const entries = author.locator('li.entry')
  for (let month = 2; month <= 12; month++) {
    await author.goto(`${calendar}?akim=${silent}&month=${month}`)
    if ((await entries.count()) > 0) break
  }
  await entries.first().locator('a').click()
  await seen(author)
  await author.fill('#drop-reason', 'Клуб жабық')
  await author.click('form#drop button')
  await author.goto(`${calendar}/quota?akim=${silent}`)
  await seen(author)
  expect(await author.locator('table.quota .warn').count()).toBe(1)
  await author.click('#gaps form button')
  expect(await author.locator('table.quota .warn').count()).toBe(0)
  await toRelease(author, maslikhat, signer, calendar, `${desk(`maslikhat.${region}`)}/calendars/2027`)

  const resident = await desks.open(null, 390)
  await resident.goto(`${house.url}/${language}/calendars/${region}/2027`)
  await resident.locator('a[href$="/releases/2/changes"]').click()
  await seen(resident)
  expect(await resident.locator('h1').textContent()).toContain(say.changes)
  expect(await resident.locator('main').textContent()).toContain('Жол жөндеу (көрсетілім)')
  expect(await resident.locator('main .rows li').count()).toBe(2)
  await resident.goto(`${house.url}/${language}/calendars/${region}/2027/releases/1`)
  await seen(resident)
  expect(await verdictOn(house, 'A826E2-2.1.cor.l')).toBe('met')
}

/** The way from a draft to a release: the maslikhat by its own account, approval by another person. */
async function toRelease(author: Page, maslikhat: Page, signer: Page, calendar: string, theirs: string) {
  await author.goto(calendar)
  await author.fill('#send-number', '1-05/8')
  await author.click('form#send button')
  await maslikhat.goto(theirs)
  await maslikhat.fill('#answer-number', '12')
  await maslikhat.click('form#answer button')
  await signer.goto(calendar)
  await signer.fill('#approve-number', '3')
  await signer.click('form#approve button')
  await signer.click('form#publish button')
}

async function verdictOn(house: House, norm: string): Promise<string | undefined> {
  const response = await fetch(`${house.url}/api/v1/offices/${akim}/verdicts`)
  const { verdicts } = (await response.json()) as {
    verdicts: { norm: string; period: string; verdict: string }[]
  }
  return verdicts.find((one) => one.norm === norm && one.period === '2027')?.verdict
}
