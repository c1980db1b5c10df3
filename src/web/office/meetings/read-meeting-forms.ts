// What the posted forms of a meeting say, or what is wrong with each field; and the fields of what is stored.
import { type LocalDate, parseLocalDate } from '#kernel'
import {
  type AgendaItem,
  type Beside,
  type BesideKind,
  type Both,
  type Details,
  type Meeting,
  accessFacts,
  agendaKinds,
  besides,
  interpreters,
  meetingForms,
  spokenLanguages,
} from '#meetings'
import type { MeetingsWords } from '../../words/meetings/kk.ts'
import type { OfficeWords } from '../../words/office/kk.ts'
import type { Typed } from '../deed-form.tsx'
import type { Read, Wrong } from '../read-deed.ts'

export type FormWords = { readonly meetings: MeetingsWords; readonly office: OfficeWords }

/** Rows of the agenda that a form offers. */
export const agendaRows = 8
const longText = 4_000
const shortText = 300
const mostLines = 40

/** Control signs save the end of a line, halves of characters, and marks that turn a text around. */
const unwritable = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u

/** Collects the fields of one form and what is wrong with them. */
export class FormReader {
  readonly wrong: { [field: string]: string | undefined } = {}
  readonly typed: Typed
  readonly words: FormWords
  constructor(typed: Typed, words: FormWords) {
    this.typed = typed
    this.words = words
  }

  /** A text, line ends as `\n`; wrong when it is too long, not writable, or needed and not there. */
  text(name: string, { most = shortText, needed = false } = {}): string {
    const value = (this.typed[name] ?? '').replace(/\r\n?/g, '\n')
    const { wrong } = this.words.meetings.office
    if (needed && value === '') this.wrong[name] = wrong.text
    else if (unwritable.test(value)) this.wrong[name] = this.words.office.wrong.unwritable
    else if ([...value].length > most) this.wrong[name] = wrong.long(most)
    return value
  }

  both(name: string, options: { most?: number; needed?: boolean } = {}): Both {
    return { kk: this.text(`${name}.kk`, options), ru: this.text(`${name}.ru`, options) }
  }

  /** Texts, one a line; empty lines are none. */
  lines(name: string): string[] {
    const lines = this.text(name, { most: longText }).split('\n')
    const kept = lines.map((line) => line.trim()).filter((line) => line !== '')
    if (kept.length > mostLines) this.wrong[name] = this.words.meetings.office.wrong.long(longText)
    return kept
  }

  number(name: string, low: number, high: number): number | null {
    const value = this.typed[name] ?? ''
    if (value === '') return null
    const number = /^\d{1,7}$/.test(value) ? Number(value) : NaN
    if (number >= low && number <= high) return number
    this.wrong[name] = this.words.meetings.office.wrong.number(low, high)
    return null
  }

  neededNumber(name: string, low: number, high: number): number {
    const number = this.number(name, low, high)
    if (number === null) this.wrong[name] = this.words.meetings.office.wrong.number(low, high)
    return number ?? low
  }

  /** A day that exists, 30 February is none. */
  day(name: string): LocalDate {
    const day = parseLocalDate(this.typed[name])
    if (!day || day > '2100') this.wrong[name] = this.words.office.wrong.day
    return day ?? ('' as LocalDate)
  }

  clock(name: string): string {
    const start = this.typed[name] ?? ''
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(start)) this.wrong[name] = this.words.office.wrong.start
    return start
  }

  choice<T extends string>(name: string, among: readonly T[]): T {
    const found = among.find((one) => one === this.typed[name])
    if (!found) this.wrong[name] = this.words.meetings.office.wrong.choice
    return found ?? among[0]!
  }

  ticked<T extends string>(group: string, among: readonly T[]): T[] {
    return among.filter((one) => this.typed[`${group}.${one}`] === 'on')
  }

  link(name: string): string {
    const link = this.text(name, { most: 500 })
    if (link !== '' && !isLink(link)) this.wrong[name] = this.words.meetings.office.wrong.link
    return link
  }

  done<T>(value: T): Read<T> {
    const wrong: Wrong = Object.fromEntries(Object.entries(this.wrong).filter(([, words]) => words))
    return Object.keys(wrong).length === 0 ? { ok: true, value } : { ok: false, wrong }
  }
}

/** An address that a page may link to: https and nothing else. */
const isLink = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:'

