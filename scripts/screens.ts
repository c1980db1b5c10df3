// Takes the pictures of docs/screens/ in Chromium and runs axe over each page (npm run screens).
//   [--only names] [--out folder] [--dark]
// The product itself is started over an empty folder, on a fixed day, and its demonstration is shown.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { startBrowser } from '../test/journeys/browser.ts'
import { openProduct } from '../test/product.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: 'docs/screens' },
    dark: { type: 'boolean', default: false },
  },
})

/** A page by its address after the language, or by the first link on the page before it that looks so. */
type Shot = readonly [name: string, page: string | RegExp]

const region = '/office/akim.310000000'
const district = '/office/akim.315400000'

/** Who looks (null: anybody) and what is seen; four pictures each, and not more than 200 in all. */
const sights: readonly (readonly [login: string | null, shots: readonly Shot[]])[] = [
  [
    null,
    [
      ['home', '/'],
      ['search', '/search?q=су'],
      ['place-problems', '/places/315432100'],
      ['problem', /\/problems\/[^/]+$/],
      ['pool', /\/pool$/],
      ['doors', '/ask'],
      ['ask', '/places/315432100/ask'],
      ['receipt', '/receipt'],
      ['national', '/calendar'],
      ['region', '/places/310000000'],
      ['calendar', '/calendars/310000000/2026'],
      ['meeting', /\/meetings\/[^#]+$/],
      ['why', /\/why\/[^/]+\/akim/],
      ['announced', '/meetings/m-315431000-315431500-2026-H2'],
      ['kit', /\/kit$/],
      ['changes', '/calendars/310000000/2026/releases/2/changes'],
      ['place', '/places/315453300'],
      ['district', '/places/315400000'],
      ['poll', /\/polls\/[^/]+$/],
      ['demand', '/demands/demonstration-demand-2'],
      ['demand-new', '/places/315400000/demand'],
      ['schedule', '/schedule'],
      ['law', '/law'],
      ['act', '/law/A826'],
      ['provision', '/law/norms/A826E2-2.1.c'],
      ['sign-in', '/sign-in'],
    ],
  ],
  [
    'district',
    [
      ['office-today', district],
      ['office-part', `${district}/calendars/2027/part`],
      ['office-meetings', `${district}/meetings`],
      ['office-meeting', /\/meetings\/(?!new)[^/?]+$/],
      ['office-notice', /\/meetings\/[^/?]+\/notice$/],
      ['office-bench', `${district}/requests`],
      ['office-group', /\/requests\/groups\/[^/?]+$/],
      ['office-entry', `${district}/requests/new`],
      ['office-brought', `${district}/requests/import`],
      ['office-commission', `${district}/commission`],
      ['office-pools', `${district}/pools`],
      ['office-pool', /\/pool$/],
      ['office-demands', `${district}/demands`],
      ['office-demand', `${district}/demands/demonstration-demand-1`],
      ['office-import', `${district}/import`],
    ],
  ],
  [
    'author',
    [
      ['office-calendar', `${region}/calendars/2027`],
      ['office-move', /\/calendars\/2027\/meetings\//],
      ['office-plan', `${region}/calendars/2027/plan`],
    ],
  ],
  [
    'district-signer',
    [
      ['office-sign', district],
      ['office-people', `${district}/people`],
    ],
  ],
  ['government', [['office-deliveries', '/office/government/deliveries/2026']]],
  ['ministry', [['office-proposal', '/office/health/schedule/2027-H1']]],
  ['authorised-body', [['office-schedule', '/office/authorised-body/schedule/2027-H1']]],
  [
    'administrator',
    [
      ['operator', '/office/operator'],
      ['operator-days-off', '/office/operator/holidays'],
    ],
  ],
]
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const
const languages = ['kk', 'ru'] as const
const only = values.only?.split(',')

// In December the next year's calendar and the next half-year's schedule are being made.
const product = await openProduct('2026-12-03T05:00:00.000Z')
const base = product.url
mkdirSync(values.out, { recursive: true })
// Pictures of pages that are gone would stay for ever.
if (!only)
  for (const file of readdirSync(values.out)) if (file.endsWith('.png')) rmSync(`${values.out}/${file}`)
const browser = await startBrowser()

let taken = 0
let wrong = 0
const complain = (words: string) => {
  wrong++
  console.log(words)
}

/** Goes to the page; false when there is none, or no link leads there. */
async function visit(tab: Page, language: string, to: string | RegExp): Promise<boolean> {
  if (typeof to === 'string') {
    return (await tab.goto(`${base}/${language}${to}`))?.ok() ?? false
  }
  const links = await tab.$$eval('main a, .office-bar a', (all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  )
  const found = links.find((link) => to.test(link))
  if (found === undefined) return false
  await tab.goto(found)
  return true
}

/** Paper and ink need few colours; a quarter of the bytes. */
async function write(file: string, picture: Buffer): Promise<void> {
  await sharp(picture)
    .png({ palette: true, colours: 128, dither: 0, effort: 8 })
    .toFile(`${values.out}/${file}`)
  taken++
}

async function shoot(tab: Page, file: string): Promise<void> {
  await tab.evaluate(() => document.fonts.ready)
  const { width } = tab.viewportSize()!
  const height = await tab.evaluate(() => document.documentElement.scrollHeight)
  // A long list says nothing more after its beginning.
  const clip = { x: 0, y: 0, width, height: Math.min(height, 2_400) }
  await write(file, await tab.screenshot({ fullPage: true, clip }))
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

async function signIn(tab: Page, login: string): Promise<void> {
  const { password } = product.accounts.find((account) => account.login === login)!
  await tab.goto(`${base}/kk/sign-in`)
  await tab.fill('#login', login)
  await tab.fill('#password', password)
  await tab.click('main form button')
  await tab.waitForURL(/\/(office|account)/)
}

for (const [login, shots] of sights) {
  if (only && !shots.some(([name]) => only.includes(name))) continue
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'ru-KZ' })
  const tab = await context.newPage()
  if (login) await signIn(tab, login)
  for (const colorScheme of values.dark ? (['light', 'dark'] as const) : (['light'] as const)) {
    await tab.emulateMedia({ colorScheme })
    for (const size of sizes) {
      await tab.setViewportSize(size)
      for (const language of languages)
        for (const [name, to] of shots) {
          if (!(await visit(tab, language, to))) {
            complain(`${name}-${language}: no such page`)
            continue
          }
          if (!only || only.includes(name))
            await shoot(tab, `${name}-${language}-${size.width}${colorScheme === 'dark' ? '-dark' : ''}.png`)
        }
    }
  }
  await context.close()
}
// The picture of the README: what a resident of a village sees first, when the minister has been there.
product.goTo('2026-12-09T05:00:00.000Z')
const first = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'kk-KZ' })
await first.goto(`${base}/kk/places/315453300`)
await write('readme.png', await first.screenshot())
await browser.close()
await product.close()
console.log(`${taken} pictures in ${values.out}; ${wrong} findings`)
process.exitCode = wrong === 0 ? 0 : 1
