// Takes the pictures of docs/screens/ in Chromium and runs axe over each page (npm run screens).
//   [base address --login l --password p] [--only names] [--out folder] [--dark]
// Without an address the product itself is started over an empty folder, on a fixed day, and its demonstration is shown.
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { startBrowser } from '../test/journeys/browser.ts'
import { openProduct } from '../test/product.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: 'docs/screens' },
    login: { type: 'string' },
    password: { type: 'string' },
    dark: { type: 'boolean', default: false },
  },
})

/** A page by its address after the language, or by the first link on the page before it that looks so. */
type Shot = readonly [name: string, page: string | RegExp]

const publicPages: readonly Shot[] = [
  ['home', '/'],
  ['search', '/search?q=Акт'],
  ['search-none', '/search?q=Кокбука'],
  ['region', '/places/310000000'],
  ['calendar', /\/calendars\/310000000\/\d{4}$/],
  ['meeting', /\/meetings\/[^#]+$/],
  ['why', /\/why\/[^/]+\/akim/],
  ['district', '/places/315400000'],
  ['place', '/places/315453300'],
  ['law', '/law'],
  ['act', '/law/A826'],
  ['provision', '/law/norms/A826E2-2.1.c'],
  ['provision-notice', '/law/norms/A826-3.4.d.1'],
  ['doubts', '/law/doubts'],
  ['demonstration', '/demonstration'],
  ['about', '/about'],
  ['not-found', '/places/999999999'],
  ['sign-in', '/sign-in'],
]
const officePages: readonly Shot[] = [
  ['office-owed', '/office'],
  ['office-calendars', /\/office\/[^/]+\/calendars$/],
  ['office-calendar', /\/calendars\/\d{4}(\?|$)/],
  ['office-move', /\/calendars\/\d{4}\/meetings\//],
  ['office-meetings', /\/office\/[^/]+\/meetings$/],
  ['office-meeting', /\/office\/[^/]+\/meetings\/m[^/?]+$/],
]
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const
const languages = ['kk', 'ru'] as const
const only = values.only?.split(',')

type Site = {
  readonly base: string
  readonly login: string
  readonly password: string
  close(): Promise<void>
}

async function openSite(): Promise<Site> {
  const [given] = positionals
  if (given)
    return {
      base: given.replace(/\/$/, ''),
      login: values.login!,
      password: values.password!,
      close: async () => {},
    }
  const running = await openProduct()
  const { login, password } = running.accounts.find(({ role }) => role === 'author')!
  return { base: running.url, login, password, close: running.close }
}

const { base, login, password, close } = await openSite()
mkdirSync(values.out, { recursive: true })
const browser = await startBrowser()

let taken = 0
let wrong = 0
const complain = (words: string) => {
  wrong++
  console.log(words)
}

/** Goes to the page; false when no link leads there. */
async function visit(tab: Page, language: string, to: string | RegExp): Promise<boolean> {
  if (typeof to === 'string') {
    await tab.goto(`${base}/${language}${to}`)
    return true
  }
  const links = await tab.$$eval('main a, .office-bar a', (all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  )
  const found = links.find((link) => to.test(link))
  if (found === undefined) return false
  await tab.goto(found)
  return true
}

async function shoot(tab: Page, file: string): Promise<void> {
  await tab.evaluate(() => document.fonts.ready)
  const { width } = tab.viewportSize()!
  const height = await tab.evaluate(() => document.documentElement.scrollHeight)
  // A long list says nothing more after its beginning.
  const clip = { x: 0, y: 0, width, height: Math.min(height, 2_400) }
  await tab.screenshot({ path: `${values.out}/${file}`, fullPage: true, clip })
  taken++
  const over = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (over > 0) complain(`${file}: ${over}px too wide`)
  const { violations } = await new AxeBuilder({ page: tab }).analyze()
  for (const { id, impact, nodes } of violations)
    if (impact === 'serious' || impact === 'critical')
      complain(
        `${file}: ${impact} ${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join('; ')}`,
      )
}

async function signIn(tab: Page): Promise<void> {
  await tab.goto(`${base}/kk/sign-in`)
  await tab.fill('#login', login)
  await tab.fill('#password', password)
  await tab.click('main form button')
  await tab.waitForURL(/\/(office|account)/)
  for (const link of [/\/office\/[^/]+\/calendars$/, /\/calendars\/\d{4}(\?|$)/]) await visit(tab, 'kk', link)
  const draft = await tab.$('form#draft button')
  if (draft) await Promise.all([tab.waitForURL(/said=drafted/), draft.click()])
}

for (const scheme of values.dark ? (['light', 'dark'] as const) : (['light'] as const))
  for (const viewport of sizes) {
    const context = await browser.newContext({
      viewport,
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: 'ru-KZ',
    })
    const tab = await context.newPage()
    for (const shots of [publicPages, officePages]) {
      if (shots === officePages) await signIn(tab)
      for (const language of languages) {
        // The sign-in page gives a cookie of nobody.
        if (shots === publicPages) await context.clearCookies()
        for (const [name, to] of shots) {
          if (!(await visit(tab, language, to))) {
            complain(`${name}-${language}: nothing leads there`)
            continue
          }
          if (!only || only.includes(name))
            await shoot(tab, `${name}-${language}-${viewport.width}${scheme === 'dark' ? '-dark' : ''}.png`)
        }
      }
    }
    await context.close()
  }
// The picture of the README: what a resident of a village sees first.
const first = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'kk-KZ' })
await first.goto(`${base}/kk/places/315453300`)
await first.screenshot({ path: `${values.out}/readme.png` })
await browser.close()
await close()
console.log(`${taken} pictures in ${values.out}; ${wrong} findings`)
process.exitCode = wrong === 0 ? 0 : 1
