// Rows of an office's own spreadsheet: which column is what, and what each line says of a meeting, or what is wrong in it.
import { createHash } from 'node:crypto'
import { type LocalDate, addDays, localDate, parseLocalDate } from '#kernel'
import { type OfficeId, type Unit, type UnitCode, foldName, placeFinder } from '#territory'
import type { MeetingId } from './calendar.ts'

/** What a column may hold; the first two are needed in every line. */
export const oldFields = [
  'day',
  'place',
  'start',
  'minutes',
  'form',
  'status',
  'held-by',
  'in-calendar',
  'notice-day',
  'notice-channel',
  'results-day',
] as const
export type OldField = (typeof oldFields)[number]

/** The field of each column; null: the column is not read. */
export type Columns = readonly (OldField | null)[]

export const oldForms = ['visiting', 'stationary', 'online'] as const
export type OldForm = (typeof oldForms)[number]
export const oldChannels = [
  'official-site',
  'media',
  'print',
  'radio',
  'social',
  'egov-portal',
  'public-place',
] as const
export type OldChannel = (typeof oldChannels)[number]
export const heldBys = ['holder', 'acting', 'deputy', 'other'] as const
export type HeldBy = (typeof heldBys)[number]

/** What the office says of all lines whose cell is empty; null: such a line is at fault. */
export type Assumed = {
  readonly start: string | null
  readonly minutes: number | null
  readonly form: OldForm | null
  readonly channel: OldChannel | null
  /** What became of meetings that are over. */
  readonly past: 'held' | 'planned'
  readonly inCalendar: boolean
}

export const nothingAssumed: Assumed = {
  start: null,
  minutes: null,
  form: null,
  channel: null,
  past: 'held',
  inCalendar: true,
}

export type OldMeeting = {
  readonly id: MeetingId
  readonly unit: UnitCode
  readonly day: LocalDate
  /** `HH:MM`, local. */
  readonly start: string
  readonly minutes: number
  readonly form: OldForm
  readonly status: 'planned' | 'held' | 'cancelled'
  readonly heldBy: HeldBy | null
  readonly inCalendar: boolean
  readonly notice: { readonly day: LocalDate; readonly channel: OldChannel } | null
  readonly resultsDay: LocalDate | null
}

export type OldFault = {
  /** Null: the line as a whole. */
  readonly field: OldField | null
  readonly code:
    | 'missing'
    | 'not-a-day'
    | 'too-far'
    | 'not-a-time'
    | 'not-minutes'
    | 'unknown-word'
    | 'no-such-place'
    | 'place-not-then'
    | 'place-ambiguous'
    | 'held-ahead'
    | 'notice-after'
    | 'results-before'
    | 'same-line'
    | 'broken-line'
  /** What stood there, names that fit, the other line: what helps to mend it. */
  readonly words: string
}

