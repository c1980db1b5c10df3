// What was announced, moved or cancelled lately: of a place, of an office, of everything in a unit.
import type { MeetingChange, Stores } from '#flows'
import { type Instant, type Language, addDays } from '#kernel'
import { type UnitCode, localDay, unitOfOffice } from '#territory'
import { addresses } from './address.ts'
import { askedCode, askedOffice } from './asked.ts'
import type { News, NewsItem } from './atom.ts'
import { placeLine, timeLine } from './parts/place-line.ts'
import { formats } from './words/format.ts'
import { catalogues } from './words/index.ts'

export const newsKinds = ['places', 'offices', 'regions'] as const
export type NewsKind = (typeof newsKinds)[number]

type Where = {
  readonly origin: string
  readonly path: string
  readonly language: Language
  readonly at: Instant
}

const most = 50
/** How far back the meetings lie that are still spoken of. */
const daysBack = 366

/** Null when there is no such place or office. */
export async function readNews(
  { readings, national }: Stores,
  kind: NewsKind,
  name: string,
  { origin, path, language, at }: Where,
): Promise<News | null> {
  const today = localDay(at, null)
  const from = addDays(today, -daysBack)
  const to = addresses[language]
  const words = catalogues[language].national
  const news = (of: string, page: string, changes: readonly MeetingChange[]): News => ({
    title: words.feedOf(of),
    language,
    url: `${origin}${path}`,
    page: `${origin}${page}`,
    author: catalogues[language].site.name,
    updated: (changes[0]?.at ?? '1970-01-01T00:00:00.000Z') as Instant,
    items: changes.map((change) => itemOf(change, language, origin)),
  })
  if (kind === 'offices') {
    const id = askedOffice(name)
    const office = id && (await readings.office(id))
    if (!office) return null
    const unit = unitOfOffice(office.id)
    const changes = await national.changes({ from, office: office.id }, most)
    return news(office.name[language], unit ? to.place(unit) : to.national(), changes)
  }
  const code = askedCode(name)
  const chain = code ? await readings.lineage(code, today) : []
  const [unit] = chain
  if (!unit) return null
  const codes: UnitCode[] = chain.slice(0, Math.max(1, chain.length - 1)).map((one) => one.code)
  const changes = await national.changes(
    kind === 'places' ? { from, at: codes } : { from, within: unit.code },
    most,
  )
  return news(unit.name[language], to.place(unit.code), changes)
}

function itemOf({ id, type, at, meeting }: MeetingChange, language: Language, origin: string): NewsItem {
  const words = catalogues[language]
  const format = formats[language]
  const here = { words, language }
  const title = words.national.news[type](meeting.office.name[language], format.day(meeting.day))
  return {
    id,
    url: `${origin}${addresses[language].meeting(meeting.id)}`,
    title,
    text: [
      `${format.fullDay(meeting.day)}, ${timeLine(here, meeting)}`,
      placeLine(here, meeting, true),
      ...(type === 'meeting-moved' && meeting.earlier.at(-1)
        ? [words.notices.letter.was(format.day(meeting.earlier.at(-1)!.day), meeting.earlier.at(-1)!.start)]
        : []),
      ...(type === 'notice-published' ? [] : reasonOf({ id, type, at, meeting }, language)),
    ].join('\n'),
    at: at as Instant,
  }
}

/** In the language of the feed; English readers get the Russian words of the office. */
function reasonOf({ type, meeting }: MeetingChange, language: Language): string[] {
  const reason = type === 'meeting-cancelled' ? meeting.cancelled?.reason : meeting.earlier.at(-1)?.reason
  const text = reason?.[language === 'kk' ? 'kk' : 'ru']
  return text ? [catalogues[language].notices.letter.reason(text)] : []
}
