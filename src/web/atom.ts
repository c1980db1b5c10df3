// News as Atom (RFC 4287) and as JSON Feed 1.1: the same items, two ways to write them down.
import type { Instant, Language } from '#kernel'

export type News = {
  readonly title: string
  readonly language: Language
  /** Where this feed is found; also its id. */
  readonly url: string
  /** The page that it speaks of. */
  readonly page: string
  /** The site's name: whoever reads several feeds sees whose this is. */
  readonly author: string
  readonly updated: Instant
  readonly items: readonly NewsItem[]
}

export type NewsItem = {
  /** Distinct for ever; becomes an id of the feed's host. */
  readonly id: string
  readonly url: string
  readonly title: string
  readonly text: string
  readonly at: Instant
}

/** Every address in it is absolute; no character is left that XML 1.0 does not know. */
export function atomFeed(news: News): string {
  const { title, language, url, page, author, updated, items } = news
  const host = new URL(url).host
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<title>${xml(title)}</title>`,
    `<id>${xml(url)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${xml(url)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    `<updated>${updated}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    ...items.flatMap((item) => [
      '<entry>',
      `<title>${xml(item.title)}</title>`,
      `<id>tag:${xml(host.replace(/:\d+$/, ''))},2026:${xml(encodeURIComponent(item.id))}</id>`,
      `<link rel="alternate" type="text/html" href="${xml(item.url)}"/>`,
      `<published>${item.at}</published>`,
      `<updated>${item.at}</updated>`,
      `<summary>${xml(item.text)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n')
}

export const jsonFeed = (news: News): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: news.title,
  home_page_url: news.page,
  feed_url: news.url,
  language: news.language,
  authors: [{ name: news.author }],
  items: news.items.map(({ id, url, title, text, at }) => ({
    id,
    url,
    title,
    content_text: text,
    date_published: at,
  })),
})

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const xml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => signs[sign]!)