export type OldLine = {
  /** As the spreadsheet counts it, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly meeting: OldMeeting | null
  readonly faults: readonly OldFault[]
}

/** Beginnings of words by which offices head their columns, folded; the first that fits counts. */
const headings: readonly (readonly [OldField, string])[] = [
  [
    'notice-channel',
    'жарияланган жер|канал|где опубликован|где размещ|channel|published where|хабарландыру орны',
  ],
  ['notice-day', 'хабарландыру|объявлени|анонс|notice|announce|дата публикации'],
  ['results-day', 'нәтиже|корытынды|итог|результат|results'],
  ['in-calendar', 'күнтізбе|күнтізбеде|календар|план график|in calendar|calendar'],
  ['held-by', 'кім өткізді|өткізген|кто провел|провел|held by|ведущ'],
  ['status', 'күйі|мәртебе|статус|состояни|status|орындалу|өтті'],
  ['form', 'нысан|түрі|форм|form|вид'],
  ['minutes', 'ұзақтығы|минут|длительн|продолжит|minutes|duration'],
  ['start', 'уақыты|сағат|время|начало|час|time|start'],
  ['place', 'елді мекен|орны|ауыл|округ|место|населенн|село|пункт|place|village|где|қайда'],
  ['day', 'күні|дата|date|day|число|мерзімі'],
]

/** The columns by their headings: as the office read them before, else by the words in them; each field once. */
export const guessColumns = (
  headers: readonly string[],
  habits: Readonly<Record<string, OldField | null>>,
): Columns => guessFields(headers, headings, habits)

/**
 * The field of each heading: what it was before, by folded heading, else the first whose words (parted by `|`) it has; each
 * field once.
 */
export function guessFields<F extends string>(
  headers: readonly string[],
  known: readonly (readonly [field: F, words: string])[],
  habits: Readonly<Record<string, F | null>>,
): (F | null)[] {
  const given = new Set<F>()
  const take = (field: F | null) => {
    if (field === null || given.has(field)) return null
    given.add(field)
    return field
  }
  return headers.map((header) => {
    const key = foldName(header)
    if (Object.hasOwn(habits, key)) return take(habits[key] ?? null)
    const found = known.find(
      ([field, words]) =>
        !given.has(field) && words.split('|').some((word) => ` ${key}`.includes(` ${foldName(word)}`)),
    )
    return take(found?.[0] ?? null)
  })
}

const dictionary = <T extends string>(words: Record<T, string>) => {
  const all = (Object.entries(words) as [T, string][]).flatMap(([value, list]) =>
    list.split('|').map((word) => [foldName(word), value] as const),
  )
  return (cell: string): T | null => {
    const key = foldName(cell)
    return all.find(([word]) => key === word)?.[1] ?? all.find(([word]) => key.startsWith(word))?.[1] ?? null
  }
}

const statusOf = dictionary({
  held: 'өтті|өткізілді|проведена|проведено|состоялась|состоялось|held|иә|да|yes',
  cancelled: 'өткізілмеді|болмады|тоқтатылды|кейінге|отменена|отменено|не состоялась|cancelled|canceled',
  planned: 'жоспарланған|жоспарда|запланирована|запланировано|план|planned',
})
const formOf = dictionary({
  visiting: 'көшпелі|шығып|выездная|выезд|visiting',
  stationary: 'стационарлық|орнында|стационарная|на месте|очная|stationary',
  online: 'онлайн|қашықтан|дистанционная|online',
})
const heldByOf = dictionary({
  acting: 'м.а.|міндетін атқарушы|уақытша|и.о.|врио|исполняющий|acting',
  deputy: 'орынбасар|әкімнің орынбасары|заместитель|зам|deputy',
  holder: 'әкім|аким|holder|akim',
  other: 'басқа|другой|иное|other',
})
const channelOf = dictionary({
  'official-site': 'сайт|ресми сайт|интернет ресурс|официальный сайт|site|web',
  media: 'бақ|сми|телеарна|тв|media|tv',
  print: 'газет|баспасөз|печать|print|newspaper',
  radio: 'радио|radio',
  social: 'әлеуметтік желі|соцсет|социальн|facebook|instagram|telegram|social',
  'egov-portal': 'egov|электрондық үкімет|портал',
  'public-place': 'тақта|хабарландыру тақтасы|стенд|доска|public place',
})
const yesNo = dictionary({
  yes: 'иә|да|yes|бар|есть|1',
  no: 'жоқ|нет|no|0|тыс|вне',
})

/** A day as people and spreadsheets write it: 2026-05-14, 14.05.2026, 14/05/26, or Excel's day number. */
export function readDay(cell: string): LocalDate | undefined {
  const text = cell
    .trim()
    .replace(/[\sT]0?0:00(:00(\.0+)?)?Z?$/, '')
    .replace(/\s*(ж|г)\.?$/, '')
  const iso = parseLocalDate(text)
  if (iso) return iso
  const typed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text)
  if (typed) {
    const [, day, month, year] = typed
    return parseLocalDate(
      `${year!.length === 2 ? `20${year}` : year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`,
    )
  }
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
  // Excel counts from 30 December 1899; 2000 to 2099 are days of meetings, other numbers are something else.
  return serial >= 36_526 && serial <= 73_050 ? addDays(excelZero, serial) : undefined
}
const excelZero = localDate('1899-12-30')