/** The details of a meeting; the day and hour only where the form has them. */
export function readDetails(
  typed: Typed,
  words: FormWords,
): Read<{ details: Details; day?: LocalDate; start?: string }> {
  const form = new FormReader(typed, words)
  const point = pointOf(form)
  const broadcasts = form.lines('broadcasts')
  if (broadcasts.some((link) => !isLink(link))) form.wrong['broadcasts'] = words.meetings.office.wrong.link
  const details: Details = {
    form: form.choice('form', meetingForms),
    minutes: form.neededNumber('minutes', 10, 720),
    venue: {
      name: form.both('venue.name'),
      address: form.both('venue.address'),
      point,
      capacity: form.number('venue.capacity', 1, 100_000),
      access: form.ticked('access', accessFacts),
    },
    languages: form.ticked('languages', spokenLanguages),
    interpreters: form.ticked('interpreters', interpreters),
    agenda: agendaOf(form),
    broadcasts,
    sites: form.lines('sites'),
    beside: {
      briefing: besideOf(form, 'briefing'),
      ngo: besideOf(form, 'ngo'),
      reception: besideOf(form, 'reception'),
    },
  }
  const dated = typed['day'] !== undefined ? { day: form.day('day'), start: form.clock('start') } : {}
  return form.done({ details, ...dated })
}

function pointOf(form: FormReader): Details['venue']['point'] {
  const text = form.text('venue.point')
  if (text === '') return null
  const [, latitude, longitude] =
    /^(-?\d{1,2}(?:\.\d{1,8})?)\s*[,;]\s*(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(text) ?? []
  const point = { latitude: Number(latitude), longitude: Number(longitude) }
  // Kazakhstan lies between these; anything else is a slip of the pen.
  if (point.latitude >= 40 && point.latitude <= 56 && point.longitude >= 46 && point.longitude <= 88)
    return point
  form.wrong['venue.point'] = form.words.meetings.office.wrong.point
  return null
}

function agendaOf(form: FormReader): AgendaItem[] {
  return Array.from({ length: agendaRows }, (_, at) => `agenda.${at}`).flatMap((row) => {
    const kind = form.typed[`${row}.kind`] ?? ''
    const title = form.both(`${row}.title`)
    if (kind === '' && title.kk === '' && title.ru === '' && !form.typed[`${row}.minutes`]) return []
    const minutes = form.neededNumber(`${row}.minutes`, 1, 720)
    if (!form.typed[`${row}.minutes`]) form.wrong[`${row}.minutes`] = form.words.meetings.office.wrong.minutes
    return [{ kind: form.choice(`${row}.kind`, agendaKinds), title, minutes }]
  })
}

function besideOf(form: FormReader, kind: BesideKind): Beside | null {
  const name = `beside.${kind}`
  const place = form.both(`${name}.place`)
  if (!form.typed[`${name}.day`] && !form.typed[`${name}.start`] && place.kk === '' && place.ru === '')
    return null
  return { day: form.day(`${name}.day`), start: form.clock(`${name}.start`), place }
}

/** What is stored, as the fields of the details form: what `readDetails` reads back to the same. */
export function detailFields({ details, day, start, state }: Meeting): Typed {
  const { venue, agenda, beside } = details
  const ticks = (group: string, words: readonly string[]) =>
    words.map((word) => [`${group}.${word}`, 'on'] as const)
  return Object.fromEntries([
    ...(state === 'drafted' ? [['day', day] as const, ['start', start] as const] : []),
    ['form', details.form],
    ['minutes', String(details.minutes)],
    ...bothFields('venue.name', venue.name),
    ...bothFields('venue.address', venue.address),
    ['venue.point', venue.point ? `${venue.point.latitude}, ${venue.point.longitude}` : ''],
    ['venue.capacity', venue.capacity === null ? '' : String(venue.capacity)],
    ...ticks('access', venue.access),
    ...ticks('languages', details.languages),
    ...ticks('interpreters', details.interpreters),
    ...agenda.flatMap(({ kind, title, minutes }, at) => [
      [`agenda.${at}.kind`, kind] as const,
      ...bothFields(`agenda.${at}.title`, title),
      [`agenda.${at}.minutes`, String(minutes)] as const,
    ]),
    ['broadcasts', details.broadcasts.join('\n')],
    ['sites', details.sites.join('\n')],
    ...besides.flatMap((kind) => {
      const one = beside[kind]
      return one
        ? [
            [`beside.${kind}.day`, one.day] as const,
            [`beside.${kind}.start`, one.start] as const,
            ...bothFields(`beside.${kind}.place`, one.place),
          ]
        : []
    }),
  ])
}

const bothFields = (name: string, { kk, ru }: Both) => [
  [`${name}.kk`, kk] as const,
  [`${name}.ru`, ru] as const,
]

/** The words of a notice. */
export function readNotice(typed: Typed, words: FormWords): Read<{ text: Both; sayTheSame: boolean }> {
  const form = new FormReader(typed, words)
  const text = form.both('text', { most: longText })
  return form.done({ text, sayTheSame: typed['same'] === 'on' })
}
