// Reading a page in a test: its headings, its text, and what makes it sound HTML.

export type ReadPage = {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** Texts of the headings of a level, in order. */
  readonly headings: (level: 1 | 2 | 3 | 4) => string[]
  /** Everything a reader sees, white space folded. */
  readonly text: string
  readonly links: string[]
}

type App = { request: (path: string, init?: RequestInit) => Response | Promise<Response> }

export async function readPage(app: App, path: string, init?: RequestInit): Promise<ReadPage> {
  const response = await app.request(path, init)
  const html = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    html,
    headings: (level) =>
      [...html.matchAll(new RegExp(`<h${level}[^>]*>(.*?)</h${level}>`, 'gs'))].map(([, text]) =>
        plain(text!),
      ),
    text: plain(html.replace(/<head>.*?<\/head>/s, '')),
    links: [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href]) => unescape(href!)),
  }
}

const unescape = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const plain = (html: string) =>
  unescape(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .replaceAll('\u2060', '')
    .trim()

/** What is unsound in a page; empty when nothing is. */
export function unsound(html: string): string[] {
  const wrong: string[] = []
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)].map(([, name, attributes]) => ({
    name: name!,
    attributes: new Map(
      [...attributes!.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, value ?? '']),
    ),
  }))
  const all = (attribute: string) => tags.flatMap(({ attributes }) => attributes.get(attribute) ?? [])
  const ids = all('id')
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) wrong.push(`id twice: ${id}`)
  for (const name of ['aria-describedby', 'aria-labelledby', 'for'])
    for (const id of all(name).flatMap((value) => value.split(' ')))
      if (!ids.includes(id)) wrong.push(`${name} of nothing: ${id}`)
  for (const href of all('href'))
    if (href === '' || (href.startsWith('#') && !ids.includes(href.slice(1))))
      wrong.push(`link to nothing: ${href}`)
  if (tags.filter(({ name }) => name === 'h1').length !== 1) wrong.push('not exactly one h1')
  if (tags.filter(({ name }) => name === 'main').length !== 1) wrong.push('not exactly one main')
  const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
  levels.forEach(
    (level, at) => level > (levels[at - 1] ?? 1) + 1 && wrong.push(`h${level} after h${levels[at - 1]}`),
  )
  if (!/^<!doctype html><html lang="(kk|ru|en)">/.test(html)) wrong.push('no language')
  if (!/<title>[^<]+<\/title>/.test(html)) wrong.push('no title')
  const labelled = new Set(all('for'))
  for (const { name, attributes } of tags) {
    const field = ['input', 'select', 'textarea'].includes(name) && attributes.get('type') !== 'hidden'
    if (field && !labelled.has(attributes.get('id') ?? '')) wrong.push(`no label: ${attributes.get('name')}`)
    // A block of data is no script.
    const data = name === 'script' && attributes.get('type') === 'application/ld+json'
    if ((name === 'script' && !data) || name === 'style') wrong.push(`a ${name} in the page`)
    for (const attribute of attributes.keys())
      if (attribute === 'style' || /^on[a-z]/i.test(attribute)) wrong.push(`${attribute} on ${name}`)
  }
  if (/\b(undefined|NaN|\[object)\b/.test(html)) wrong.push('a value that is none')
  return wrong
}
