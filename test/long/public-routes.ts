// The public pages of a running product: every route of the server, each with some of the pages that stand behind it.
import { webApp } from '#web'
import { houseWith } from '../web/house.ts'

/** Routes that only a token or a sign-in opens; their own page tests read them. */
const closed = [
  '/account',
  '/invitation/:token',
  '/sign-in/factor',
  '/sign-in/provider/start',
  '/subscriptions/:token',
]
/** Where the walk begins beside the home page: what no link leads to, and places of the demonstration full of things. */
const beginnings = [
  '/sign-in',
  '/subscribe/asked',
  '/subscriptions/ended',
  '/places/999999999',
  '/search?q=Акт',
  '/places/315400000',
  '/places/315430000',
  '/schedule/2026-H2/releases/1',
]
const language = '/:language{(kk|ru|en)}'

/** Every public route of the server below the language, as it is written there. */
export const publicRoutes = (): string[] => [
  ...new Set(
    webApp(houseWith())
      .routes.filter(({ method, path }) => method === 'GET' && path.startsWith(language))
      .map(({ path }) => path.slice(language.length) || '/')
      .filter((path) => !path.startsWith('/office') && !closed.includes(path)),
  ),
]

export type Page = { readonly path: string; readonly route: string; readonly html: string }

/**
 * Walks the links of the site from its home, reading at most so many pages of each route.
 *
 * Throws when a link of the site leads to nothing.
 */
export async function walk(site: string, tongue: 'kk' | 'ru' | 'en', most: number): Promise<Page[]> {
  // The route with the fewest holes is the one that answers.
  const routes = publicRoutes().sort((a, b) => a.split(':').length - b.split(':').length)
  const matchers = routes.map((route) => ({
    route,
    regexp: new RegExp(`^${route.replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`),
  }))
  const routeOf = (pathname: string) => matchers.find(({ regexp }) => regexp.test(pathname))?.route ?? null
  const count = new Map<string, number>()
  const seen = new Set<string>()
  const pages: Page[] = []
  const waiting = ['/', ...beginnings].map((path) => `/${tongue}${path}`)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname, search } = new URL(path, site)
    const route = routeOf(pathname.slice(3) || '/')
    const known = beginnings.includes(path.slice(3))
    if (!route || seen.has(pathname + search) || (!known && (count.get(route) ?? 0) >= most)) continue
    seen.add(pathname + search)
    count.set(route, (count.get(route) ?? 0) + 1)
    const answer = await fetch(new URL(path, site))
    if (answer.status !== 200 && !known) throw new Error(`${path} answers ${answer.status}`)
    const html = await answer.text()
    pages.push({ path, route, html })
    for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"#]+)/g)) {
      const link = href!.replaceAll('&amp;', '&')
      if (link.startsWith(`/${tongue}/`)) waiting.push(link)
    }
  }
  return pages
}
