// Residents demand a meeting: raised, supported, registered, decided, and held outside the calendar for all to see.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumPath } from './browser.ts'
import { seen } from './seen.ts'
import { signIn, useProduct } from './use-product.ts'

const office = 'akim.315400000'
const threshold = 3
const words = {
  kk: {
    typed: 'Ауылдағы дәріхана жабылды, енді не болады? Хабарласу: 8 701 123 45 67. Кездесу керек.',
    shown: 'Ауылдағы дәріхана жабылды, енді не болады?',
    withdrawn: 'Қолдауыңыз қайтарылды',
    waits: 'әлі қараған жоқ',
    registered: 'Шешім күтілуде',
    accepted: 'Қабылданды',
    law: 'мерзімі келген жоқ',
  },
  ru: {
    typed: 'Аптека в селе закрылась, что дальше? Звоните: 8 701 123 45 67. Нужна встреча.',
    shown: 'Аптека в селе закрылась, что дальше?',
    withdrawn: 'Ваша поддержка снята',
    waits: 'ещё не проверил',
    registered: 'Ждёт решения',
    accepted: 'Принято',
    law: 'срок не наступил',
  },
} as const

describe.skipIf(!chromiumPath)('residents demand a meeting', () => {
  const house = useProduct({ demands: { threshold } })

  for (const language of ['kk', 'ru'] as const)
    for (const script of [false, true])
      test(`in ${language}, script ${script ? 'on' : 'off'}`, { timeout: 240_000 }, async () => {
        const say = words[language]
        const at = (path: string) => `${house.url}/${language}${path}`
        const open = async (width = 390): Promise<Page> => {
          const context = await house.visitor({ script, width })
          context.setDefaultTimeout(20_000)
          return context.newPage()
        }

        // A resident types a telephone; the preview shows it covered, and so it goes out.
        const first = await open()
        await first.goto(at('/places/315400000'))
        await first.click('a[href$="/places/315400000/demand"]')
        await seen(first)
        await first.fill('#words', 'тым аз')
        await first.click('#demand button')
        expect(await first.locator('#words-error').count()).toBe(1)
        expect(await first.inputValue('#words')).toBe('тым аз')
        await first.fill('#words', say.typed)
        await first.click('#demand button')
        await seen(first)
        const preview = await first.locator('.demand-words').textContent()
        expect(preview).toContain(say.shown)
        expect(preview).not.toContain('701')
        await first.click('#demand button[value="send"]')
        await seen(first)
        await first.click('main a.button')
        const demand = first.url()
        // Its words wait for the office, its count does not.
        expect(await text(first)).toContain(say.waits)
        expect(await text(first)).not.toContain(say.shown)

        // The same browser again is refused; another one is not, and takes its support back by its code.
        await first.click('#support button')
        expect(await first.locator('#support-error').count()).toBe(1)
        const second = await open()
        await second.goto(demand)
        await seen(second)
        await second.click('#support button')
        const code = (await second.locator('#receipt-code').textContent())!.toLowerCase()
        await second.goto(demand)
        await second.click('details summary')
        await second.fill('#code', 'no such code')
        await second.click('#withdraw button')
        expect(await second.inputValue('#code')).toBe('no such code')
        await second.fill('#code', code)
        await second.click('#withdraw button')
        expect(await text(second)).toContain(say.withdrawn)

        // Two more make it enough.
        for (const page of [second, await open()]) {
          await page.goto(demand)
          await page.click('#support button')
          expect(await page.locator('#receipt-code').count()).toBe(1)
        }
        await first.goto(demand)
        expect(await text(first)).toContain(say.registered)

        // The office shows the words and drafts an answer; another person signs it.
        const id = demand.split('/').at(-1)!
        const desk = at(`/office/${office}`)
        const author = await open(1280)
        await signIn(author, house, language, 'district')
        await author.goto(`${desk}/demands`)
        await seen(author)
        await author.click(`a[href$="/demands/${id}"]`)
        await author.click('#show button')
        await author.click('#draft button')
        expect(await author.locator('#draft .error').count()).toBe(2)
        await author.fill('[name="reason.kk"]', 'Дәріхана туралы бірге шешеміз.')
        await author.fill('[name="reason.ru"]', 'Об аптеке решим вместе.')
        await author.click('#draft button')
        await seen(author)
        await author.click('#decide button')
        expect(await author.locator('#decide .error').count()).toBe(1)
        const signer = await open()
        await signIn(signer, house, language, 'district-signer')
        await signer.goto(`${desk}/demands/${id}`)
        await signer.click('#decide button')
        await first.goto(demand)
        expect(await text(first)).toContain(say.accepted)
        expect(await text(first)).toContain(say.shown)

        // The author plans the meeting; it is announced by its notice.
        await author.goto(`${desk}/demands/${id}`)
        await author.fill('[name="day"]', '2026-12-18')
        await author.click('#meet button')
        await author.click('main a.button')
        const meeting = author.url()
        await author.goto(`${meeting}/details`)
        for (const [name, value] of Object.entries(details)) await fill(author, name, value)
        await author.click('form#details button[type="submit"]')
        await author.goto(`${meeting}/notice`)
        await fill(author, 'text.kk', 'Дәріхана туралы кездесу.')
        await fill(author, 'text.ru', 'Встреча об аптеке.')
        await author.click('form#notice button[type="submit"]')
        await signer.goto(`${meeting}/publish`)
        await signer.click('form#publish button[type="submit"]')

        await first.goto(demand)
        await seen(first)
        await first.click(`a[href*="/meetings/${meeting.split('/').at(-1)}"]`)
        expect(await text(first)).toContain(language === 'kk' ? 'Дәріхана' : 'аптек')
        await first.goto(demand)
        await first.click(`a[href*="/why/A826-3.1.a/"]`)
        expect(first.url()).toContain(id)
        expect(await text(first)).toContain(say.law)
        await Promise.all([first, second, author, signer].map((page) => page.context().close()))
      })
})

const details = {
  'venue.name.kk': 'Мәдениет үйі',
  'venue.name.ru': 'Дом культуры',
  'venue.address.kk': 'Абай көшесі, 1',
  'venue.address.ru': 'улица Абая, 1',
  'agenda.0.kind': 'questions',
  'agenda.0.title.kk': 'Дәріхана',
  'agenda.0.title.ru': 'Об аптеке',
  'agenda.0.minutes': '90',
} as const

async function fill(page: Page, name: string, value: string) {
  const field = page.locator(`[name="${name}"]`)
  if ((await field.evaluate((it) => it.tagName)) === 'SELECT') await field.selectOption(value)
  else await field.fill(value)
}

const text = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
