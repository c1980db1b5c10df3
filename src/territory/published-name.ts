// Names as the classifier publishes them ("Андас батыр а.о.", "с.о.Турген"): what the abbreviations say.
import type { Text } from '#kernel'
import type { Level, SourceType } from './source-type.ts'

/** An abbreviation or word and what is written out for it; Russian nouns of places always stand in front. */
type Mark = {
  readonly type: SourceType
  readonly at: Level
  readonly ru: readonly string[]
  readonly kk: readonly string[]
  readonly fullRu: string
  readonly fullKk: string
  readonly inFront?: boolean
}

// prettier-ignore
const marks: readonly Mark[] = [
  { type: 'city_republican', at: 'oblast', ru: ['г.'], kk: ['қ.'], fullRu: 'город', fullKk: 'қаласы', inFront: true },
  { type: 'region', at: 'oblast', ru: ['область'], kk: ['облысы'], fullRu: 'область', fullKk: 'облысы' },
  { type: 'city_of_region', at: 'district', ru: ['Г.А.'], kk: ['Қ.Ә.', 'Г.А.'], fullRu: 'город', fullKk: 'қаласы', inFront: true },
  { type: 'district', at: 'district', ru: ['район', 'Район'], kk: ['ауданы'], fullRu: 'район', fullKk: 'ауданы' },
  { type: 'city_of_district', at: 'sub_district', ru: ['г.а.'], kk: ['қ.ә.'], fullRu: 'городская администрация', fullKk: 'қаласы' },
  { type: 'rural_okrug', at: 'sub_district', ru: ['с.о.'], kk: ['а.о.', 'а.о .'], fullRu: 'сельский округ', fullKk: 'ауылдық округі' },
  { type: 'rural_admin', at: 'sub_district', ru: ['с.а.'], kk: ['а.ә.'], fullRu: 'сельская администрация', fullKk: 'ауылдық әкімдігі' },
  { type: 'settlement_admin', at: 'sub_district', ru: ['п.а.'], kk: ['к.ә.'], fullRu: 'поселковая администрация', fullKk: 'кенттік әкімдігі' },
  { type: 'city_district', at: 'sub_district', ru: ['р.а.'], kk: ['а.ә.'], fullRu: 'район', fullKk: 'ауданы', inFront: true },
  { type: 'city_district', at: 'sub_district', ru: ['район'], kk: ['ауданы'], fullRu: 'район', fullKk: 'ауданы' },
  { type: 'city', at: 'sub_district', ru: ['г.'], kk: ['қ.'], fullRu: 'город', fullKk: 'қаласы', inFront: true },
  { type: 'city', at: 'settlement', ru: ['г.'], kk: ['қ.'], fullRu: 'город', fullKk: 'қаласы', inFront: true },
  { type: 'city_district', at: 'settlement', ru: ['район'], kk: ['ауданы'], fullRu: 'район', fullKk: 'ауданы' },
  { type: 'village', at: 'settlement', ru: ['с.'], kk: ['ауылы', 'ауыл', 'а.', 'с.', 'а', 'с'], fullRu: 'село', fullKk: 'ауылы', inFront: true },
  { type: 'urban_settlement', at: 'settlement', ru: ['п.'], kk: ['к.'], fullRu: 'посёлок', fullKk: 'кенті', inFront: true },
  { type: 'station', at: 'settlement', ru: ['ст.'], kk: ['ст.'], fullRu: 'станция', fullKk: 'стансасы', inFront: true },
  { type: 'siding', at: 'settlement', ru: ['рзд.'], kk: ['рзд.'], fullRu: 'разъезд', fullKk: 'разъезі', inFront: true },
]

/** Letters of older Kazakh fonts that stand in the register for the right ones. */
const oldFont: Record<string, string> = { ќ: 'қ', Ќ: 'Қ', ў: 'ұ', Ў: 'Ұ', ї: 'ү', Ї: 'Ү', ј: 'ө', Ј: 'Ө' }

/** A name without doubled and no-break spaces, and with the letters of older Kazakh fonts set right. */
export const cleanName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ќЌўЎїЇјЈ]/g, (letter) => oldFont[letter]!)
    .replace(/[ \u00a0\u2000-\u200a\u202f]+/g, ' ')
    .trim()

export type PublishedName = { type: SourceType; name: Omit<Text, 'en'>; short: Omit<Text, 'en'> }

/** Reads the published names of a unit at this level; `undefined` when no abbreviation tells its type. */
export function readPublishedName(level: Level, nameKk: string, nameRu: string): PublishedName | undefined {
  const kk = cleanName(nameKk)
  const ru = cleanName(nameRu)
  const here = marks.filter(({ at }) => at === level)
  const mark = here.find((m) => strip(ru, m.ru)) ?? here.find((m) => strip(kk, m.kk))
  if (!mark)
    return level === 'settlement' ? { type: 'other', name: { kk, ru }, short: { kk, ru } } : undefined
  const [inKk, inRu] = [inKazakh(kk, mark), inRussian(ru, mark)]
  return {
    type: mark.type,
    name: { kk: inKk.name, ru: inRu.name },
    short: { kk: inKk.short, ru: inRu.short },
  }
}

type Pair = { name: string; short: string }

function inRussian(text: string, mark: Mark): Pair {
  const found = strip(text, mark.ru)
  const rest = found?.rest ?? text
  const named = /^им\. ?/.test(rest)
  const short = rest.replace(/^им\. ?/, '')
  const inFront = mark.inFront || named || found?.inFront !== false
  const full = named ? `имени ${short}` : short
  return { short, name: inFront ? `${mark.fullRu} ${full}` : `${full} ${mark.fullRu}` }
}

function inKazakh(text: string, mark: Mark): Pair {
  const rest = strip(text, mark.kk)?.rest ?? text
  const short = rest.replace(/ ат(?:ын)?\.?$/, '')
  return { short, name: `${short}${short === rest ? '' : ' атындағы'} ${mark.fullKk}` }
}

/** Takes an abbreviation off the front or the end; a forgotten last dot is forgiven, a missing space too. */
function strip(
  text: string,
  abbreviations: readonly string[],
): { rest: string; inFront: boolean } | undefined {
  for (const given of abbreviations) {
    const dotted = given.endsWith('.')
    const bare = given.replace(/\.$/, '')
    const front = dotted ? given : `${given} `
    if (text.startsWith(front)) return { rest: text.slice(front.length).trim(), inFront: true }
    const end = [dotted ? given : ` ${bare}`, ` ${bare}`, `.${bare}`].find((end) => text.endsWith(end))
    if (end) return { rest: text.slice(0, -end.length).trim(), inFront: false }
  }
  return undefined
}