/** An hour: 10:00, 10.30, 9-00, or Excel's part of a day. */
export function readStart(cell: string): string | undefined {
  const text = cell.trim()
  const typed = /^(\d{1,2})[:.-](\d{2})(:\d{2})?$/.exec(text)
  const minutes = typed
    ? Number(typed[1]) * 60 + Number(typed[2])
    : /^(0?\.\d+|\d+\.\d+)$/.test(text)
      ? Math.round((Number(text) % 1) * 1440)
      : /^\d{1,2}$/.test(text)
        ? Number(text) * 60
        : NaN
  if (!(minutes >= 0 && minutes < 1440) || (typed && Number(typed[2]) > 59)) return undefined
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The same meeting has the same id each time it is brought: who, where, which day and hour. */
export const oldMeetingId = (office: OfficeId, unit: UnitCode, day: LocalDate, start: string): MeetingId =>
  `old-${createHash('sha256').update([office, unit, day, start].join(' ')).digest('hex').slice(0, 20)}` as MeetingId

export type OldGround = {
  readonly office: OfficeId
  readonly home: UnitCode
  /** All versions of the units that the office is responsible for. */
  readonly units: readonly Unit[]
  readonly today: LocalDate
  readonly columns: Columns
  readonly assumed: Assumed
  /** A name with what stands above it, to tell places of one name apart. */
  readonly nameOf: (unit: Unit) => string
}

/** What the lines say, each with its faults; a line that repeats an earlier one is at fault. */
export function readOldLines(
  ground: OldGround,
  rows: readonly { readonly line: number; readonly cells: readonly string[] | string }[],
): OldLine[] {
  const first = new Map<MeetingId, number>()
  const read = lineReader(ground)
  return rows.map(({ line, cells }) => {
    if (typeof cells === 'string')
      return { line, cells: [], meeting: null, faults: [{ field: null, code: 'broken-line', words: '' }] }
    const told = read(line, cells)
    const { meeting } = told
    const before = meeting && first.get(meeting.id)
    if (meeting && before === undefined) first.set(meeting.id, line)
    return before === undefined || before === null
      ? told
      : { ...told, meeting: null, faults: [{ field: null, code: 'same-line', words: String(before) }] }
  })
}

function lineReader({ office, home, units, today, columns, assumed, nameOf }: OldGround) {
  const placeOf = placeFinder({ home, units, nameOf })

  return (line: number, cells: readonly string[]): OldLine => {
    const faults: OldFault[] = []
    const cell = (field: OldField) => (cells[columns.indexOf(field)] ?? '').trim()
    const fault = (field: OldField, code: OldFault['code'], words = cell(field)) => {
      faults.push({ field, code, words })
      return null
    }
    const word = <T>(field: OldField, of: (text: string) => T | null, otherwise: T | null): T | null =>
      cell(field) === '' ? otherwise : (of(cell(field)) ?? fault(field, 'unknown-word'))
    const optionalDay = (field: OldField): LocalDate | null =>
      cell(field) === '' ? null : (readDay(cell(field)) ?? fault(field, 'not-a-day'))

    const day =
      cell('day') === '' ? fault('day', 'missing') : (readDay(cell('day')) ?? fault('day', 'not-a-day'))
    if (day && Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + 1) fault('day', 'too-far')
    const place = cell('place') === '' ? fault('place', 'missing') : placeOf(cell('place'), day ?? today)
    const unit = place && 'kind' in place ? place : null
    if (place && !('kind' in place)) fault('place', place.code, place.words)

    const start =
      cell('start') === ''
        ? (assumed.start ?? fault('start', 'missing'))
        : (readStart(cell('start')) ?? fault('start', 'not-a-time'))
    const typed = /^(\d{1,3})/.exec(cell('minutes'))?.[1]
    const minutes =
      cell('minutes') === ''
        ? (assumed.minutes ?? fault('minutes', 'missing'))
        : typed && Number(typed) >= 10 && Number(typed) <= 600
          ? Number(typed)
          : fault('minutes', 'not-minutes')
    const form = word('form', formOf, assumed.form ?? (unit?.code === home ? 'stationary' : 'visiting'))
    const over = day !== null && day < today
    const status = word('status', statusOf, over ? assumed.past : 'planned')
    if (status === 'held' && day && day > today) fault('status', 'held-ahead', day)
    const heldBy = word('held-by', heldByOf, null)
    const calendar = word('in-calendar', yesNo, assumed.inCalendar ? 'yes' : 'no')
    const noticeDay = optionalDay('notice-day')
    const channel = word('notice-channel', channelOf, assumed.channel)
    if (noticeDay && day && noticeDay > day) fault('notice-day', 'notice-after')
    if (noticeDay && noticeDay > today) fault('notice-day', 'held-ahead', noticeDay)
    if (noticeDay && !channel && cell('notice-channel') === '') fault('notice-channel', 'missing')
    const resultsDay = optionalDay('results-day')
    if (resultsDay && day && resultsDay < day) fault('results-day', 'results-before')
    if (resultsDay && resultsDay > today) fault('results-day', 'held-ahead', resultsDay)

    if (faults.length > 0 || !day || !unit || !start || !minutes || !form || !status)
      return { line, cells, meeting: null, faults }
    return {
      line,
      cells,
      faults,
      meeting: {
        id: oldMeetingId(office, unit.code, day, start),
        unit: unit.code,
        day,
        start,
        minutes,
        form,
        status,
        heldBy: status === 'held' ? heldBy : null,
        inCalendar: calendar === 'yes',
        notice: noticeDay && channel ? { day: noticeDay, channel } : null,
        resultsDay,
      },
    }
  }
}
