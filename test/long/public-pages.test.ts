// The public pages of the demonstration, all routes of them: sound HTML by the W3C's checker, and nothing serious by axe.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, startBrowser, visitor } from '../journeys/browser.ts'
import { type Product, openProduct } from '../product.ts'
import { type Page, publicRoutes, walk } from './public-routes.ts'

const languages = ['kk', 'ru', 'en'] as const
const hasJava = spawnSync('java', ['-version']).status === 0
/** Pages read of each route and language. */
const most = 4

type Finding = {
  readonly type: string
  readonly url?: string
  readonly message: string
  readonly extract?: string
}

/** What the checker says of these pages, all in one run: each message with the pages that it is about. */
function soundness(pages: readonly Page[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kezdesu-pages-'))
  try {
    const names = new Map(pages.map((page, at) => [`${at}.html`, page]))
    for (const [name, { html }] of names) writeFileSync(join(folder, name), html)
    const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
    const args = ['-Xss2m', '-jar', jar, '--format', 'json', '--exit-zero-always', folder]
    const { stderr } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 64 << 20 })
    const { messages } = JSON.parse(stderr) as { messages: Finding[] }
    const kept = messages.filter(({ message }) => !exceptions.some(({ says }) => says.test(message)))
    const byKind = new Map<string, string>()
    for (const { url, message, extract } of kept) {
      const page = names.get(url?.split('/').at(-1) ?? '')
      byKind.set(`${page?.route} ${message}`, `${page?.path}: ${extract ?? ''}`)
    }
    return [...byKind].map(([kind, where]) => `${kind} · ${where}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the checker says and we keep, each with its reason. */
const exceptions: readonly { readonly says: RegExp; readonly because: string }[] = [
  {
    says: /^Trailing slash on void elements/,
    because: 'preact writes them; every attribute is quoted, so they have no effect',
  },
]

describe('public pages', () => {
  let house: Product
  let pages: Page[]
  beforeAll(async () => {
    house = await openProduct()
    pages = (await Promise.all(languages.map((language) => walk(house.url, language, most)))).flat()
  })
  afterAll(() => house?.close())

  test('every public route is read, in three languages', () => {
    const read = (language: string) =>
      new Set(pages.filter(({ path }) => path.startsWith(`/${language}`)).map(({ route }) => route))
    for (const language of languages)
      expect(publicRoutes().filter((route) => !read(language).has(route))).toEqual([])
  })

  test.skipIf(!hasJava)('vnu finds nothing (skipped where there is no java)', { timeout: 300_000 }, () => {
    expect(soundness(pages).slice(0, 20)).toEqual([])
  })
  test.skipIf(!hasJava)('control: a seeded fault is found', () => {
    const [{ route, path, html }] = pages as [Page]
    const faulty = html.replace('<main', '<p><div id="x"></div></p><main')
    expect(soundness([{ route, path, html: faulty }]).length).toBeGreaterThan(0)
  })

  test.skipIf(!chromiumPath)('axe finds nothing serious', { timeout: 600_000 }, async () => {
    const browser = await startBrowser()
    try {
      const context = await visitor(browser, {})
      const tab = await context.newPage()
      const one = [
        ...new Map(
          pages
            .filter(({ path }) => !path.startsWith('/en'))
            .map((page) => [page.path.slice(0, 3) + page.route, page]),
        ).values(),
      ]
      const found: string[] = []
      for (const { path } of one) {
        await tab.goto(new URL(path, house.url).href)
        const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode().analyze()
        for (const { id, impact, nodes } of violations)
          if (impact === 'serious' || impact === 'critical') found.push(`${path} ${id}: ${nodes[0]?.html}`)
      }
      expect(found).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
