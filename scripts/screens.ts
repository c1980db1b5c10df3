// Takes the pictures of docs/screens/ in Chromium and runs axe over each page.
//   node --import ./src/jsx.ts scripts/screens.ts [base address] [--only name] [--out folder]
// Without an address it shows the pages of the page tests' small register.
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { getRequestListener } from '@hono/node-server'
import { chromium } from 'playwright-core'
import { webApp } from '#web'
import { houseWith } from '../test/web/house.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: 'docs/screens' },
    dark: { type: 'boolean', default: true },
  },
})

/** Name of the picture, and the page after the language. */
const pages: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['search', '/search?q=Акт'],
  ['search-none', '/search?q=Кокбука'],
  ['region', '/places/310000000'],
  ['district', '/places/315400000'],
  ['place', '/places/315432100'],
  ['calendar', '/calendars/310000000/2026?unit=315432000'],
  ['meeting', '/meetings/m-2026-007'],
  ['law', '/law'],
  ['act', '/law/A826'],
  ['provision', '/law/norms/A826E2-2.1.c'],
  ['why', '/why/A826-2.1.appr/akim.310000000/-/2027'],
  ['demonstration', '/demonstration'],
  ['about', '/about'],
  ['not-found', '/places/999999999'],
]
const widths = [390, 1280] as const
const languages = ['kk', 'ru'] as const

async function serve(): Promise<{ base: string; close: () => void }> {
  const [given] = positionals
  if (given) return { base: given.replace(/\/$/, ''), close: () => {} }
  const server = createServer(getRequestListener(webApp(houseWith()).fetch))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

const { base, close } = await serve()
mkdirSync(values.out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
let serious = 0
for (const scheme of values.dark ? (['light', 'dark'] as const) : (['light'] as const))
  for (const width of widths) {
    const context = await browser.newContext({
      viewport: { width, height: width === 390 ? 844 : 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      deviceScaleFactor: 1,
    })
    const tab = await context.newPage()
    for (const language of languages)
      for (const [name, path] of pages) {
        if (values.only && !values.only.split(',').includes(name)) continue
        await tab.goto(`${base}/${language}${path}`)
        await tab.evaluate(() => document.fonts.ready)
        const file = `${name}-${language}-${width}${scheme === 'dark' ? '-dark' : ''}.png`
        await tab.screenshot({ path: `${values.out}/${file}`, fullPage: true })
        const wide = await tab.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        const { violations } = await new AxeBuilder({ page: tab }).analyze()
        for (const { id, impact, nodes } of violations)
          console.log(
            `${file}: ${impact} ${id}: ${nodes
              .map(({ target }) => target.join(' '))
              .slice(0, 3)
              .join('; ')}`,
          )
        serious += violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').length
        if (wide > 0) console.log(`${file}: ${wide}px too wide`)
      }
    await context.close()
  }
await browser.close()
close()
console.log(`pictures in ${values.out}; ${serious} serious findings`)
process.exitCode = serious === 0 ? 0 : 1
